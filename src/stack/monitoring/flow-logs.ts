import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { FlowLog as AwsFlowLog, type FlowLogConfig } from "@cdktf/provider-aws/lib/flow-log/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import type { Construct } from "constructs";
import { arnIn } from "../../aws/partitions.ts";
import { assertNever } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { FlowLog, FlowLogDestination } from "../../model/types/dhcp-and-flow-logs.ts";
import type { Network } from "../../model/types/network.ts";
import { escapeTemplates } from "../escape-templates.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type FlowLogsMade, type Made, resourceFor, type SubnetMade, type VpcMade } from "../resources.ts";

interface FlowLogNeeds extends VpcMade {
  readonly subnets: Made<SubnetMade>;
}

/**
 * Makes the flow logs, and for those to CloudWatch Logs the log group and the role that may write to it; returns the
 * log groups.
 */
export function addFlowLogs(scope: Construct, network: Network, made: FlowLogNeeds): FlowLogsMade {
  const flowLogGroups = addLogGroups(scope, network);
  for (const flowLog of network.flowLogs) {
    const destination = addDestination(scope, flowLog, flowLogGroups, {
      region: network.region,
      account: made.vpc.ownerId,
    });
    for (const { id, subnet } of flowLog.scopes) {
      new AwsFlowLog(scope, terraformAddress("aws_flow_log", id), {
        ...(subnet === null ? { vpcId: made.vpc.id } : { subnetId: resourceFor(made.subnets, subnet).id }),
        trafficType: flowLog.trafficType,
        maxAggregationInterval: flowLog.maxAggregationInterval,
        logFormat: logFormat(flowLog.fields),
        ...destination,
        tags: withNameTag(flowLog.displayName, flowLog.tags),
      });
    }
  }
  return { flowLogGroups };
}

function addLogGroups(scope: Construct, network: Network): FlowLogsMade["flowLogGroups"] {
  return new Map(
    network.flowLogs.flatMap(({ name, displayName, destination, tags }) => {
      if (destination.kind !== "cloud-watch-logs") return [];
      const group = new CloudwatchLogGroup(
        scope,
        terraformAddress("aws_cloudwatch_log_group", `flow_log_${name}`),
        {
          name: `/aws/vpc/flow-logs/${displayName}`,
          retentionInDays: destination.retentionInDays,
          ...omitNull({ kmsKeyId: destination.kmsKeyId }),
          tags: withNameTag(displayName, tags),
        },
      );
      return [[name, group] as const];
    }),
  );
}

/** AWS marks fields as Terraform marks interpolations, so they are escaped to arrive as `${version} ${srcaddr}`. */
function logFormat(fields: readonly string[]): string {
  return escapeTemplates(fields.map((field) => `\${${field}}`).join(" "));
}

/** References that the role's policies need. */
interface AccountAndRegion {
  readonly region: string;
  readonly account: string;
}

function addDestination(
  scope: Construct,
  flowLog: FlowLog,
  logGroups: FlowLogsMade["flowLogGroups"],
  own: AccountAndRegion,
): FlowLogConfig {
  const { destination } = flowLog;
  switch (destination.kind) {
    case "s3":
      return {
        logDestinationType: "s3",
        logDestination: destination.destinationArn,
        ...filesOf(destination),
      };
    case "firehose":
      return {
        logDestinationType: "kinesis-data-firehose",
        logDestination: destination.deliveryStreamArn,
        ...destination.crossAccount,
      };
    case "existing-log-group":
      return destination.iamRoleArn === null
        ? toLogGroup(scope, flowLog, destination.logGroupArn, own)
        : { ...LOGS, logDestination: destination.logGroupArn, iamRoleArn: destination.iamRoleArn };
    case "cloud-watch-logs":
      return toLogGroup(scope, flowLog, resourceFor(logGroups, flowLog.name).arn, own);
    default:
      return assertNever(destination);
  }
}

const LOGS = { logDestinationType: "cloud-watch-logs" } as const;

/** What AWS does by itself is not written: a change of it would replace the flow log. */
function filesOf({
  fileFormat,
  hiveCompatiblePartitions,
  perHourPartition,
}: FlowLogDestination & { readonly kind: "s3" }): Pick<FlowLogConfig, "destinationOptions"> {
  if (fileFormat === "plain-text" && !hiveCompatiblePartitions && !perHourPartition) return {};
  return { destinationOptions: { fileFormat, hiveCompatiblePartitions, perHourPartition } };
}

/** To a log group, by a role that is made for it. */
function toLogGroup(
  scope: Construct,
  { name, displayName, tags }: FlowLog,
  logGroupArn: string,
  own: AccountAndRegion,
): FlowLogConfig {
  const nameTag = withNameTag(displayName, tags);
  // IAM names are shared by all regions of an account, so Terraform appends what makes this one free.
  const role = new IamRole(scope, terraformAddress("aws_iam_role", `flow_log_${name}`), {
    namePrefix: "vpc-flow-logs-",
    assumeRolePolicy: policy(trust(own)),
    tags: nameTag,
  });
  const rights = new IamRolePolicy(scope, terraformAddress("aws_iam_role_policy", `flow_log_${name}`), {
    name: "write-flow-logs",
    role: role.id,
    policy: policy(...writeRights(logGroupArn, own)),
  });
  return {
    ...LOGS,
    logDestination: logGroupArn,
    iamRoleArn: role.arn,
    // Records are lost while the role may not write yet.
    dependsOn: [rights],
  };
}

function policy(...statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/**
 * Without the conditions, flow logs of any account could borrow the role (the "confused deputy").
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
function trust({ region, account }: AccountAndRegion): object {
  return {
    Effect: "Allow",
    Principal: { Service: "vpc-flow-logs.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: {
      StringEquals: { "aws:SourceAccount": account },
      ArnLike: { "aws:SourceArn": arnIn(region, "ec2", account, "vpc-flow-log/*") },
    },
  };
}

/** The page above allows all of this on `*`, and making log groups too; the log group is there already. */
function writeRights(logGroupArn: string, { region, account }: AccountAndRegion): readonly object[] {
  return [
    {
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: `${logGroupArn}:*`,
    },
    {
      Effect: "Allow",
      Action: "logs:DescribeLogGroups",
      Resource: arnIn(region, "logs", account, "log-group:*"),
    },
  ];
}
