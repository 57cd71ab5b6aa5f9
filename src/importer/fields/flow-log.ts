import type { FlowLog } from "@aws-sdk/client-ec2";
import type { FlowLogBucket, FlowLog as WrittenFlowLog } from "../../blueprint/blueprint.generated.ts";
import { type ArgumentsOf, fieldsOf, unless } from "./field.ts";

const { text, number } = fieldsOf<FlowLog>();
const options = fieldsOf<NonNullable<FlowLog["DestinationOptions"]>>();

/** What a blueprint says of a flow log beside its fields and its destination. */
export const flowLogArguments = {
  trafficType: unless("ALL", text("traffic_type", "TrafficType", "ALL")),
  maxAggregationInterval: unless(600, number("max_aggregation_interval", "MaxAggregationInterval", 600)),
} satisfies ArgumentsOf<WrittenFlowLog>;

/** What a blueprint says of the files in a bucket. */
export const flowLogBucketArguments = {
  fileFormat: unless("plain-text", options.text("file_format", "FileFormat", "plain-text")),
  hiveCompatiblePartitions: options.optIn("hive_compatible_partitions", "HiveCompatiblePartitions"),
  perHourPartition: options.optIn("per_hour_partition", "PerHourPartition"),
} satisfies ArgumentsOf<FlowLogBucket>;

/** What import reads of a flow log. */
export const flowLogFields = {
  ...flowLogArguments,
  logFormat: text("log_format", "LogFormat", ""),
  destinationType: text("log_destination_type", "LogDestinationType", "cloud-watch-logs"),
  destination: text("log_destination", "LogDestination", ""),
  iamRoleArn: text("iam_role_arn", "DeliverLogsPermissionArn", null),
  crossAccountRole: text("deliver_cross_account_role", "DeliverCrossAccountRole", null),
};
