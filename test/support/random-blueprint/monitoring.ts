import fc from "fast-check";
import type { Tier } from "./tiers.ts";
import {
  anyPlace,
  type Drawn,
  listOrNothing,
  mapOf,
  nameAt,
  only,
  pick,
  pickSome,
  rarely,
  somePlaces,
  sometimes,
  type Tree,
} from "./tree.ts";

const ROLE = "arn:aws:iam::123456789012:role/flow-logs";
const STREAM = "arn:aws:firehose:eu-west-1:210987654321:deliverystream/flow-logs";
const TOPIC = "arn:aws:sns:eu-west-1:123456789012:network";
const BUCKET = "arn:aws:s3:::example";

/** Every destination of a flow log, some with all that can be set. */
const DESTINATIONS = [
  { cloudWatchLogs: {} },
  { cloudWatchLogs: { retentionInDays: 365 } },
  { s3: { bucketArn: BUCKET } },
  {
    s3: {
      bucketArn: BUCKET,
      prefix: "edge",
      fileFormat: "parquet",
      hiveCompatiblePartitions: true,
      perHourPartition: true,
    },
  },
  {
    existingLogGroup: {
      logGroupArn: "arn:aws:logs:eu-west-1:123456789012:log-group:flow-logs",
      iamRoleArn: ROLE,
    },
  },
  { firehose: { deliveryStreamArn: STREAM } },
  {
    firehose: {
      deliveryStreamArn: STREAM,
      crossAccount: {
        iamRoleArn: ROLE,
        deliverCrossAccountRole: "arn:aws:iam::210987654321:role/flow-logs",
      },
    },
  },
] as const;
const FIELDS = ["pkt-srcaddr", "action", "flow-direction", "tcp-flags", "az-id"] as const;

/** What is drawn of a flow log. */
export const flowLogDraft = fc.record({
  destination: fc.constantFrom(...DESTINATIONS),
  trafficType: fc.constantFrom(undefined, "ALL", "ACCEPT", "REJECT"),
  tiers: somePlaces,
  maxAggregationInterval: fc.constantFrom(undefined, 60, 600),
  fields: fc.option(somePlaces),
});

/** `network.flowLogs`: of some tiers, or of the VPC. */
export function flowLogsOf(
  drafts: readonly Drawn<typeof flowLogDraft>[],
  tiers: readonly Tier[],
): Tree | undefined {
  const logs = drafts.map(({ fields, tiers: places, ...draft }, index) => {
    const subnets = listOrNothing(pickSome(tiers, places).map(({ name }) => name));
    const more = fields === null ? undefined : ["srcaddr", "bytes", ...pickSome(FIELDS, fields)];
    return [nameAt("log", index), { ...draft, subnets, fields: more }] as const;
  });
  return mapOf(logs);
}

/** What can be measured. */
export interface Measured {
  readonly natGateways: readonly string[];
  readonly balancers: readonly { readonly name: string; readonly type: string }[];
  readonly instances: readonly string[];
  /** Flow logs whose group of logs the stack has. */
  readonly flowLogs: readonly string[];
}

const metricDraft = fc.record({
  kind: fc.constantFrom("natGateway", "loadBalancer", "instance", "metricFilter", "custom"),
  place: anyPlace,
});
type MetricDraft = Drawn<typeof metricDraft>;

/** What is drawn of Amazon CloudWatch. */
export const cloudwatchDraft = sometimes(
  fc.record({
    alarm: metricDraft,
    operator: fc.constantFrom("GreaterThanThreshold", "LessThanOrEqualToThreshold"),
    threshold: fc.constantFrom(0, 0.5, 1_000_000),
    statistic: fc.constantFrom(undefined, "Average", "SampleCount"),
    period: fc.constantFrom(undefined, 10, 60, 86_400),
    treatMissingData: fc.constantFrom(undefined, "missing", "breaching"),
    hasActions: rarely(40),
    graphs: fc.array(metricDraft, { maxLength: 2 }),
    text: fc.constantFrom(undefined, '# The "edge" ${x}'),
  }),
);

/** `cloudwatch`: an alarm, a dashboard, and a filter where a flow log can have one. */
export function cloudwatchOf(draft: Drawn<typeof cloudwatchDraft>, measured: Measured): Tree | undefined {
  if (draft === null) return undefined;
  const { statistic, period, treatMissingData, threshold, hasActions } = draft;
  const metric = metricOf(draft.alarm, measured);
  const alarmActions = hasActions ? [TOPIC] : undefined;
  const comparisonOperator = draft.operator;
  const alarm = { metric, comparisonOperator, threshold, statistic, period, treatMissingData, alarmActions };
  const graphs = draft.graphs.map(
    (graph, index) =>
      [nameAt("graph", index), { graph: { metrics: { one: metricOf(graph, measured) } } }] as const,
  );
  const words = draft.text === undefined ? undefined : { text: draft.text };
  const widgets = mapOf([...graphs, ["words", words]]);
  const [log] = measured.flowLogs;
  const filter = { flowLog: log, match: { srcaddr: "*:*" }, valueField: "bytes" };
  return {
    metricFilters: log === undefined ? undefined : only("bytes", filter),
    alarms: { main: alarm },
    dashboards: widgets === undefined ? undefined : { main: { widgets } },
  };
}

function metricOf({ kind, place }: MetricDraft, measured: Measured): Tree {
  const custom = { custom: { namespace: "example", metricName: "orders", dimensions: { shop: "main" } } };
  switch (kind) {
    case "natGateway": {
      const name = pick(measured.natGateways, place);
      return name === null ? custom : { natGateway: { name, metricName: "ErrorPortAllocation" } };
    }
    case "loadBalancer": {
      const balancer = pick(measured.balancers, place);
      const metricName = balancer?.type === "network" ? "ActiveFlowCount" : "RequestCount";
      return balancer === null ? custom : { loadBalancer: { name: balancer.name, metricName } };
    }
    case "instance": {
      const name = pick(measured.instances, place);
      return name === null ? custom : { instance: { name, metricName: "NetworkPacketsIn" } };
    }
    case "metricFilter":
      return measured.flowLogs.length === 0 ? custom : { metricFilter: "bytes" };
    case "custom":
      return custom;
  }
}
