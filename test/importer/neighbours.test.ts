import { ElastiCacheClient } from "@aws-sdk/client-elasticache";
import { RedshiftClient } from "@aws-sdk/client-redshift";
import { Route53Client } from "@aws-sdk/client-route-53";
import { describe, expect, test } from "vitest";
import { askRecords } from "../../src/importer/aws/ask-records.ts";
import { askSubnetGroups } from "../../src/importer/aws/ask-subnet-groups.ts";
import { readState } from "../../src/importer/read-state.ts";

const SETTINGS = { region: "eu-west-1", credentials: { accessKeyId: "a", secretAccessKey: "b" } };
const BALANCER = "front-1.eu-west-1.elb.amazonaws.com";

/** Answers by the name of the command; of a list, one for each time it is asked. */
type Answers = Readonly<Record<string, object | readonly object[]>>;

function answering(answers: Answers) {
  const asked: string[] = [];
  const answer = (commandName: string) => {
    const name = commandName.replace(/Command$/, "");
    const found = answers[name];
    if (found === undefined) throw Object.assign(new Error("no right"), { name: "AccessDenied" });
    const turn = asked.filter((one) => one === name).length;
    asked.push(name);
    return Array.isArray(found) ? found[turn] : found;
  };
  const options = { step: "initialize", name: "answer" } as const;
  const route53 = new Route53Client(SETTINGS);
  route53.middlewareStack.add(
    (_, { commandName = "" }) =>
      async () => ({ response: {}, output: { $metadata: {}, ...answer(commandName) } }),
    options,
  );
  const elastiCache = new ElastiCacheClient(SETTINGS);
  elastiCache.middlewareStack.add(
    (_, { commandName = "" }) =>
      async () => ({ response: {}, output: { $metadata: {}, ...answer(commandName) } }),
    options,
  );
  const redshift = new RedshiftClient(SETTINGS);
  redshift.middlewareStack.add(
    (_, { commandName = "" }) =>
      async () => ({ response: {}, output: { $metadata: {}, ...answer(commandName) } }),
    options,
  );
  return { route53, elastiCache, redshift, asked };
}

const DENIED = (id: string) => ({ kind: "unknown, for AWS refused", id, detail: "no right" });
const VPC = { vpcId: "vpc-01", region: "eu-west-1", balancers: [BALANCER] };
const ALIAS = {
  Name: "www.example.com.",
  Type: "A",
  AliasTarget: { DNSName: `dualstack.${BALANCER.toUpperCase()}.` },
};

describe("DNS records that AWS tells of", () => {
  test("are those of private zones of the VPC, and those of other zones that lead to its load balancers", async () => {
    const { route53 } = answering({
      ListHostedZonesByVPC: [
        { HostedZoneSummaries: [{ HostedZoneId: "Z1", Name: "shop.internal." }], NextToken: "more" },
        { HostedZoneSummaries: [] },
      ],
      ListHostedZones: { HostedZones: [{ Id: "/hostedzone/Z1" }, { Id: "/hostedzone/Z2" }] },
      ListResourceRecordSets: [
        {
          ResourceRecordSets: [
            { Name: "shop.internal.", Type: "NS" },
            { Name: "shop.internal.", Type: "SOA" },
          ],
          IsTruncated: true,
          NextRecordName: "db.shop.internal.",
        },
        { ResourceRecordSets: [{ Name: "db.shop.internal.", Type: "A", SetIdentifier: "blue" }] },
        {
          ResourceRecordSets: [
            ALIAS,
            { Name: "old.example.com.", Type: "CNAME", ResourceRecords: [{ Value: BALANCER }] },
            { Name: "mail.example.com.", Type: "A", ResourceRecords: [{ Value: "192.0.2.1" }] },
          ],
        },
      ],
    });
    expect(await askRecords(route53, VPC)).toEqual([
      { kind: "private hosted zone", id: "Z1", detail: "shop.internal." },
      { kind: "DNS record", id: "Z1_db.shop.internal_A_blue", detail: "of private hosted zone Z1" },
      { kind: "DNS record", id: "Z2_www.example.com_A", detail: "it leads to a load balancer of the VPC" },
      {
        kind: "DNS record",
        id: "Z2_old.example.com_CNAME",
        detail: "it leads to a load balancer of the VPC",
      },
    ]);
  });

  test("of other zones are asked for only where there is a load balancer", async () => {
    const { route53, asked } = answering({ ListHostedZonesByVPC: {} });
    expect(await askRecords(route53, { ...VPC, balancers: [] })).toEqual([]);
    expect(asked).toEqual(["ListHostedZonesByVPC"]);
  });

  test("that may not be asked for are said to be unknown", async () => {
    const { route53, elastiCache, redshift } = answering({});
    const refused = ["route53:ListHostedZonesByVPC", "route53:ListHostedZones"];
    expect(await askRecords(route53, VPC)).toEqual(refused.map(DENIED));
    const groups = ["elasticache:DescribeCacheSubnetGroups", "redshift:DescribeClusterSubnetGroups"];
    expect(await askSubnetGroups(elastiCache, redshift, "vpc-01")).toEqual(groups.map(DENIED));
  });
});

test("subnet groups of ElastiCache and Redshift are listed where they are of the VPC", async () => {
  const { elastiCache, redshift } = answering({
    DescribeCacheSubnetGroups: {
      CacheSubnetGroups: [
        { CacheSubnetGroupName: "caches", VpcId: "vpc-01" },
        { CacheSubnetGroupName: "others", VpcId: "vpc-02" },
      ],
    },
    DescribeClusterSubnetGroups: {
      ClusterSubnetGroups: [
        { ClusterSubnetGroupName: "warehouse", VpcId: "vpc-01" },
        { ClusterSubnetGroupName: "elsewhere", VpcId: "vpc-02" },
      ],
    },
  });
  const detail = "of the VPC's subnets; it stays as it is";
  expect(await askSubnetGroups(elastiCache, redshift, "vpc-01")).toEqual([
    { kind: "ElastiCache subnet group", id: "caches", detail },
    { kind: "Redshift subnet group", id: "warehouse", detail },
  ]);
});

test("of a state, records are listed that are of the VPC, and what is of its auto scaling groups", () => {
  const vpc = { id: "vpc-01", cidr_block: "10.0.0.0/16", arn: "arn:aws:ec2:eu-west-1:1:vpc/vpc-01" };
  const placed = { availability_zone: "eu-west-1a", cidr_block: "10.0.0.0/24", vpc_id: "vpc-01" };
  const fleet = { id: "web", vpc_zone_identifier: ["subnet-01"] };
  const record = (id: string, more: object) =>
    ["aws_route53_record", { id, zone_id: "Z9", ...more }] as const;
  const told: readonly (readonly [type: string, values: object])[] = [
    ["aws_vpc", vpc],
    ["aws_subnet", { id: "subnet-01", ...placed }],
    ["aws_lb", { id: "arn:lb", vpc_id: "vpc-01", dns_name: BALANCER }],
    ["aws_autoscaling_group", fleet],
    ["aws_autoscaling_policy", { id: "cpu", autoscaling_group_name: "web" }],
    ["aws_autoscaling_policy", { id: "other", autoscaling_group_name: "another" }],
    // A name that others have as well.
    ["aws_sns_topic", { id: "topic", name: "web" }],
    ["aws_route53_zone", { id: "Z1", vpc: [{ vpc_id: "vpc-01" }] }],
    ["aws_route53_zone_association", { id: "Z2:vpc-01", zone_id: "Z2", vpc_id: "vpc-01" }],
    record("in-zone", { zone_id: "Z1" }),
    record("in-associated-zone", { zone_id: "Z2" }),
    record("alias", { alias: [{ name: `dualstack.${BALANCER}` }] }),
    record("cname", { records: [`${BALANCER}.`] }),
    record("elsewhere", { records: ["192.0.2.1"] }),
  ];
  const resources = told.map(([type, values], index) => ({
    ...{ type, values, mode: "managed", address: `${type}.r${index}` },
  }));
  const reading = readState({ values: { root_module: { resources } } }, null);
  expect("inventory" in reading && reading.inventory.others.map(({ id }) => id)).toEqual([
    ...["cpu", "Z1", "Z2:vpc-01", "in-zone", "in-associated-zone", "alias", "cname"],
  ]);
});
