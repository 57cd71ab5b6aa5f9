import { monitoringFacts } from "../../aws/facts/monitoring.ts";
import { whyNoLogGroup } from "../../model/monitoring/flow-logs.ts";
import type { Rule } from "../rule.ts";

/** Metric filters read CloudWatch Logs. */
export const metricFilterWithoutLogGroup: Rule<"metric-filter-without-log-group"> = {
  id: "metric-filter-without-log-group",
  severity: "error",
  title: "The flow log of a metric filter writes to a log group that Hextet makes.",
  why: "A metric filter belongs to a log group. A flow log that writes to S3 or Firehose has none: its records are counted by Athena or by what the stream feeds, not by CloudWatch. The metric filters of a log group that is made elsewhere belong beside it.",
  sources: [monitoringFacts.metricFiltersAreOfLogGroups],
  check({ cloudwatch, flowLogs }, report) {
    for (const { path, flowLog: name } of cloudwatch.metricFilters) {
      const flowLog = flowLogs.find((candidate) => candidate.name === name);
      const why = flowLog === undefined ? null : whyNoLogGroup(flowLog);
      if (why === null) continue;
      report(
        [...path, "flowLog"],
        `${why}: there is no log group of this stack to filter`,
        "add a flow log with destination: { cloudWatchLogs: {} }",
      );
    }
  },
};
