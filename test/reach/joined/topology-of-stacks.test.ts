import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compile } from "../../../src/pipeline.ts";
import { decidingHop } from "../../../src/reach/ends/deciding-hop.ts";
import { readQuery } from "../../../src/reach/ends/read-query.ts";
import { indexJoined } from "../../../src/reach/joined/index-joined.ts";
import { traceIn } from "../../../src/reach/walk/trace-query.ts";

const HUB = "hub-network";
const DUAL = "hub-spoke-dual-stack";
const IPV6 = "hub-spoke-ipv6-only";
const BLUEPRINTS = fileURLToPath(new URL("../../../blueprints", import.meta.url));

type Edits = Readonly<Record<string, readonly (readonly [string, string])[]>>;

/** The hub and its spokes with some texts replaced, each of which must be there. */
function joined(edits: Edits = {}) {
  const files = [HUB, DUAL, IPV6].map((name) => {
    const text = readFileSync(`${BLUEPRINTS}/${name}.yaml`, "utf8");
    return { file: `${name}.yaml`, text: (edits[name] ?? []).reduce(replaceOnce, text) };
  });
  const { judged, findings } = compile(files, "2026-11-29");
  const ask = (stack: string, from: string, to: string): string => {
    const network = judged.find(({ name }) => name === stack);
    if (network === undefined) throw new Error(`no ${stack}: ${JSON.stringify(findings)}`);
    const index = indexJoined(network);
    const read = readQuery(index.topology, from, to);
    if (read.kind === "unknown") throw new Error(`${read.message}: ${read.hint}`);
    const trace = traceIn(index, read.query);
    const hop = trace.verdict === "blocked" ? decidingHop(trace, "no") : decidingHop(trace, "unknown");
    return trace.verdict === "reaches" ? "reaches" : `${trace.verdict}: ${hop?.reason}`;
  };
  return { ask, findings };
}

function replaceOnce(text: string, [from, to]: readonly [string, string]): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

const OPEN: readonly [string, string] = [
  "description: The hosts, which nobody calls",
  "description: The hosts\n      ingress: { http: { protocol: tcp, ports: 80, from: { anywhere: {} } } }",
];
const TELLS_SPOKES: readonly [string, string] = [
  "propagations: { hub: ",
  "propagations: { spokes: { routeTableId: { fromBlueprint: { stack: hub-network, output: spokes-table } } }, hub: ",
];
const BLACK_HOLE = "no-other-spokes: { destination: 10.0.0.0/8, target: { blackhole: {} } }";
const SPOKES_TABLE = `aws_ec2_transit_gateway_route_table.spokes@${HUB} of aws_ec2_transit_gateway.core@${HUB}`;

describe("packets over a transit gateway between blueprints", () => {
  it("leave by the NAT gateways of the hub, by IPv4 and by NAT64", () => {
    const { ask, findings } = joined();
    expect(findings).toEqual([]);
    expect(ask(DUAL, "app", "github.com")).toBe("reaches");
    expect(ask(IPV6, "app", "github.com")).toBe("reaches");
  });

  it("find a longer propagated block before a shorter black hole", () => {
    const edits = { [DUAL]: [OPEN, TELLS_SPOKES], [IPV6]: [OPEN, TELLS_SPOKES] };
    expect(joined(edits).ask(DUAL, "app", "10.81.0.9:80")).toBe(
      `unknown: 10.81.0.9/32 stays in aws_vpc.main@${IPV6}, where nothing that is known has it`,
    );
  });

  it("are dropped by a static black hole that is as long as a propagated block", () => {
    const edits = {
      [HUB]: [[BLACK_HOLE, BLACK_HOLE.replace("10.0.0.0/8", "10.81.0.0/16")]] as const,
      [DUAL]: [OPEN, TELLS_SPOKES],
      [IPV6]: [OPEN, TELLS_SPOKES],
    };
    expect(joined(edits).ask(DUAL, "app", "10.81.0.9:80")).toBe(
      `blocked: ${SPOKES_TABLE} drops what goes to 10.81.0.9/32: a black hole`,
    );
  });

  it("are lost where the table has no route, and the table is named", () => {
    const edits = {
      [HUB]: [["internet: { destination: 0.0.0.0/0, target: { attachment: core } }", ""]] as const,
    };
    expect(joined(edits).ask(DUAL, "app", "github.com")).toBe(
      `blocked: ${SPOKES_TABLE} has no route to the IPv4 internet`,
    );
  });

  it("do not come back where the spoke tells the hub's table nothing", () => {
    const edits = {
      [DUAL]: [
        [/propagations: .*\n/.exec(readFileSync(`${BLUEPRINTS}/${DUAL}.yaml`, "utf8"))?.[0] ?? "", "\n"],
      ],
    } as Edits;
    expect(joined(edits).ask(DUAL, "app", "github.com")).toBe(
      `blocked: aws_ec2_transit_gateway_route_table.hub@${HUB} of aws_ec2_transit_gateway.core@${HUB} has no route to 10.82.0.0/24`,
    );
  });

  it("by IPv6 do not leave by the egress-only gateway of the hub: it serves its own VPC", () => {
    const edits: Edits = {
      [HUB]: [
        ["internet: none #", "internet: egress-only #"],
        [BLACK_HOLE, `${BLACK_HOLE}\n        ipv6: { destination: "::/0", target: { attachment: core } }`],
      ],
      [DUAL]: [
        ["internet: egress-only", "internet: none"],
        [
          "internet: { destination: 0.0.0.0/0, target: { transitGateway: core } }",
          'internet: { destination: 0.0.0.0/0, target: { transitGateway: core } }\n      ipv6: { destination: "::/0", target: { transitGateway: core } }',
        ],
      ],
    };
    expect(joined(edits).ask(DUAL, "app", "[2001:4860:4860::8888]:443")).toBe(
      `blocked: aws_egress_only_internet_gateway.main@${HUB} serves addresses of aws_vpc.main@${HUB} alone, and drops those of aws_vpc.main`,
    );
  });

  it("are not known to arrive where the hub's blueprint is not read", () => {
    const text = readFileSync(`${BLUEPRINTS}/${DUAL}.yaml`, "utf8");
    const id = (output: string) =>
      new RegExp(`\\{ fromBlueprint: \\{ stack: hub-network, output: ${output}(, key: a)? \\} \\}`, "g");
    const alone = text
      .replace(id("transit-gateway"), "tgw-0123456789abcdef0")
      .replace(id("spokes-table"), "tgw-rtb-0123456789abcdef0")
      .replace(id("hub-table"), "tgw-rtb-0123456789abcdef1")
      .replace(id("public-tables"), "rtb-0123456789abcdef0");
    const { findings } = compile([{ file: "alone.yaml", text: alone }], "2026-11-29");
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      [
        "expectation-not-known",
        '"app" is not known to reach "github.com": where tgw-0123456789abcdef0 sends what goes to the IPv4 internet is not known',
      ],
    ]);
  });
});
