import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter/index.js";
import { assertNever } from "../../base/invariant.ts";
import type { Network } from "../../model/types/network.ts";
import type { ReferenceSource } from "../../model/types/references.ts";
import type { Backend } from "../../model/types/terraform-settings.ts";
import type { HextetStack } from "../hextet-stack.ts";
import { omitNull } from "../omit-null.ts";

/** Reads the states and parameters that the stack takes values from: each once, however many values they give. */
export function addReferences(stack: HextetStack, { references }: Network): void {
  const sources = new Map(references.map(({ source }) => [`${source.kind} ${source.id}`, source]));
  for (const source of sources.values()) addSource(stack, source);
}

function addSource(stack: HextetStack, source: ReferenceSource): void {
  switch (source.kind) {
    case "state":
      stack.addOverride(`data.terraform_remote_state.${source.id}`, stateAt(source.backend));
      return;
    case "parameter":
      new DataAwsSsmParameter(stack, `data.aws_ssm_parameter.${source.id}`, { name: source.name });
      return;
    default:
      assertNever(source);
  }
}

/** HCP Terraform's `cloud` block is no backend: Terraform reads such a state by `remote`. */
function stateAt(backend: Backend) {
  switch (backend.kind) {
    case "local":
      return { backend: "local", config: { path: backend.path } };
    case "s3": {
      const { bucket, key, region, profile, roleArn } = backend;
      const role = roleArn === null ? null : { role_arn: roleArn };
      return { backend: "s3", config: { bucket, key, region, ...omitNull({ profile, assume_role: role }) } };
    }
    case "remote":
    case "cloud": {
      const { organization, hostname, workspace } = backend;
      return { backend: "remote", config: { organization, hostname, workspaces: { name: workspace } } };
    }
    case "http":
      return { backend: "http", config: { address: backend.address } };
    default:
      return assertNever(backend);
  }
}
