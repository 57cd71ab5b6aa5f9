import type { Metric } from "../types/cloudwatch.ts";
import type { Network } from "../types/network.ts";

/** Every metric that an alarm watches or a dashboard shows. */
export function metricsOf({ cloudwatch }: Network): readonly Metric[] {
  const shown = cloudwatch.dashboards
    .flatMap(({ widgets }) => widgets)
    .flatMap(({ content }) => (content.kind === "graph" ? content.lines : []));
  return [...cloudwatch.alarms.map(({ metric }) => metric), ...shown.map(({ metric }) => metric)];
}
