import { monitoringFacts } from "../../aws/facts/monitoring.ts";
import type { Rule } from "../rule.ts";

/** Metric filters read CloudWatch Logs. */
export const metricFilterWithoutLogGroup: Rule<"metric-filter-without-log-group"> = {
  id: "metric-filter-without-log-group",
  severity: "error",
  title: "The flow log of a metric filter writes to CloudWatch Logs.",
  why: "A metric filter belongs to a log group. A flow log that writes to S3 has none: its records are counted by Athena, not by CloudWatch.",
  sources: [monitoringFacts.metricFiltersAreOfLogGroups],
  check({ cloudwatch, flowLogs }, report) {
    for (const { path, flowLog: name } of cloudwatch.metricFilters) {
      const flowLog = flowLogs.find((candidate) => candidate.name === name);
      if (flowLog?.destination.kind !== "s3") continue;
      report(
        [...path, "flowLog"],
        `flow log "${name}" writes to S3: there is no log group to filter`,
        "add a flow log with destination: { cloudWatchLogs: {} }",
      );
    }
  },
};
