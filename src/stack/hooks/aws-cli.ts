import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { Construct } from "constructs";
import type { Network } from "../../model/types/network.ts";
import type { VpcMade } from "../resources.ts";
import { addCliStep, cliStepsIn } from "./cli-step.ts";

const LOOK = "aws_cli";

/**
 * Where a step of the stack runs the AWS CLI: one more, which does nothing but fail, in one line, when the AWS CLI is
 * missing. Every other step waits for it, and so does the VPC, so that a first apply stops before it has made anything;
 * where the VPC is managed outside this stack, before the first step. To be called when everything else is made: not
 * every hook has steps, and a user's own need not use the AWS CLI.
 */
export function addAwsCli(scope: Construct, network: Network, { vpc }: VpcMade): void {
  const steps = cliStepsIn(scope);
  if (steps.length === 0) return;
  addCliStep(scope, network, { id: LOOK, values: {}, create: "aws --version\n", destroy: null });
  for (const resource of [...steps, ...(vpc instanceof Vpc ? [vpc] : [])])
    resource.dependsOn = [...(resource.dependsOn ?? []), `terraform_data.${LOOK}`];
}
