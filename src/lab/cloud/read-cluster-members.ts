import { neededName, ofType, type TerraformStack } from "../stack/terraform-stack.ts";
import type { ClusterMember } from "./cloud.ts";

/** Which cluster each instance of a database cluster belongs to. */
export function readClusterMembers(stack: TerraformStack): readonly ClusterMember[] {
  return ofType(stack, "aws_rds_cluster_instance").map((one) => ({
    address: one.address,
    cluster: neededName(one, "cluster_identifier"),
  }));
}
