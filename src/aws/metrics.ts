/** Namespaces of the metrics that AWS's own services publish, and the dimension that names the thing measured. */
export const METRIC_NAMESPACES = {
  natGateway: { namespace: "AWS/NATGateway", dimension: "NatGatewayId" },
  applicationLoadBalancer: { namespace: "AWS/ApplicationELB", dimension: "LoadBalancer" },
  networkLoadBalancer: { namespace: "AWS/NetworkELB", dimension: "LoadBalancer" },
  instance: { namespace: "AWS/EC2", dimension: "InstanceId" },
} as const;

/**
 * Every metric with IPv6 in its name, by namespace, where all metrics of a namespace are known. Sources: the pages
 * "CloudWatch metrics for your Application Load Balancer", "Monitor NAT gateways with Amazon CloudWatch" and
 * "CloudWatch metrics that are available for your instances". Checked on 2026-11-21.
 */
export const IPV6_METRICS: ReadonlyMap<string, readonly string[]> = new Map([
  ["AWS/ApplicationELB", ["IPv6ProcessedBytes", "IPv6RequestCount"]],
  ["AWS/EC2", []],
  ["AWS/NATGateway", []],
]);

/** Units that CloudWatch's dashboards are wide. */
export const DASHBOARD_WIDTH = 24;
