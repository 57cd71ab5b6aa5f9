import type { Construct, IConstruct } from "constructs";
import type { Network } from "../../model/types/network.ts";
import { type ITerraformDependable, type LocalExecProvisioner, TerraformResource } from "../engine.ts";
import { escapeTemplates } from "../escape-templates.ts";
import { omitNull } from "../omit-null.ts";
import { waitFor } from "../wait-for.ts";
import { CLI_PRELUDE } from "./cli-prelude.ts";
import { TerraformData } from "./terraform-data.ts";

/**
 * Marks a step in the tree. A mark and not a class: a module of the user's own may bring a second copy of this one.
 */
const CLI_STEP = "hextet:aws-cli-step";

/** What a hook makes for one entity of the blueprint. */
export interface HookPart {
  /** The hook's id. */
  readonly hook: string;
  /** The entity's name. */
  readonly name: string;
}

/** One thing done with the AWS CLI when Terraform makes, replaces or destroys it. */
export type CliStep = CliStepWithoutEnd | CliStepWithEnd;

interface CliStepWithoutEnd extends CliStepBasis {
  readonly destroy: null;
  /** As below; needed only where the script wants `OWNER`. */
  readonly part?: HookPart;
}

interface CliStepWithEnd extends CliStepBasis {
  /** Bash, run when the step is destroyed or replaced; what is already gone is no failure. */
  readonly destroy: string;
  /**
   * What the step makes, for both scripts in `OWNER` as `<stack>/<hook>/<name>`. Terraform runs no script of a step that
   * is gone from the configuration: by this the next synth sees that it is, and asks for an entry in `terraform.removed`.
   */
  readonly part: HookPart;
}

interface CliStepBasis {
  /** Unique in the stack; the step's address is `terraform_data.<id>`. Lower-case letters, digits, `_` and `-`. */
  readonly id: string;
  /**
   * Environment of both scripts by its upper-case name: literals, references and functions of Terraform. Requests are
   * best given as one JSON text for `--cli-input-json`: the CLI then reads no file that a value names.
   */
  readonly values: Readonly<Record<string, string>>;
  /** Bash, run when the step is made: constant text, never with anything of the blueprint in it. Can run twice. */
  readonly create: string;
  /** Names in `values` whose change replaces the step: destroy, then create. All when not given. Others change nothing. */
  readonly replaceOn?: readonly string[];
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Adds a step: a `terraform_data` whose provisioners run the scripts in Bash with the region and role of the AWS
 * provider. Terraform refuses a destroy script anything but the step's own input, so all values live there; a changed
 * value outside `replaceOn` runs no script.
 */
export function addCliStep(scope: Construct, network: Network, step: CliStep): TerraformData {
  const { destroy, part } = step;
  if (destroy !== null && part === undefined)
    throw new Error(`the step ${step.id} has a destroy script and no part`);
  const owner = part === undefined ? {} : { OWNER: ownerOf(network, part) };
  const values: Readonly<Record<string, string>> = { ...step.values, ...owner, ...siteOf(network) };
  const replaceOn = step.replaceOn ?? Object.keys(step.values).sort();
  const made = new TerraformData(scope, `terraform_data.${step.id}`, {
    input: values,
    triggersReplace: Object.fromEntries(replaceOn.map((name) => [name, triggerOf(step, values, name)])),
    provisioners: [
      provisioner(step.create, Object.keys(values), "create"),
      ...(destroy === null ? [] : [provisioner(destroy, Object.keys(values), "destroy")]),
    ],
    ...waitFor(step.dependsOn ?? []),
  });
  made.node.addMetadata(CLI_STEP, step.id);
  return made;
}

/** All of the tree that runs the AWS CLI at apply: the steps that `addCliStep` made. */
export function cliStepsIn(root: IConstruct): readonly TerraformResource[] {
  return root.node
    .findAll()
    .filter(({ node }) => node.metadata.some(({ type }) => type === CLI_STEP))
    .filter((step) => TerraformResource.isTerraformResource(step));
}

function triggerOf({ id }: CliStep, values: CliStep["values"], name: string): string {
  const value = values[name];
  if (value === undefined)
    throw new Error(`the step ${id} is replaced on ${name}, which is none of its values`);
  return value;
}

/** `<stack>/<hook>/<name>`: the value of the tag `hextet:hook` of what the part is. */
export function ownerOf({ awsName: stack }: Network, { hook, name }: HookPart): string {
  return `${stack}/${hook}/${name}`;
}

function provisioner(
  script: string,
  names: readonly string[],
  when: "create" | "destroy",
): LocalExecProvisioner {
  return {
    type: "local-exec",
    interpreter: ["/bin/bash", "-c"],
    command: escapeTemplates(`${CLI_PRELUDE}${script}`),
    environment: Object.fromEntries(names.map((name) => [name, `\${self.input.${name}}`])),
    when,
  };
}

/** Where the CLI acts: as the provider does. By `HEXTET_ASSUME_ROLE` a step is known in a stack's JSON. */
function siteOf({ region, terraform: { assumeRole } }: Network): Record<string, string> {
  const role = assumeRole === null ? "" : JSON.stringify(assumeRoleRequest(assumeRole));
  return { AWS_REGION: region, AWS_DEFAULT_REGION: region, HEXTET_ASSUME_ROLE: role };
}

function assumeRoleRequest({
  roleArn,
  sessionName,
  externalId,
}: NonNullable<Network["terraform"]["assumeRole"]>) {
  return {
    RoleArn: roleArn,
    RoleSessionName: sessionName ?? "hextet",
    ...omitNull({ ExternalId: externalId }),
  };
}
