import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import type { NetworkfirewallFirewall } from "@cdktf/provider-aws/lib/networkfirewall-firewall/index.js";
import { NetworkfirewallLoggingConfiguration } from "@cdktf/provider-aws/lib/networkfirewall-logging-configuration/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { FirewallLog, NetworkFirewall } from "../../model/types/network-firewall.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";

/** Makes the log groups of a firewall, and tells it what to write where. */
export function addFirewallLogs(
  scope: Construct,
  firewall: NetworkFirewall,
  { arn }: Pick<NetworkfirewallFirewall, "arn">,
): void {
  const { name, logs } = firewall;
  if (logs.length === 0) return;
  new NetworkfirewallLoggingConfiguration(
    scope,
    terraformAddress("aws_networkfirewall_logging_configuration", name),
    {
      firewallArn: arn,
      loggingConfiguration: {
        logDestinationConfig: logs.map((log) => ({
          logType: log.kind.toUpperCase(),
          ...destination(scope, firewall, log),
        })),
      },
    },
  );
}

interface Destination {
  readonly logDestinationType: string;
  readonly logDestination: Record<string, string>;
}

function destination(
  scope: Construct,
  { displayName, tags }: NetworkFirewall,
  { kind, destination: to }: FirewallLog,
): Destination {
  switch (to.kind) {
    case "cloud-watch-logs": {
      const group = new CloudwatchLogGroup(scope, terraformAddress("aws_cloudwatch_log_group", to.id), {
        name: `/aws/network-firewall/${displayName}/${kind}`,
        retentionInDays: to.retentionInDays,
        ...omitNull({ kmsKeyId: to.kmsKeyId }),
        tags: withNameTag(`${displayName}-${kind}`, tags),
      });
      return { logDestinationType: "CloudWatchLogs", logDestination: { logGroup: group.name } };
    }
    case "s3": {
      const { bucketName, prefix } = to;
      const logDestination = prefix === null ? { bucketName } : { bucketName, prefix };
      return { logDestinationType: "S3", logDestination };
    }
    case "firehose":
      return {
        logDestinationType: "KinesisDataFirehose",
        logDestination: { deliveryStream: to.deliveryStream },
      };
  }
}
