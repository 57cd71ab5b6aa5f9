import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard/index.js";
import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter/index.js";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import type { Construct } from "constructs";
import { METRIC_NAMESPACES } from "../../aws/metrics.ts";
import { assertNever } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Alarm, Metric, MetricFilter, Widget } from "../../model/types/cloudwatch.ts";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import {
  type ComputeMade,
  type FlowLogsMade,
  type GatewaysMade,
  type LoadBalancingMade,
  resourceFor,
} from "../resources.ts";

type NeededByMetrics = Pick<ComputeMade, "instances"> &
  Pick<LoadBalancingMade, "loadBalancers"> &
  Pick<GatewaysMade, "natGateways">;

/** Adds the metric filters, the alarms and the dashboards. */
export function addCloudwatch(
  scope: Construct,
  network: Network,
  made: NeededByMetrics & FlowLogsMade,
): void {
  const { metricFilters, alarms, dashboards } = network.cloudwatch;
  for (const filter of metricFilters) addMetricFilter(scope, made, filter);
  for (const alarm of alarms) addAlarm(scope, made, alarm);
  for (const { name, displayName, widgets } of dashboards) {
    new CloudwatchDashboard(scope, terraformAddress("aws_cloudwatch_dashboard", name), {
      dashboardName: displayName,
      dashboardBody: JSON.stringify({ widgets: widgets.map((widget) => widgetBody(network, made, widget)) }),
    });
  }
}

function addMetricFilter(scope: Construct, { flowLogGroups }: FlowLogsMade, filter: MetricFilter): void {
  const { name, displayName, flowLog, pattern, value, unit, namespace, metricName } = filter;
  new CloudwatchLogMetricFilter(scope, terraformAddress("aws_cloudwatch_log_metric_filter", name), {
    name: displayName,
    logGroupName: resourceFor(flowLogGroups, flowLog).name,
    pattern,
    // Without a default value a quiet minute has no data, which an alarm cannot tell from a dead flow log.
    metricTransformation: { name: metricName, namespace, value, unit, defaultValue: "0" },
  });
}

function addAlarm(scope: Construct, made: NeededByMetrics, alarm: Alarm): void {
  const { metric, displayName, description, alarmActions, okActions } = alarm;
  const dimensions = dimensionsOf(made, metric);
  new CloudwatchMetricAlarm(scope, terraformAddress("aws_cloudwatch_metric_alarm", alarm.id), {
    alarmName: displayName,
    namespace: metric.namespace,
    metricName: metric.metricName,
    comparisonOperator: alarm.comparisonOperator,
    threshold: alarm.threshold,
    statistic: alarm.statistic,
    period: alarm.period,
    evaluationPeriods: alarm.evaluationPeriods,
    treatMissingData: alarm.treatMissingData,
    tags: withNameTag(displayName, alarm.tags),
    ...omitNull({
      alarmDescription: description,
      dimensions: Object.keys(dimensions).length === 0 ? null : dimensions,
      alarmActions: alarmActions.length === 0 ? null : [...alarmActions],
      okActions: okActions.length === 0 ? null : [...okActions],
    }),
  });
}

function dimensionsOf(made: NeededByMetrics, { of, namespace }: Metric): Record<string, string> {
  switch (of.kind) {
    case "nat-gateway":
      return { [METRIC_NAMESPACES.natGateway.dimension]: resourceFor(made.natGateways, of.id).id };
    case "instance":
      return { [METRIC_NAMESPACES.instance.dimension]: resourceFor(made.instances, of.name).id };
    case "load-balancer": {
      const { applicationLoadBalancer, networkLoadBalancer } = METRIC_NAMESPACES;
      const isApplication = namespace === applicationLoadBalancer.namespace;
      const { dimension } = isApplication ? applicationLoadBalancer : networkLoadBalancer;
      return { [dimension]: resourceFor(made.loadBalancers, of.name).arnSuffix };
    }
    case "dimensions":
      return { ...of.dimensions };
    default:
      return assertNever(of);
  }
}

/** Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
function widgetBody(
  network: Network,
  made: NeededByMetrics,
  { content, x, y, width, height }: Widget,
): object {
  const place = { x, y, width, height };
  if (content.kind === "text") return { type: "text", ...place, properties: { markdown: content.markdown } };
  const { title, lines, statistic, period, view } = content;
  const metrics = lines.map(({ label, metric }) => [
    metric.namespace,
    metric.metricName,
    ...Object.entries(dimensionsOf(made, metric)).flat(),
    { label },
  ]);
  const properties = {
    ...omitNull({ title }),
    metrics,
    region: network.region,
    stat: statistic,
    period,
    view,
  };
  return { type: "metric", ...place, properties };
}
