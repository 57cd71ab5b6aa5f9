import { METRIC_NAMESPACES } from "../../aws/metrics.ts";
import type { Path } from "../../base/path.ts";
import type { Blueprint, Metric as WrittenMetric } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference } from "../context.ts";
import { namesOf } from "../references.ts";
import type { Metric } from "../types/cloudwatch.ts";
import type { LoadBalancer } from "../types/load-balancing.ts";
import type { NatGateway } from "../types/routing.ts";
import { metricOfFilter } from "./metric-filters.ts";

/** What metrics can be of. */
export interface MetricSurroundings {
  readonly natGateways: readonly NatGateway[];
  readonly loadBalancers: readonly LoadBalancer[];
}

/** The metrics that are meant: one for each zone of a NAT gateway, otherwise one; none where a name is unknown. */
export function normaliseMetric(
  context: Context,
  blueprint: Blueprint,
  { natGateways, loadBalancers }: MetricSurroundings,
  written: WrittenMetric,
  path: Path,
): readonly Metric[] {
  if (written.custom !== undefined) {
    const { namespace, metricName, dimensions } = written.custom;
    return [{ path: [...path, "custom"], namespace, metricName, of: { kind: "dimensions", dimensions } }];
  }
  if (written.metricFilter !== undefined) {
    const name = written.metricFilter;
    const at = [...path, "metricFilter"];
    const { metricFilters } = blueprint.cloudwatch;
    const filter = metricFilters[name];
    if (!checkReference(context, "metric filter", name, namesOf(metricFilters), at) || filter === undefined)
      return [];
    return [
      { path: at, ...metricOfFilter(blueprint, name, filter), of: { kind: "dimensions", dimensions: {} } },
    ];
  }
  if (written.instance !== undefined) {
    const { name, metricName } = written.instance;
    const at = [...path, "instance"];
    const known = namesOf(blueprint.compute.instances);
    if (!checkReference(context, "instance", name, known, [...at, "name"])) return [];
    const { namespace } = METRIC_NAMESPACES.instance;
    return [{ path: at, namespace, metricName, of: { kind: "instance", name } }];
  }
  if (written.loadBalancer !== undefined) {
    const { name, metricName } = written.loadBalancer;
    const at = [...path, "loadBalancer"];
    checkReference(context, "load balancer", name, namesOf(blueprint.loadBalancers), [...at, "name"]);
    return loadBalancers
      .filter((balancer) => balancer.name === name)
      .map((balancer) => ({
        path: at,
        namespace: balancerNamespace(balancer),
        metricName,
        of: { kind: "load-balancer", name },
      }));
  }
  const { name, metricName } = written.natGateway;
  const at = [...path, "natGateway"];
  checkReference(context, "NAT gateway", name, namesOf(blueprint.network.natGateways), [...at, "name"]);
  const { namespace } = METRIC_NAMESPACES.natGateway;
  return natGateways
    .filter((gateway) => gateway.name === name)
    .flatMap(({ gateways }) => gateways)
    .map(({ id }) => ({ path: at, namespace, metricName, of: { kind: "nat-gateway", id } }));
}

function balancerNamespace({ type }: LoadBalancer): string {
  const { applicationLoadBalancer, networkLoadBalancer } = METRIC_NAMESPACES;
  return (type === "application" ? applicationLoadBalancer : networkLoadBalancer).namespace;
}
