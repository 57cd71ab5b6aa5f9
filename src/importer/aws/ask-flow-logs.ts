import { type EC2Client, paginateDescribeFlowLogs } from "@aws-sdk/client-ec2";
import { fromApi } from "../fields/field.ts";
import { flowLogBucketArguments, flowLogFields } from "../fields/flow-log.ts";
import type { FoundFlowLog } from "../types/flow-logs.ts";
import type { Unplaced } from "../types/inventory.ts";
import { askAll } from "./ask.ts";
import { refused } from "./ask-others.ts";
import { nameOfTags } from "./map-network.ts";

/** The flow logs of the VPC, and those of its subnets, which have no place in an inventory. */
export async function askFlowLogs(
  client: EC2Client,
  vpcId: string,
  subnets: readonly string[],
): Promise<{ readonly flowLogs: readonly FoundFlowLog[]; readonly others: readonly Unplaced[] }> {
  // A filter takes but 200 ids, and an account has few flow logs.
  const pages = paginateDescribeFlowLogs({ client }, {});
  try {
    const all = await askAll("ec2:DescribeFlowLogs", pages, (page) => page.FlowLogs);
    return {
      flowLogs: all
        .filter(({ ResourceId }) => ResourceId === vpcId)
        .map((one) => ({
          id: one.FlowLogId ?? "",
          name: nameOfTags(one.Tags),
          ...fromApi(flowLogFields, one),
          files: fromApi(flowLogBucketArguments, one.DestinationOptions ?? {}),
        })),
      others: all
        .filter(({ ResourceId = "" }) => subnets.includes(ResourceId))
        .map(({ FlowLogId, ResourceId }) => ({
          kind: "flow log",
          id: FlowLogId ?? "",
          detail: `of ${ResourceId} alone: it stays as it is`,
        })),
    };
  } catch (error) {
    return { flowLogs: [], others: refused(error) };
  }
}
