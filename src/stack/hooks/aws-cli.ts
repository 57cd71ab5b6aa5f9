import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { Construct } from "constructs";
import type { Network } from "../../model/types/network.ts";
import type { VpcMade } from "../resources.ts";
import { addCliStep, hasCliStep } from "./cli-step.ts";

/**
 * Where a step of the stack runs the AWS CLI: one more, which does nothing but fail, in one line, when the AWS CLI is
 * missing. The VPC waits for it, so that a first apply stops before it has made anything. To be called when everything
 * else is made: not every hook has steps, and a user's own need not use the AWS CLI.
 */
export function addAwsCli(scope: Construct, network: Network, { vpc }: VpcMade): void {
  if (!hasCliStep(scope)) return;
  addCliStep(scope, network, { id: "aws_cli", values: {}, create: "aws --version\n", destroy: null });
  if (vpc instanceof Vpc) vpc.dependsOn = [...(vpc.dependsOn ?? []), "terraform_data.aws_cli"];
}
