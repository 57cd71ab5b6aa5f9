import { fromState } from "../fields/field.ts";
import { flowLogBucketArguments, flowLogFields } from "../fields/flow-log.ts";
import type { FoundFlowLog } from "../types/flow-logs.ts";
import type { StateResources } from "./resources.ts";
import { nameTag } from "./values.ts";

/** The flow logs of the whole VPC. */
export function readFlowLogs(resources: StateResources, vpcId: string): readonly FoundFlowLog[] {
  return resources.having("vpc_id", vpcId, "aws_flow_log").map(({ id, values }) => ({
    id,
    name: nameTag(values),
    ...fromState(flowLogFields, values),
    files: fromState(flowLogBucketArguments, values.blocks("destination_options")[0]),
  }));
}
