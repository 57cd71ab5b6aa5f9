import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readStackOutput } from "../../../src/change/read-stack-output.ts";
import { compareReach } from "../../../src/reach/compare/compare-reach.ts";
import { topologyOf } from "../../../src/reach/from-network/topology-of.ts";
import { topologyOfConfiguration } from "../../../src/reach/from-terraform/topology-of-plan.ts";
import type { Topology } from "../../../src/reach/topology/topology.ts";
import { networkFrom } from "../../support/network.ts";
import { MIGRATING } from "../../support/topology-differences.ts";

const ROOT = new URL("../../../", import.meta.url);
const stacks = readdirSync(new URL("generated/stacks", ROOT)).filter((stack) => !MIGRATING.includes(stack));

function readText(path: string): string {
  return readFileSync(new URL(path, ROOT), "utf8");
}

function topologyOfText(text: string): Topology {
  const output = readStackOutput("shop", text);
  if (output === null) throw new Error("it cannot be read");
  return topologyOfConfiguration(output);
}

/** Two blocks of one VPC, of which the JSON does not say from which a subnet is. */
const NOT_KNOWN: Readonly<Record<string, readonly string[]>> = { byoip: ["internet edge:443 unknown open"] };

describe("the Terraform JSON of a shipped blueprint", () => {
  it.each(stacks)("%s tells of packets what the blueprint tells", (stack) => {
    const read = topologyOfText(readText(`generated/stacks/${stack}/cdk.tf.json`));
    const found = compareReach(read, topologyOf(networkFrom(readText(`blueprints/${stack}.yaml`))));
    expect(found.map(({ from, to, before, after }) => `${from} ${to} ${before} ${after}`)).toEqual(
      NOT_KNOWN[stack] ?? [],
    );
  });
});

/** A VPC of one public subnet with a host whose group lets HTTPS in. */
function stateOf(changed: Readonly<Record<string, unknown>> = {}): string {
  const of = (type: string) => `\${${type}.main.id}`;
  return JSON.stringify({
    provider: { aws: [{ region: "eu-west-1" }] },
    resource: {
      aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
      aws_subnet: {
        main: {
          vpc_id: of("aws_vpc"),
          cidr_block: "10.0.0.0/24",
          availability_zone: "eu-west-1a",
          map_public_ip_on_launch: true,
        },
      },
      aws_internet_gateway: { main: { vpc_id: of("aws_vpc") } },
      aws_route_table: {
        main: {
          vpc_id: of("aws_vpc"),
          route: [{ cidr_block: "0.0.0.0/0", gateway_id: of("aws_internet_gateway") }],
        },
      },
      aws_route_table_association: {
        main: { subnet_id: of("aws_subnet"), route_table_id: of("aws_route_table") },
      },
      aws_security_group: {
        main: {
          vpc_id: of("aws_vpc"),
          description: "costs $${money}",
          ingress: [{ protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["0.0.0.0/0"] }],
        },
      },
      aws_instance: {
        main: { subnet_id: of("aws_subnet"), vpc_security_group_ids: [of("aws_security_group")] },
      },
      ...changed,
    },
  });
}

function openedBy(changed: Readonly<Record<string, unknown>>): readonly string[] {
  return compareReach(topologyOfText(stateOf()), topologyOfText(stateOf(changed)))
    .filter(({ isFromInternet }) => isFromInternet)
    .map(({ to, before, after }) => `${to} ${before} ${after}`);
}

describe("a configuration in JSON", () => {
  it("is read whole", () => {
    const topology = topologyOfText(stateOf());
    expect(topology.leftOut).toEqual([]);
    expect(topology.region).toBe("eu-west-1");
    expect(topology.subnets).toMatchObject([{ vpc: "aws_vpc.main", routeTable: "aws_route_table.main" }]);
    expect(openedBy({})).toEqual([]);
  });

  it("shows what a rule closes", () => {
    const vpc_id = "${aws_vpc.main.id}";
    expect(openedBy({ aws_security_group: { main: { vpc_id, ingress: [] } } })).toEqual([
      "aws_instance.main:443 open closed",
    ]);
  });

  it("guesses nothing of what is asked of AWS, comes from a variable or stands there several times", () => {
    const association = { subnet_id: "${aws_subnet.main.id}" };
    for (const table of ["${data.aws_route_table.old.id}", "${var.table}", "${local.tables[0]}"]) {
      const made = { aws_route_table_association: { main: { ...association, route_table_id: table } } };
      expect(openedBy(made)).toContain("aws_instance.main:443 open unknown");
    }
    const counted = { main: { count: 2, vpc_id: "${aws_vpc.main.id}", ingress: [] } };
    expect(openedBy({ aws_security_group: counted })).toContain("aws_instance.main:443 open unknown");
  });
});
