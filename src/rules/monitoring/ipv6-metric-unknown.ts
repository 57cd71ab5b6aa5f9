import { monitoringFacts } from "../../aws/facts/monitoring.ts";
import { IPV6_METRICS } from "../../aws/metrics.ts";
import { metricsOf } from "../../model/monitoring/metric-lookup.ts";
import type { Rule } from "../rule.ts";

/** CloudWatch has few metrics of IPv6. */
export const ipv6MetricUnknown: Rule<"ipv6-metric-unknown"> = {
  id: "ipv6-metric-unknown",
  severity: "warning",
  title: "A metric of EC2, NAT gateways or application load balancers with IPv6 in its name exists.",
  why: "CloudWatch accepts an alarm on a metric that nobody publishes: it has no data, and never rings. EC2 and NAT gateways have no metric of IPv6 alone, whatever older guides say; an application load balancer has IPv6RequestCount and IPv6ProcessedBytes. What else there is to know is in the flow logs, where the field type tells the families apart.",
  sources: [
    monitoringFacts.noIpv6MetricOfEc2,
    monitoringFacts.noIpv6MetricOfNatGateway,
    monitoringFacts.ipv6MetricsOfLoadBalancer,
  ],
  check(network, report) {
    for (const { path, namespace, metricName } of metricsOf(network)) {
      const known = IPV6_METRICS.get(namespace);
      if (known === undefined || known.includes(metricName) || !/ipv6/i.test(metricName)) continue;
      const flowLogs = "count IPv6 in a flow log: { metricFilter: … } with match: { type: IPv6 }";
      report(
        [...path, "metricName"],
        `${namespace} has no metric ${metricName}`,
        known.length === 0 ? flowLogs : `it has ${known.join(" and ")}; or ${flowLogs}`,
      );
    }
  },
};
