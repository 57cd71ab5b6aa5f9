import { expect, it } from "vitest";
import { asymmetricPaths } from "../../../src/reach/findings/asymmetric-paths.ts";
import { blackHoles } from "../../../src/reach/findings/black-holes.ts";
import { costTraps } from "../../../src/reach/findings/cost-traps.ts";
import type { ReachFinding } from "../../../src/reach/findings/reach-finding.ts";
import { unusedRules, wideOpenings } from "../../../src/reach/findings/rules-of-groups.ts";
import { shadowed } from "../../../src/reach/findings/shadowed.ts";
import type { Topology } from "../../../src/reach/topology/topology.ts";
import { checkIntents } from "../../../src/reach/walk/check-intents.ts";
import { matrix } from "../../../src/reach/walk/matrix.ts";
import {
  block,
  entry,
  gateways,
  host,
  madeTopology,
  placeOf,
  route,
  rule,
  subnet,
  tcp,
} from "../../support/made-topology.ts";

const told = (all: readonly ReachFinding[]) => all.map(({ kind, place, message }) => [kind, place, message]);

const APP = subnet("app", "10.0.1.0/24", "2001:db8:0:1::/64", { dns64: "yes" });
const PUBLIC = subnet("public", "10.0.0.0/24", "2001:db8::/64");

function network(app: readonly string[], rest: Partial<Topology> = {}): Topology {
  const routes = app.map((line) => line.split(" ")).map(([cidr = "", target = ""]) => route(cidr, target));
  return madeTopology({
    subnets: [APP, PUBLIC],
    routes: { app: routes, public: [route("0.0.0.0/0", "igw"), route("::/0", "igw")] },
    gateways: gateways("public"),
    ...rest,
  });
}

it("finds DNS64 without a way, and routes that drop", () => {
  expect(blackHoles(network(["64:ff9b::/96 nat", "::/0 eigw", "0.0.0.0/0 nat"]))).toEqual([]);
  expect(told(blackHoles(network(["::/0 nat"])))).toEqual([
    [
      "black-hole",
      placeOf("::/0 to nat"),
      "what app sends to the IPv6 internet is dropped: nat carries no IPv6 but to 64:ff9b::/96",
    ],
  ]);
  expect(told(blackHoles(network(["::/0 eigw"])))).toEqual([
    [
      "black-hole",
      placeOf("app"),
      "DNS64 of app answers with addresses in 64:ff9b::/96, to which packets are dropped: eigw translates nothing: packets to 64:ff9b::/96 need a NAT gateway",
    ],
  ]);
  const holes = blackHoles(network(["0.0.0.0/0 blackhole", "64:ff9b::/96 nat"]));
  expect(holes.map(({ place }) => place)).toEqual([placeOf("0.0.0.0/0 to blackhole")]);
});

it("finds traffic to a gateway endpoint's service that goes through NAT", () => {
  const s3 = {
    id: "s3",
    place: placeOf("s3"),
    kind: "gateway-endpoint",
    vpc: "vpc",
    service: "s3",
    families: ["ipv4"],
  } as const;
  const made = (lines: readonly string[]) =>
    costTraps(network(lines, { gateways: [...gateways("public"), s3] }));
  expect(made(["0.0.0.0/0 nat", "s3 s3", "::/0 eigw"])).toEqual([]);
  expect(made(["0.0.0.0/0 nat", "s3 s3", "64:ff9b::/96 nat"]).map(({ message }) => message)).toEqual([
    "DNS64 of app leads calls to IPv4 names of s3 through nat, past s3",
  ]);
  expect(made(["0.0.0.0/0 nat"]).map(({ hint }) => hint)).toEqual(["add the route table of app to s3"]);
});

it("finds what no packet comes to", () => {
  const acl = (entries: ReturnType<typeof entry>[]) => ({
    filters: {
      securityGroups: [],
      networkAcls: [{ id: "acl", place: placeOf("acl"), vpc: "vpc", ingress: entries, egress: [] }],
    },
  });
  const halves = [entry(10, "allow", "10.0.0.0/9", tcp(80)), entry(20, "deny", "10.128.0.0/9")];
  expect(shadowed(network([], acl([...halves, entry(30, "allow", "10.0.0.0/8", tcp(443))])))).toEqual([]);
  expect(told(shadowed(network([], acl([...halves, entry(30, "allow", "10.0.0.0/8", tcp(80))]))))).toEqual([
    [
      "shadowed",
      placeOf("entry 30"),
      "no packet comes to entry 30 of acl: entries with lower numbers match all that it matches",
    ],
  ]);
  expect(shadowed(network(["0.0.0.0/0 nat", "0.0.0.0/1 igw"]))).toEqual([]);
  expect(shadowed(network(["0.0.0.0/0 nat", "0.0.0.0/1 igw", "128.0.0.0/1 igw"]))).toHaveLength(1);
});

it("finds rules that nothing meets, and openings wider than what is meant", () => {
  const groups = {
    server: { ingress: [rule("::/0", tcp(5432)), rule("client"), rule("empty")], egress: [] },
    client: { ingress: [], egress: [rule("::/0"), rule("0.0.0.0/0")] },
    empty: { ingress: [], egress: [] },
  };
  const intent = {
    place: placeOf("rule"),
    to: { kind: "node", id: "db" },
    protocol: "tcp",
    port: 5432,
    family: "any",
    why: "client of database db",
  } as const;
  const made = madeTopology({
    subnets: [APP],
    groups,
    nodes: [
      host(
        "app",
        { subnet: "app", ipv6: block("2001:db8:0:1::1/128"), securityGroups: ["client"] },
        { intents: [intent] },
      ),
      host("db", { subnet: "app", ipv6: block("2001:db8:0:1::2/128"), securityGroups: ["server"] }),
    ],
  });
  expect(told(unusedRules(made))).toEqual([
    ["unused-rule", placeOf("rule for empty"), "no packet can meet this rule of server: nothing has empty"],
    [
      "unused-rule",
      placeOf("rule for 0.0.0.0/0"),
      "no packet can meet this rule of client: no member has IPv4",
    ],
  ]);
  expect(wideOpenings(made).map(({ message, hint }) => [message, hint])).toEqual([
    ["server lets the whole internet in, where what is declared means app alone", "let in client alone"],
  ]);
  expect(checkIntents(made, []).map(({ verdict }) => verdict)).toEqual(["reaches"]);
});

it("finds conversations of which an appliance sees one half", () => {
  const listens = [
    {
      place: placeOf("web"),
      protocol: "tcp" as const,
      from: 443,
      to: 443,
      families: ["ipv6" as const],
      what: "web",
    },
  ];
  const made = madeTopology({
    subnets: [APP, subnet("middle", null, "2001:db8:0:5::/64"), PUBLIC],
    routes: { app: [route("2001:db8::/64", "box")] },
    nodes: [
      host("app", { subnet: "app", ipv6: block("2001:db8:0:1::1/128") }),
      host("box", { subnet: "middle", ipv6: block("2001:db8:0:5::2/128") }, { forwards: "yes", listens: [] }),
      host("web", { subnet: "public", ipv6: block("2001:db8::10/128") }, { listens }),
    ],
  });
  const traces = matrix(made, []);
  expect(traces.map(({ query }) => `${query.from.kind} ${query.to.kind}`)).toContain("internet node");
  expect(asymmetricPaths(traces).map(({ what }) => what)).toEqual(["box"]);
});
