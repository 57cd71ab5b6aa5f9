// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import type { FlowLog } from "../../../src/model/types/dhcp-and-flow-logs.ts";
import { terraformText } from "../../support/hostile-text.ts";
import { at, listAt, parseJson, textAt } from "../../support/json.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { sampleNetwork } from "../../support/sample-network.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";
import { wholeNetwork } from "../../support/whole-network.ts";

function stackWith(overrides: Partial<FlowLog>) {
  const flowLogs = wholeNetwork().flowLogs.map((flowLog) => ({ ...flowLog, ...overrides }));
  const json = stackJson(sampleNetwork({ flowLogs }));
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

function policyIn(json: unknown, address: string, argument: string): unknown {
  return parseJson(textAt(resourceIn(json, address), argument), address);
}

describe("a flow log to CloudWatch Logs", () => {
  test("sends AWS the fields in AWS's own marks", () => {
    const format = textAt(resourceIn(stackWith({}), "aws_flow_log.all"), "log_format");
    expect(format).toBe("$${version} $${srcaddr} $${pkt-srcaddr}");
    expect(terraformText(format)).toBe("${version} ${srcaddr} ${pkt-srcaddr}");
  });

  test("watches the VPC and writes by its role, once that may", () => {
    expect(resourceIn(stackWith({}), "aws_flow_log.all")).toMatchObject({
      vpc_id: "${aws_vpc.main.id}",
      traffic_type: "ALL",
      max_aggregation_interval: 60,
      log_destination_type: "cloud-watch-logs",
      log_destination: "${aws_cloudwatch_log_group.flow_log_all.arn}",
      iam_role_arn: "${aws_iam_role.flow_log_all.arn}",
      depends_on: ["aws_iam_role_policy.flow_log_all"],
    });
  });

  test("keeps its log group as long as asked, under the author's key", () => {
    const destination = { kind: "cloud-watch-logs", retentionInDays: 7, kmsKeyId: "arn:aws:kms:x" } as const;
    expect(resourceIn(stackWith({ destination }), "aws_cloudwatch_log_group.flow_log_all")).toEqual({
      name: "/aws/vpc/flow-logs/sample-all",
      retention_in_days: 7,
      kms_key_id: "arn:aws:kms:x",
      tags: { Name: "sample-all" },
    });
  });

  test("lends its role to flow logs of this account and region alone", () => {
    const trust = policyIn(stackWith({}), "aws_iam_role.flow_log_all", "assume_role_policy");
    expect(at(trust, "Statement")).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": "${aws_vpc.main.owner_id}" },
          ArnLike: {
            "aws:SourceArn": "arn:aws:ec2:eu-west-1:${aws_vpc.main.owner_id}:vpc-flow-log/*",
          },
        },
      },
    ]);
  });

  test("may write to its own log group alone", () => {
    const rights = policyIn(stackWith({}), "aws_iam_role_policy.flow_log_all", "policy");
    expect(at(rights, "Statement")).toEqual([
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        Resource: "${aws_cloudwatch_log_group.flow_log_all.arn}:*",
      },
      {
        Effect: "Allow",
        Action: "logs:DescribeLogGroups",
        Resource: "arn:aws:logs:eu-west-1:${aws_vpc.main.owner_id}:log-group:*",
      },
    ]);
  });
});

const PLAIN = { fileFormat: "plain-text", hiveCompatiblePartitions: false, perHourPartition: false } as const;

test("a flow log to S3 needs neither role nor log group, and may watch single subnets", () => {
  const json = stackWith({
    destination: { ...PLAIN, kind: "s3", destinationArn: "arn:aws:s3:::logs/flow" },
    scopes: [
      { id: "all_app_a", subnet: "app_a" },
      { id: "all_app_b", subnet: "app_b" },
    ],
    maxAggregationInterval: 600,
  });
  expect(resourceIn(json, "aws_flow_log.all_app_b")).toEqual({
    subnet_id: "${aws_subnet.app_b.id}",
    traffic_type: "ALL",
    max_aggregation_interval: 600,
    log_destination_type: "s3",
    log_destination: "arn:aws:s3:::logs/flow",
    log_format: "$${version} $${srcaddr} $${pkt-srcaddr}",
    tags: { Name: "sample-all" },
  });
  expect(addressesIn(json).filter((address) => /iam|cloudwatch/.test(address))).toEqual([]);
  expect(json).not.toHaveProperty("data");
});

test("files in S3 are Parquet, in folders as Hive has them, where that is asked for", () => {
  const json = stackWith({
    destination: {
      ...{ kind: "s3", destinationArn: "arn:aws:s3:::logs" },
      ...{ fileFormat: "parquet", hiveCompatiblePartitions: true, perHourPartition: true },
    },
  });
  expect(resourceIn(json, "aws_flow_log.all")).toMatchObject({
    destination_options: {
      file_format: "parquet",
      hive_compatible_partitions: true,
      per_hour_partition: true,
    },
  });
});

describe("a flow log to a log group that is made elsewhere", () => {
  const logGroupArn = "arn:aws:logs:eu-west-1:123456789012:log-group:flow";

  test("writes by the role that the author names", () => {
    const iamRoleArn = "arn:aws:iam::123456789012:role/flow";
    const json = stackWith({ destination: { kind: "existing-log-group", logGroupArn, iamRoleArn } });
    expect(resourceIn(json, "aws_flow_log.all")).toMatchObject({
      log_destination_type: "cloud-watch-logs",
      log_destination: logGroupArn,
      iam_role_arn: iamRoleArn,
    });
    expect(addressesIn(json).filter((address) => /iam|cloudwatch/.test(address))).toEqual([]);
  });

  test("gets a role of its own where the author names none", () => {
    const json = stackWith({ destination: { kind: "existing-log-group", logGroupArn, iamRoleArn: null } });
    expect(resourceIn(json, "aws_flow_log.all")).toMatchObject({
      log_destination: logGroupArn,
      iam_role_arn: "${aws_iam_role.flow_log_all.arn}",
      depends_on: ["aws_iam_role_policy.flow_log_all"],
    });
    const rights = policyIn(json, "aws_iam_role_policy.flow_log_all", "policy");
    expect(listAt(rights, "Statement").map((one) => at(one, "Resource"))).toContain(`${logGroupArn}:*`);
    expect(addressesIn(json).filter((address) => address.includes("cloudwatch_log_group"))).toEqual([]);
  });
});

test("a delivery stream of another account is written to by two roles, one of this account by none", () => {
  const deliveryStreamArn = "arn:aws:firehose:eu-west-1:210987654321:deliverystream/flow";
  const roles = {
    iamRoleArn: "arn:aws:iam::123456789012:role/flow",
    deliverCrossAccountRole: "arn:aws:iam::210987654321:role/flow",
  };
  const to = (crossAccount: typeof roles | null) =>
    resourceIn(
      stackWith({ destination: { kind: "firehose", deliveryStreamArn, crossAccount } }),
      "aws_flow_log.all",
    );
  expect(to(roles)).toMatchObject({
    log_destination_type: "kinesis-data-firehose",
    log_destination: deliveryStreamArn,
    iam_role_arn: roles.iamRoleArn,
    deliver_cross_account_role: roles.deliverCrossAccountRole,
  });
  expect(to(null)).not.toHaveProperty("iam_role_arn");
});
