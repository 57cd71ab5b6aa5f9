import { DASHBOARD_WIDTH } from "../../aws/metrics.ts";
import type { Path } from "../../base/path.ts";
import type { Blueprint, DashboardWidget as WrittenWidget } from "../../blueprint/blueprint.generated.ts";
import { type Context, sortedEntries } from "../context.ts";
import { awsNameOf, awsStackName, displayName } from "../names.ts";
import type { Dashboard, GraphLine, WidgetContent } from "../types/cloudwatch.ts";
import { type MetricSurroundings, normaliseMetric } from "./metrics.ts";

const WIDGETS_IN_ROW = 2;
const WIDTH = DASHBOARD_WIDTH / WIDGETS_IN_ROW;
const HEIGHT = 6;

/** The dashboards, sorted by name: two widgets in each row, in the order of their names. */
export function normaliseDashboards(
  context: Context,
  blueprint: Blueprint,
  surroundings: MetricSurroundings,
): readonly Dashboard[] {
  return sortedEntries(blueprint.cloudwatch.dashboards).map(([name, written]): Dashboard => {
    const path: Path = ["cloudwatch", "dashboards", name];
    return {
      name,
      path,
      displayName: displayName(awsStackName(blueprint), awsNameOf(name, written)),
      widgets: sortedEntries(written.widgets).map(([widgetName, widget], index) => ({
        name: widgetName,
        x: (index % WIDGETS_IN_ROW) * WIDTH,
        y: Math.floor(index / WIDGETS_IN_ROW) * HEIGHT,
        width: WIDTH,
        height: HEIGHT,
        content: contentOf(context, blueprint, surroundings, widget, [...path, "widgets", widgetName]),
      })),
    };
  });
}

function contentOf(
  context: Context,
  blueprint: Blueprint,
  surroundings: MetricSurroundings,
  written: WrittenWidget,
  path: Path,
): WidgetContent {
  if (written.text !== undefined) return { kind: "text", markdown: written.text };
  const { title = null, metrics, statistic, period, view } = written.graph;
  const lines = sortedEntries(metrics).flatMap(([name, metric]): readonly GraphLine[] => {
    const at = [...path, "graph", "metrics", name];
    const found = normaliseMetric(context, blueprint, surroundings, metric, at);
    return found.map((one) => ({
      label: one.of.kind === "nat-gateway" && found.length > 1 ? `${name} ${one.of.id}` : name,
      metric: one,
    }));
  });
  return { kind: "graph", title, lines, statistic, period, view };
}
