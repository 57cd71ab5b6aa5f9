import type { Path } from "../../base/path.ts";
import type { Blueprint, MetricFilter as WrittenFilter } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, present, sortedEntries } from "../context.ts";
import { awsNameOf, awsStackName, displayName } from "../names.ts";
import { namesOf } from "../references.ts";
import type { MetricFilter } from "../types/cloudwatch.ts";
import type { FlowLog } from "../types/dhcp-and-flow-logs.ts";
import { flowLogPattern, patternWord } from "./flow-log-pattern.ts";

/** The metric filters, sorted by name; one on an unknown flow log is reported and left out. */
export function normaliseMetricFilters(
  context: Context,
  blueprint: Blueprint,
  flowLogs: readonly FlowLog[],
): readonly MetricFilter[] {
  return present(
    sortedEntries(blueprint.cloudwatch.metricFilters).map(([name, written]): MetricFilter | null => {
      const path: Path = ["cloudwatch", "metricFilters", name];
      const known = namesOf(blueprint.network.flowLogs);
      checkReference(context, "flow log", written.flowLog, known, [...path, "flowLog"]);
      const flowLog = flowLogs.find((candidate) => candidate.name === written.flowLog);
      if (flowLog === undefined) return null;
      const { valueField } = written;
      return {
        name,
        path,
        displayName: displayName(awsStackName(blueprint), awsNameOf(name, written)),
        flowLog: flowLog.name,
        fields: fieldsOf(written, path),
        pattern: flowLogPattern(flowLog.fields, written.match),
        value: valueField === undefined ? "1" : `$${patternWord(valueField)}`,
        unit: unitOf(valueField),
        ...metricOfFilter(blueprint, name, written),
      };
    }),
  );
}

/** The metric that a filter makes: every stack has a namespace of its own. */
export function metricOfFilter(
  blueprint: Blueprint,
  name: string,
  written: WrittenFilter,
): Pick<MetricFilter, "namespace" | "metricName"> {
  return { namespace: `FlowLogs/${awsStackName(blueprint)}`, metricName: awsNameOf(name, written) };
}

function fieldsOf({ match, valueField }: WrittenFilter, path: Path): MetricFilter["fields"] {
  const matched = sortedEntries(match).map(([name]) => ({ path: [...path, "match", name], name }));
  return valueField === undefined
    ? matched
    : [...matched, { path: [...path, "valueField"], name: valueField }];
}

function unitOf(valueField: string | undefined): MetricFilter["unit"] {
  if (valueField === "bytes") return "Bytes";
  return valueField === undefined || valueField === "packets" ? "Count" : "None";
}
