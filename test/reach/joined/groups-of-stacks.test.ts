import { describe, expect, test } from "vitest";
import { compile } from "../../../src/pipeline.ts";
import { readQuery } from "../../../src/reach/ends/read-query.ts";
import { indexJoined } from "../../../src/reach/joined/index-joined.ts";
import { traceIn } from "../../../src/reach/walk/trace-query.ts";

const stack = (name: string, block: string, rest: string) => `apiVersion: hextet/v1
name: ${name}
region: eu-west-1
network:
  vpc: { ipv4Cidr: ${block} }
  availabilityZones: [a]
  subnets: { app: { addressing: ipv4-only, internet: none, slot: 0 } }
${rest}`;
const host = (name: string) =>
  `compute: { instances: { ${name}: { instanceType: t4g.small, ami: { id: ami-0123abc }, subnet: app, securityGroups: [${name}] } } }\n`;

const HUB = stack(
  "hub",
  "10.0.0.0/16",
  `  securityGroups:
    proxy: { egress: { all: { protocol: all, to: { anywhere: {} } } } }
    other: { egress: { all: { protocol: all, to: { anywhere: {} } } } }
compute:
  instances:
    proxy: { instanceType: t4g.small, ami: { id: ami-0123abc }, subnet: app, securityGroups: [proxy] }
    other: { instanceType: t4g.small, ami: { id: ami-0123abc }, subnet: app, securityGroups: [other] }
outputs: { tables: { value: { routeTableIdsByZone: app } } }
`,
);

const spoke = (from: string) =>
  stack(
    "spoke",
    "10.1.0.0/16",
    `  vpcPeeringConnections:
    hub:
      side: { request: { peerVpcId: { fromBlueprint: { stack: hub, value: { vpc: id } } } } }
      peerRouteTableIds: [{ fromBlueprint: { stack: hub, output: tables, key: a } }]
  routes: { app: { hub: { destination: 10.0.0.0/16, target: { vpcPeeringConnection: hub } } } }
  securityGroups: { web: { ingress: { https: { protocol: tcp, ports: 443, from: { ${from} } } } } }
${host("web")}`,
  );

/** Whether a host of the hub, and one of the spoke's own, calls the spoke's web server. */
function verdictsOf(from: string): readonly string[] {
  const files = [
    { file: "hub.yaml", text: HUB },
    { file: "spoke.yaml", text: spoke(from) },
  ];
  const { judged, findings } = compile(files, "2026-11-29");
  const network = judged.find(({ name }) => name === "spoke");
  if (network === undefined) throw new Error(JSON.stringify(findings));
  const index = indexJoined(network);
  return ["hub/proxy", "hub/other"].map((end) => {
    const read = readQuery(index.topology, end, "web:443");
    if (read.kind === "unknown") throw new Error(`${read.message}: ${read.hint}`);
    return traceIn(index, read.query).verdict;
  });
}

describe("a rule for what another blueprint makes", () => {
  test("lets in whoever has the other's group, and nobody else", () => {
    expect(
      verdictsOf("securityGroupId: { fromBlueprint: { stack: hub, value: { securityGroupId: proxy } } }"),
    ).toEqual(["reaches", "blocked"]);
  });

  test.each(["securityGroupId: sg-0123abc", "securityGroupId: { fromParameter: /hub/proxy }"])(
    "lets in who is not known: %s",
    (from) => {
      expect(verdictsOf(from)).toEqual(["unknown", "unknown"]);
    },
  );

  test.each([
    "cidrIpv4: { fromBlueprint: { stack: hub, value: { vpc: ipv4CidrBlock } } }",
    "cidrIpv4: { fromParameter: /hub/block }",
  ])("lets in a block that is not known: %s", (from) => {
    expect(verdictsOf(from)).toEqual(["unknown", "unknown"]);
  });
});
