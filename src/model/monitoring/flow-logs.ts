import { DEFAULT_FLOW_LOG_FIELDS } from "../../aws/flow-log-fields.ts";
import { invariant } from "../../base/invariant.ts";
import type { Path } from "../../base/path.ts";
import type { Blueprint, FlowLog as WrittenFlowLog } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, sortedEntries } from "../context.ts";
import { awsNameOf, awsStackName, displayName } from "../names.ts";
import type { FlowLog, FlowLogDestination, FlowLogScope } from "../types/dhcp-and-flow-logs.ts";
import type { Tier } from "../types/subnets.ts";

/** The flow logs, sorted by name. */
export function normaliseFlowLogs(
  context: Context,
  blueprint: Blueprint,
  tiers: readonly Tier[],
): readonly FlowLog[] {
  return sortedEntries(blueprint.network.flowLogs).map(([name, written]): FlowLog => {
    const path: Path = ["network", "flowLogs", name];
    return {
      name,
      path,
      displayName: displayName(awsStackName(blueprint), awsNameOf(name, written)),
      trafficType: written.trafficType,
      destination: readDestination(written),
      scopes: scopesOf(context, name, written, path, tiers),
      maxAggregationInterval: written.maxAggregationInterval,
      fields: written.fields ?? DEFAULT_FLOW_LOG_FIELDS,
      tags: written.tags,
    };
  });
}

function scopesOf(
  context: Context,
  name: string,
  written: WrittenFlowLog,
  path: Path,
  tiers: readonly Tier[],
): readonly FlowLogScope[] {
  if (written.subnets === undefined) return [{ id: name, subnet: null }];
  const names = tiers.map((tier) => tier.name);
  return written.subnets
    .filter((tier, index) => checkReference(context, "subnet tier", tier, names, [...path, "subnets", index]))
    .flatMap((tier) => tiers.find((candidate) => candidate.name === tier)?.subnets ?? [])
    .map((subnet) => ({ id: `${name}_${subnet.id}`, subnet: subnet.id }));
}

function readDestination({ destination }: WrittenFlowLog): FlowLogDestination {
  if (destination.cloudWatchLogs !== undefined) {
    const { retentionInDays, kmsKeyId } = destination.cloudWatchLogs;
    return { kind: "cloud-watch-logs", retentionInDays, kmsKeyId: kmsKeyId ?? null };
  }
  if (destination.existingLogGroup !== undefined) {
    const { logGroupArn, iamRoleArn } = destination.existingLogGroup;
    return { kind: "existing-log-group", logGroupArn, iamRoleArn: iamRoleArn ?? null };
  }
  if (destination.firehose !== undefined) {
    const { deliveryStreamArn, crossAccount } = destination.firehose;
    return { kind: "firehose", deliveryStreamArn, crossAccount: crossAccount ?? null };
  }
  invariant(destination.s3 !== undefined, "a flow log destination without a choice passed the schema");
  const { bucketArn, prefix, ...files } = destination.s3;
  const destinationArn = prefix === undefined ? bucketArn : `${bucketArn}/${prefix}`;
  return { kind: "s3", destinationArn, ...files };
}

/** Why a flow log brings no log group of its own; null: it does. */
export function whyNoLogGroup({ name, destination }: FlowLog): string | null {
  const written = {
    "cloud-watch-logs": null,
    "existing-log-group": "writes to a log group that is made elsewhere",
    s3: "writes to S3",
    firehose: "writes to Firehose",
  } as const;
  const why = written[destination.kind];
  return why === null ? null : `flow log "${name}" ${why}`;
}
