/**
 * The engine: the one file that names `cdktf`. Everything else in this room takes it from here, so that another engine
 * with the same classes (CDK Terrain, `cdktn`) is a change of this file and of a dependency.
 */
export {
  App,
  call,
  DefaultTokenResolver,
  Fn,
  HttpBackend,
  type ITerraformDependable,
  LocalBackend,
  type LocalExecProvisioner,
  NamedRemoteWorkspace,
  RemoteBackend,
  ref,
  S3Backend,
  StringConcat,
  TerraformBackend,
  TerraformElement,
  type TerraformMetaArguments,
  TerraformOutput,
  type TerraformRemoteState,
  TerraformResource,
  TerraformStack,
  Token,
  Tokenization,
} from "cdktf";
