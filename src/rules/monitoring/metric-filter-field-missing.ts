import { monitoringFacts } from "../../aws/facts/monitoring.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import type { Rule } from "../rule.ts";

/** What is not recorded cannot be counted. */
export const metricFilterFieldMissing: Rule<"metric-filter-field-missing"> = {
  id: "metric-filter-field-missing",
  severity: "error",
  title: "A metric filter looks only at fields that its flow log records.",
  why: "A metric filter takes the words of a record in their order, and knows only the fields that the flow log writes. With a field that is not there the filter matches nothing: the metric stays at zero, and an alarm on it never rings. AWS's own list of fields lacks type, without which IPv6 cannot be told apart.",
  sources: [monitoringFacts.metricFilterReadsFieldsInOrder, routingFacts.flowLogTypeField],
  check({ cloudwatch, flowLogs }, report) {
    for (const { flowLog: name, fields } of cloudwatch.metricFilters) {
      const recorded = flowLogs.find((flowLog) => flowLog.name === name)?.fields ?? [];
      for (const { path, name: field } of fields) {
        if (recorded.includes(field)) continue;
        report(
          path,
          `flow log "${name}" does not record ${field}`,
          `add ${field} to network.flowLogs.${name}.fields`,
        );
      }
    }
  },
};
