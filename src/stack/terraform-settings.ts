import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { assertNever } from "../base/invariant.ts";
import type { Network } from "../model/types/network.ts";
import type { Backend } from "../model/types/terraform-settings.ts";
import { CloudBlock } from "./cloud-block.ts";
import { HttpBackend, LocalBackend, NamedRemoteWorkspace, RemoteBackend, S3Backend } from "./engine.ts";
import type { HextetStack } from "./hextet-stack.ts";
import { omitNull } from "./omit-null.ts";

/** Sets what Terraform and the provider must be, how the provider reaches AWS, and where the state lives. */
export function addTerraformSettings(stack: HextetStack, { region, tags, terraform }: Network): void {
  const { assumeRole } = terraform;
  new AwsProvider(stack, "aws", {
    region,
    ...(Object.keys(tags).length === 0 ? {} : { defaultTags: [{ tags }] }),
    ...(assumeRole === null ? {} : { assumeRole: [omitNull(assumeRole)] }),
  });
  // The bindings ask for the one provider version that they were generated from.
  stack.addOverride("terraform.required_providers.aws", {
    source: "hashicorp/aws",
    version: terraform.awsProviderVersion,
  });
  stack.addOverride("terraform.required_version", terraform.requiredVersion);
  addBackend(stack, terraform.backend);
}

/** A stack always has one: CDKTF's own default writes this machine's working directory into the JSON. */
function addBackend(stack: HextetStack, backend: Backend): void {
  switch (backend.kind) {
    case "local":
      new LocalBackend(stack, { path: backend.path });
      return;
    case "s3":
      addS3Backend(stack, backend);
      return;
    case "remote": {
      const { organization, hostname, workspace } = backend;
      new RemoteBackend(stack, { organization, hostname, workspaces: new NamedRemoteWorkspace(workspace) });
      return;
    }
    case "cloud":
      new CloudBlock(stack, backend);
      return;
    case "http": {
      const { kind: _, ...settings } = backend;
      const { address } = settings;
      new HttpBackend(stack, { ...omitNull(settings), address });
      return;
    }
    default:
      assertNever(backend);
  }
}

function addS3Backend(stack: HextetStack, backend: Backend & { readonly kind: "s3" }): void {
  const { bucket, key, region, encrypt, kmsKeyId, profile, roleArn } = backend;
  const assumeRole = roleArn === null ? null : { roleArn };
  const s3 = new S3Backend(stack, {
    bucket,
    key,
    region,
    encrypt,
    ...omitNull({ kmsKeyId, profile, assumeRole }),
  });
  // Younger than CDKTF 0.21, which has no argument for it.
  if (backend.useLockfile) s3.addOverride("use_lockfile", true);
}
