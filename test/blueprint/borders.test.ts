import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Path } from "../../src/base/path.ts";
import { at } from "../support/json.ts";
import { compileCandidate, withValue } from "../support/sweep/compile-candidate.ts";

const everything: unknown = parse(readFileSync(new URL("ok/everything.yaml", import.meta.url), "utf8"));
const before = compileCandidate(everything).errors;

function errorsOf(path: Path, value: unknown): readonly string[] {
  return compileCandidate(withValue(everything, path, value)).errors.filter(
    (error) => !before.includes(error),
  );
}

const GRAPH: Path = ["cloudwatch", "dashboards", "edge", "widgets", "1-traffic", "graph"];
const POLICIES: Path = ["compute", "instanceProfiles", "ssm", "managedPolicies"];

describe("names of policies are IAM's", () => {
  test.each([
    "AmazonSSMManagedInstanceCore",
    "service-role/AmazonEC2RoleforSSM",
    "arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM",
    "arn:aws-us-gov:iam::123456789012:policy/team/a.b,c=d@e+f-g_h",
    "x".repeat(128),
  ])("%s is taken", (policy) => {
    expect(errorsOf(POLICIES, [policy])).toEqual([]);
  });

  test.each([
    "",
    "/AmazonSSMManagedInstanceCore",
    "service-role/",
    "service-role//AmazonEC2RoleforSSM",
    "日本",
    "a b",
    "x".repeat(129),
    "arn:aws:iam::aws:policy/",
    "arn:aws:iam::12:policy/x",
  ])("%j is refused", (policy) => {
    expect(errorsOf(POLICIES, [policy])).toEqual([expect.stringMatching(/: pattern$/)]);
  });
});

describe("logs are written to a bucket, or a folder in one", () => {
  const FLOW_LOG: Path = ["network", "flowLogs", "bucket", "destination", "s3"];
  const QUERY_LOG: Path = ["route53", "resolverQueryLogs", "bucket", "destination", "s3"];

  test.each<readonly [Path, string]>([
    [[...FLOW_LOG, "bucketArn"], "arn:aws-us-gov:s3:::my.logs-1"],
    [[...FLOW_LOG, "bucketArn"], "arn:aws:s3:::example/folder/"],
    [[...FLOW_LOG, "prefix"], "edge/AWSLogs-old/"],
    [[...QUERY_LOG, "bucketArn"], "arn:aws:s3:::example/AWSLogs"],
  ])("%j: %s is taken", (path, text) => {
    expect(errorsOf(path, text)).toEqual([]);
  });

  test.each<readonly [Path, string]>([
    [[...FLOW_LOG, "bucketArn"], "arn:aws:iam::123456789012:role/logs"],
    [[...FLOW_LOG, "bucketArn"], "arn:aws:s3:eu-west-1:123456789012:example"],
    [[...FLOW_LOG, "bucketArn"], "arn:aws:s3:::Example"],
    [[...FLOW_LOG, "bucketArn"], "arn:aws:s3:::example/a/AWSLogs/b"],
    [[...FLOW_LOG, "prefix"], "AWSLogs"],
    [[...FLOW_LOG, "prefix"], "edge/AWSLogs/"],
    [[...FLOW_LOG, "prefix"], "/edge"],
    [[...QUERY_LOG, "bucketArn"], "arn:aws:firehose:eu-west-1:123456789012:deliverystream/dns"],
  ])("%j: %s is refused", (path, text) => {
    expect(errorsOf(path, text)).toEqual([expect.stringMatching(/: pattern$/)]);
  });
});

describe("what AWS takes is taken", () => {
  test.each<readonly [Path, unknown]>([
    [["cloudwatch", "alarms", "nat-ports", "evaluationPeriods"], 1440],
    [["compute", "autoScalingGroups", "web", "maxSize"], 20_000],
    [["rds", "instances", "orders", "masterUsername"], "u".repeat(100)],
    [["route53", "records", "mail", "value"], { txt: ["k".repeat(400)] }],
    [[...GRAPH, "statistic"], "p99.9"],
    [[...GRAPH, "statistic"], "TM(10%:90%)"],
    [[...GRAPH, "period"], 604_800],
    [[...GRAPH, "metrics", "other", "custom", "metricName"], "LogicalDisk % Free Space"],
    [[...GRAPH, "metrics", "other", "custom", "namespace"], "Team One/Shop"],
  ])("%j: %j", (path, value) => {
    expect(errorsOf(path, value)).toEqual([]);
  });

  test("a statistic that CloudWatch does not know is not", () => {
    expect(errorsOf([...GRAPH, "statistic"], "Median")).toEqual([expect.stringMatching(/: pattern$/)]);
  });

  test("a long TXT text is several strings to the provider", () => {
    const { errors, json } = compileCandidate({
      apiVersion: "hextet/v1",
      name: "sample",
      region: "eu-west-1",
      network: {
        vpc: { ipv4Cidr: "10.20.0.0/16" },
        availabilityZones: ["a"],
        subnets: { app: { addressing: "dual-stack", internet: "none", slot: 0 } },
      },
      route53: {
        hostedZones: { own: { name: "example.net", source: { public: {} } } },
        records: { mail: { hostedZone: "own", value: { txt: ["k".repeat(600), "v=spf1"] } } },
      },
    });
    expect(errors).toEqual([]);
    expect(at(json, "resource", "aws_route53_record", "mail_txt", "records")).toEqual([
      `${"k".repeat(255)}""${"k".repeat(255)}""${"k".repeat(90)}`,
      "v=spf1",
    ]);
  });
});
