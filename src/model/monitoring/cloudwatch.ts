import type { Path } from "../../base/path.ts";
import type { Blueprint, Alarm as WrittenAlarm } from "../../blueprint/blueprint.generated.ts";
import { type Context, sortedEntries } from "../context.ts";
import { awsNameOf, awsStackName, displayName } from "../names.ts";
import type { Alarm, Cloudwatch, Metric } from "../types/cloudwatch.ts";
import type { FlowLog } from "../types/dhcp-and-flow-logs.ts";
import type { NatGateway } from "../types/routing.ts";
import { normaliseDashboards } from "./dashboards.ts";
import { normaliseMetricFilters } from "./metric-filters.ts";
import { type MetricSurroundings, normaliseMetric } from "./metrics.ts";

/** Metrics from flow logs, alarms and dashboards, each sorted by name. */
export function normaliseCloudwatch(
  context: Context,
  blueprint: Blueprint,
  { flowLogs, ...surroundings }: MetricSurroundings & { readonly flowLogs: readonly FlowLog[] },
): Cloudwatch {
  return {
    metricFilters: normaliseMetricFilters(context, blueprint, flowLogs),
    alarms: sortedEntries(blueprint.cloudwatch.alarms).flatMap(([name, written]) =>
      alarmsOf(context, blueprint, surroundings, name, written),
    ),
    dashboards: normaliseDashboards(context, blueprint, surroundings),
  };
}

function alarmsOf(
  context: Context,
  blueprint: Blueprint,
  surroundings: MetricSurroundings,
  name: string,
  written: WrittenAlarm,
): readonly Alarm[] {
  const path: Path = ["cloudwatch", "alarms", name];
  const own = awsNameOf(name, written);
  return normaliseMetric(context, blueprint, surroundings, written.metric, [...path, "metric"]).map(
    (metric): Alarm => {
      const zonal = zonalGateway(metric);
      const inAws = awsNameOfGateway(surroundings.natGateways, zonal);
      return {
        id: zonal === null ? name : `${name}_${zonal}`,
        name,
        path,
        displayName: displayName(awsStackName(blueprint), inAws === null ? own : `${own}-${inAws}`),
        description: written.description ?? null,
        metric,
        comparisonOperator: written.comparisonOperator,
        threshold: written.threshold,
        statistic: written.statistic,
        period: written.period,
        evaluationPeriods: written.evaluationPeriods,
        treatMissingData: written.treatMissingData,
        alarmActions: written.alarmActions,
        okActions: written.okActions,
        tags: written.tags,
      };
    },
  );
}

function zonalGateway({ of }: Metric): string | null {
  return of.kind === "nat-gateway" ? of.id : null;
}

function awsNameOfGateway(natGateways: readonly NatGateway[], id: string | null): string | null {
  return natGateways.flatMap(({ gateways }) => gateways).find((one) => one.id === id)?.awsName ?? null;
}
