import type { Construct } from "constructs";
import type { Network } from "../../model/types/network.ts";
import { addCliStep } from "./cli-step.ts";
import type { TerraformData } from "./terraform-data.ts";

/**
 * Where a hook is in use, or what one has made is to go: a step that does nothing but fail, in one line, when the AWS CLI is missing. The VPC waits
 * for it, so that the first apply stops before it has made anything. Returns the step; none: no hook is in use.
 */
export function addAwsCli(scope: Construct, network: Network): readonly TerraformData[] {
  const isNeeded = network.hooks.some(({ state }) => state === "hook") || network.removedParts.length > 0;
  if (!isNeeded) return [];
  return [
    addCliStep(scope, network, { id: "aws_cli", values: {}, create: "aws --version\n", destroy: null }),
  ];
}
