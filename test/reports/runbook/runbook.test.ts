import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import type { Network } from "../../../src/model/types/network.ts";
import { compile } from "../../../src/pipeline.ts";
import { renderRunbooks, renderRunbooksJson, runbookOf } from "../../../src/reports/runbook/runbook.ts";
import { embeddedAddresses } from "../../../src/reports/runbook/runbook-dns64.ts";
import { bash, bashBlocks, stepOf, stepsOf } from "../../support/runbook.ts";
import { sampleNetwork } from "../../support/sample-network.ts";

const FOLDER = new URL("../../../blueprints/", import.meta.url).pathname;
const names = readdirSync(FOLDER).filter((file) => file.endsWith(".yaml"));

// Compiled together, as some take values of others.
const files = names.map((one) => ({ file: one, text: readFileSync(join(FOLDER, one), "utf8") }));
const { networks, findings } = compile(files, "2026-11-21");

function networkOf(name: string): Network {
  const network = networks.find((one) => `${one.name}.yaml` === name);
  if (network === undefined) throw new Error(`${name}: ${findings.map(({ message }) => message).join("; ")}`);
  return network;
}

describe("the runbook of ipv6-only-nat64", () => {
  const runbook = runbookOf(networkOf("ipv6-only-nat64.yaml"));

  it("fills in names, and says what subnets, routes and network ACL must show", () => {
    const subnets = stepOf(runbook, "The subnets of tier app");
    expect(subnets.commands.join()).toContain(
      "Name=tag:Name,Values=ipv6-only-nat64-app-a,ipv6-only-nat64-app-b",
    );
    expect(subnets.expected).toEqual([
      "`Ipv6Native` `true`, `EnableDns64` `true`, `AssignIpv6AddressOnCreation` `true`.",
    ]);
    expect(subnets.table?.rows[1]).toEqual(["ipv6-only-nat64-app-b", "eu-west-1b", "", "<main /56>11::/64"]);
    expect(stepOf(runbook, "Route table app_b").table?.rows).toEqual([
      ["::/0", "eigw-…"],
      ["64:ff9b::/96", "nat-… (ipv6-only-nat64-main-b)"],
      ["10.64.0.0/16", "local"],
      ["<main /56>", "local"],
    ]);
    const acl = stepOf(runbook, "Network ACL app").table?.rows;
    expect(acl).toContainEqual(["ingress", "221", "allow", "58 (icmpv6)", "::/0", "-1/-1"]);
    expect(acl).toContainEqual(["ingress", "50", "deny", "6 (tcp)", "::/0", "23"]);
    expect(stepOf(runbook, "Security group app").table?.rows).toContainEqual([
      "ingress",
      "icmpv6",
      "128/-1",
      "<main /56>",
    ]);
  });

  it("asks DNS64 and NAT64 on the hosts, with the answers of this network", () => {
    const dns64 = stepOf(runbook, "DNS64");
    expect(dns64.commands[0]).toBe("dig +short AAAA ipv4only.arpa @fd00:ec2::253");
    expect(dns64.table?.rows).toEqual([
      ["192.0.0.170", "64:ff9b::c000:aa"],
      ["192.0.0.171", "64:ff9b::c000:ab"],
      ["10.254.1.235", "64:ff9b::afe:1eb"],
      ["10.64.0.2", "64:ff9b::a40:2"],
    ]);
    expect(stepOf(runbook, "NAT64").commands.at(-1)).toContain("curl -6 ");
  });

  it("computes on the host what it says itself", () => {
    const pipe = stepOf(runbook, "DNS64").commands.at(-1)?.split(" | ").slice(1).join(" | ") ?? "false";
    const { rows } = embeddedAddresses(networkOf("ipv6-only-nat64.yaml"));
    const input = rows.map(([ipv4]) => ipv4).join("\n");
    const { stdout, stderr } = bash(["-c", pipe], `a.cname.example.\n${input}\n`);
    expect(stderr).toBe("");
    expect(stdout.trim().split("\n")).toEqual(rows.map(([, ipv6]) => ipv6));
  });

  it("reads the metadata over IPv6 with a token, and the path MTU with 1452 bytes", () => {
    const [token] = stepOf(runbook, "Instance metadata over IPv6").commands;
    expect(token).toBe(
      "TOKEN=$(curl -g -sS -m 5 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' \"http://[fd00:ec2::254]/latest/api/token\")",
    );
    expect(stepOf(runbook, "Path MTU").commands).toContain('ping -6 -c 3 -M do -s 1452 "$PEER"');
  });

  it("wants a primary IPv6 address, healthy targets, and a server that listens on IPv6", () => {
    const template = stepOf(runbook, "Launch template app");
    expect(template.commands[0]).toMatch(
      /^aws ec2 describe-launch-template-versions --launch-template-name ipv6-only-nat64-app --versions '\$Latest'/,
    );
    expect(template.expected[0]).toMatch(/^`HttpProtocolIpv6` `enabled`, `HttpTokens` `required`/);
    expect(template.expected[1]).toMatch(/^`PrimaryIpv6` `true`/);
    expect(stepOf(runbook, "Target group app").commands[0]).toContain(
      "VpcId=='$VPC' && starts_with(TargetGroupName, 'app-')",
    );
    expect(stepOf(runbook, "What listens").expected[0]).toContain("`[::]:8080`");
  });
});

describe("the runbook of dual-stack-web", () => {
  const runbook = runbookOf(networkOf("dual-stack-web.yaml"));

  it("has no step for what the network does not have", () => {
    const titles = stepsOf(runbook).map(({ title }) => title);
    for (const absent of ["DNS64", "NAT64", "The NAT gateways", "The VPC endpoints", "Time"])
      expect(titles).not.toContain(absent);
    expect(JSON.stringify(runbook)).not.toContain("github.com");
  });

  it("says where each table leads, and that ICMPv6 is protocol 58", () => {
    expect(stepOf(runbook, "Route table app").table?.rows[0]).toEqual(["::/0", "eigw-…"]);
    expect(stepOf(runbook, "Route table public").table?.rows.slice(0, 2)).toEqual([
      ["0.0.0.0/0", "igw-…"],
      ["::/0", "igw-…"],
    ]);
    expect(stepOf(runbook, "The subnets of tier app").expected[0]).toContain("`EnableDns64` `false`");
    const protocols = stepOf(runbook, "Network ACL public").table?.rows.map(([, , , protocol]) => protocol);
    expect(protocols).toContain("58 (icmpv6)");
  });

  it("knows the flow log's family field and the way in by Session Manager", () => {
    expect(stepOf(runbook, "The flow logs").expected).toContain(
      "Field `type` of a record says `IPv4` or `IPv6`: EC2's own metrics do not tell them apart.",
    );
    expect(stepOf(runbook, "The hosts of auto scaling group web").commands).toContain(
      'aws ssm start-session --target "$INSTANCE"',
    );
  });
});

describe("the runbooks of services", () => {
  const stepIn = (blueprint: string, title: string) => stepOf(runbookOf(networkOf(blueprint)), title);

  it.each([
    [
      "rds-dual-stack.yaml",
      "DB instance orders",
      "aws rds describe-db-instances --db-instance-identifier rds-dual-stack-orders ",
      "`DUAL`",
    ],
    [
      "nat64-private.yaml",
      "DB instance orders",
      "aws rds describe-db-instances --db-instance-identifier nat64-private-orders ",
      "`IPV4`",
    ],
    [
      "cache-dual-stack.yaml",
      "Replication group sessions",
      "aws elasticache describe-replication-groups --replication-group-id cache-dual-stack-sessions ",
      "`ipv6`",
    ],
    [
      "lambda-dual-stack.yaml",
      "Function orders",
      "aws lambda get-function-configuration --function-name lambda-dual-stack-orders ",
      "`Ipv6AllowedForDualStack` `true`",
    ],
    [
      "ecs-dual-stack.yaml",
      "ECS service web",
      "aws ecs list-account-settings --effective-settings --name dualStackIPv6",
      "`enabled`",
    ],
    [
      "eks-ipv6.yaml",
      "EKS cluster main",
      "aws eks describe-cluster --name eks-ipv6-main ",
      "`ipFamily` `ipv6`",
    ],
    [
      "transit.yaml",
      "Transit gateway attachment backbone",
      "aws ec2 describe-transit-gateway-vpc-attachments ",
      "`Ipv6Support` `enable`",
    ],
  ])("%s: %s", (blueprint, title, command, word) => {
    const { commands, expected } = stepIn(blueprint, title);
    expect(commands[0]).toContain(command);
    expect(expected[0]).toContain(word);
  });

  it("counts the tasks of an ECS service, between its bounds where it scales", () => {
    const tasksOf = (name: string) => stepIn("ecs-dual-stack.yaml", `ECS service ${name}`).expected[1];
    expect(tasksOf("web")).toBe("`2 to 10` tasks run; each container shows an `ipv6Address`.");
    expect(tasksOf("worker")).toBe("`2` tasks run; each container shows an `ipv6Address`.");
  });

  it("asks for every record, and calls the private NAT gateway's service by a name to be given", () => {
    const { commands } = stepIn("webserver-fixed-address.yaml", "Records of hextet.example");
    expect(commands).toContain("dig +short -q www.hextet.example -t AAAA");
    const nat64 = stepIn("nat64-private.yaml", "NAT64").commands;
    expect(nat64.at(-1)).toBe('nc -6 -z -v -w 5 "$NAME" "$PORT"');
    expect(nat64.join()).not.toContain("github.com");
  });
});

describe("every blueprint's runbook", () => {
  test.each(names)("%s is made of valid Bash, one block for each step", (name) => {
    const network = networkOf(name);
    const blocks = bashBlocks(renderRunbooks([network]));
    const steps = stepsOf(runbookOf(network)).filter(({ language }) => language === "bash");
    expect(blocks).toEqual(steps.map(({ commands }) => `${commands.join("\n")}\n`));
    for (const block of blocks) expect([bash(["-n"], block).stderr, block]).toEqual(["", block]);
  });

  it("is there as JSON too", () => {
    const json = JSON.parse(renderRunbooksJson([networkOf("ipv6-only-nat64.yaml")]));
    expect(json).toMatchObject({ version: 1, runbooks: [{ stack: "ipv6-only-nat64", region: "eu-west-1" }] });
  });
});

test("a network without a description is told by its region alone", () => {
  const text = (description: string) => renderRunbooks([sampleNetwork({ description })]);
  expect(text("")).toContain("\nIn eu-west-1.\n");
  expect(text("Shop.")).toContain("\nIn eu-west-1: Shop.\n");
});
