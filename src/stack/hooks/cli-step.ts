import type { ITerraformDependable, LocalExecProvisioner } from "cdktf";
import type { Construct } from "constructs";
import type { Network } from "../../model/types/network.ts";
import { escapeTemplates } from "../escape-templates.ts";
import { given } from "../given.ts";
import { waitFor } from "../wait-for.ts";
import { CLI_PRELUDE } from "./cli-prelude.ts";
import { TerraformData } from "./terraform-data.ts";

/** One thing done with the AWS CLI when Terraform makes, replaces or destroys it. */
export interface CliStep {
  /** Unique in the stack; the step's address is `terraform_data.<id>`. Lower-case letters, digits, `_` and `-`. */
  readonly id: string;
  /**
   * Environment of both scripts by its upper-case name: literals, references and functions of Terraform. Requests are
   * best given as one JSON text for `--cli-input-json`: the CLI then reads no file that a value names.
   */
  readonly values: Readonly<Record<string, string>>;
  /** Bash, run when the step is made: constant text, never with anything of the blueprint in it. Can run twice. */
  readonly create: string;
  /** Bash, run when the step is destroyed or replaced; what is already gone is no failure. Null: nothing to do. */
  readonly destroy: string | null;
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
  const values = { ...step.values, ...siteOf(network) };
  const replaceOn = step.replaceOn ?? Object.keys(step.values).sort();
  return new TerraformData(scope, `terraform_data.${step.id}`, {
    input: values,
    triggersReplace: Object.fromEntries(replaceOn.map((name) => [name, values[name] ?? ""])),
    provisioners: [
      provisioner(step.create, Object.keys(values), "create"),
      ...(step.destroy === null ? [] : [provisioner(step.destroy, Object.keys(values), "destroy")]),
    ],
    ...waitFor(step.dependsOn ?? []),
  });
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

/** Where the CLI acts: as the provider does. */
function siteOf({ region, terraform: { assumeRole } }: Network): Record<string, string> {
  const role = assumeRole === null ? "" : JSON.stringify(assumeRoleRequest(assumeRole));
  return { AWS_REGION: region, AWS_DEFAULT_REGION: region, HEXTET_ASSUME_ROLE: role };
}

function assumeRoleRequest({
  roleArn,
  sessionName,
  externalId,
}: NonNullable<Network["terraform"]["assumeRole"]>) {
  return { RoleArn: roleArn, RoleSessionName: sessionName ?? "hextet", ...given({ ExternalId: externalId }) };
}
