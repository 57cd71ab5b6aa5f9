import { monitoringFacts } from "../../aws/facts/monitoring.ts";
import { logRetentionDays as ALLOWED } from "../../aws/log-retention.ts";
import type { Path } from "../../base/path.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** CloudWatch Logs keeps records for certain numbers of days. */
export const logRetentionDays: Rule<"log-retention-days"> = {
  id: "log-retention-days",
  severity: "error",
  title: "The retention of a log group is a number of days that CloudWatch Logs knows.",
  why: "CloudWatch Logs takes 22 numbers of days and no other, and the AWS provider refuses the others before it is asked. A month is 30, a year 365, ten years 3653.",
  sources: [monitoringFacts.logGroupRetentionDays],
  check(network, report) {
    for (const { path, days } of retentions(network)) {
      if (ALLOWED.includes(days)) continue;
      const longer = ALLOWED.find((allowed) => allowed > days);
      report(path, `CloudWatch Logs cannot keep records for ${days} days`, `write ${longer}`);
    }
  },
};

const IN_LOG_GROUP = ["destination", "cloudWatchLogs", "retentionInDays"];

function retentions(network: Network): readonly { readonly path: Path; readonly days: number }[] {
  const flowLogs = network.flowLogs.flatMap(({ path, destination }) =>
    destination.kind === "cloud-watch-logs"
      ? [{ path: [...path, ...IN_LOG_GROUP], days: destination.retentionInDays }]
      : [],
  );
  const containers = network.ecs.taskDefinitions.map(({ path, logGroup }) => ({
    path: [...path, "logRetentionInDays"],
    days: logGroup.retentionInDays,
  }));
  const queryLogs = network.route53.resolverQueryLogs.flatMap(({ path, destination }) =>
    destination.kind === "cloud-watch-logs"
      ? [{ path: [...path, ...IN_LOG_GROUP], days: destination.retentionInDays }]
      : [],
  );
  const clusters = network.eks.clusters.flatMap(({ path, logs }) =>
    logs === null ? [] : [{ path: [...path, "logRetentionInDays"], days: logs.retentionInDays }],
  );
  const firewallLogs = network.networkFirewalls.flatMap(({ path, logs }) =>
    logs.flatMap(({ kind, destination }) =>
      destination.kind === "cloud-watch-logs"
        ? [
            {
              path: [...path, "logging", kind, "cloudWatchLogs", "retentionInDays"],
              days: destination.retentionInDays,
            },
          ]
        : [],
    ),
  );
  return [...flowLogs, ...containers, ...queryLogs, ...clusters, ...firewallLogs];
}
