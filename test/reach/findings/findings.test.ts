import { describe, expect, it } from "vitest";
import { blackHoles } from "../../../src/reach/findings/black-holes.ts";
import { costTraps } from "../../../src/reach/findings/cost-traps.ts";
import { findingsOf } from "../../../src/reach/findings/findings-of.ts";
import { halfSeen } from "../../../src/reach/findings/half-seen.ts";
import { oneSidedRoutes } from "../../../src/reach/findings/one-sided-routes.ts";
import type { ReachFinding } from "../../../src/reach/findings/reach-finding.ts";
import { shadowed } from "../../../src/reach/findings/shadowed.ts";
import { unusedRules } from "../../../src/reach/findings/unused-rules.ts";
import { wideOpenings } from "../../../src/reach/findings/wide-openings.ts";
import type { GroupRule } from "../../../src/reach/topology/filters.ts";
import type { Node } from "../../../src/reach/topology/nodes.ts";
import type { Topology } from "../../../src/reach/topology/topology.ts";
import { checkIntents } from "../../../src/reach/walk/check-intents.ts";
import { indexTopology, type TopologyIndex } from "../../../src/reach/walk/index-topology.ts";
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

const told = (all: readonly ReachFinding[]) =>
  all.map(({ rule: id, severity, place, message }) => [`${severity} ${id}`, place, message]);

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

function indexed(...made: Parameters<typeof network>): TopologyIndex {
  return indexTopology(network(...made), []);
}

describe("black holes", () => {
  it("are DNS64 without a way, and default routes that drop", () => {
    expect(blackHoles(indexed(["64:ff9b::/96 nat", "::/0 eigw", "0.0.0.0/0 nat"]))).toEqual([]);
    expect(told(blackHoles(indexed(["::/0 nat"])))).toEqual([
      [
        "warning route-black-hole",
        placeOf("::/0 to nat"),
        "what app sends to the IPv6 internet is dropped: nat carries no IPv6 but to 64:ff9b::/96",
      ],
    ]);
    expect(told(blackHoles(indexed(["::/0 eigw"])))).toEqual([
      [
        "warning route-black-hole",
        placeOf("app"),
        "DNS64 of app answers with addresses in 64:ff9b::/96, to which packets are dropped: eigw translates nothing: packets to 64:ff9b::/96 need a NAT gateway",
      ],
    ]);
    const holes = blackHoles(indexed(["0.0.0.0/0 blackhole", "64:ff9b::/96 nat"]));
    expect(holes.map(({ place }) => place)).toEqual([placeOf("0.0.0.0/0 to blackhole")]);
  });

  it("stand at the route that was meant for NAT64, where there is one", () => {
    const [hole, ...others] = blackHoles(indexed(["64:ff9b::/96 eigw", "::/0 eigw"]));
    expect(others).toEqual([]);
    expect(hole).toMatchObject({ what: "app", place: placeOf("64:ff9b::/96 to eigw") });
  });

  it("are one where all of IPv6 goes into the same", () => {
    const peering = {
      id: "peer",
      place: placeOf("peer"),
      kind: "vpc-peering-connection",
      sides: [
        { vpc: "vpc", isKnown: true, where: null },
        { vpc: "vpc-2", isKnown: false, where: null },
      ],
      crossesRegions: "no",
    } as const;
    const made = indexed(["::/0 peer"], { gateways: [...gateways("public"), peering] });
    expect(blackHoles(made)).toMatchObject([
      {
        place: placeOf("::/0 to peer"),
        hint: "route the blocks of the other VPC there, and the internet to a gateway of this one",
      },
    ]);
  });

  it("are no routes of a few addresses, and nothing that is not known", () => {
    expect(blackHoles(indexed(["2001:db8:ff::/48 nat", "64:ff9b::/96 nat"]))).toEqual([]);
    const leftOut = [{ place: placeOf("x"), why: "x", touches: ["app-routes"] }];
    expect(blackHoles(indexed([], { leftOut }))).toEqual([]);
  });
});

describe("cost traps", () => {
  const s3 = {
    id: "s3",
    place: placeOf("s3"),
    kind: "gateway-endpoint",
    vpc: "vpc",
    service: "s3",
    families: ["ipv4"],
  } as const;
  const trapsOf = (lines: readonly string[], families: readonly ("ipv4" | "ipv6")[] = ["ipv4"]) =>
    costTraps(indexed(lines, { gateways: [...gateways("public"), { ...s3, families }] }));

  it("are calls to a gateway endpoint's service that go through NAT", () => {
    expect(trapsOf(["0.0.0.0/0 nat", "s3 s3", "::/0 eigw"])).toEqual([]);
    expect(trapsOf(["0.0.0.0/0 nat", "s3 s3", "64:ff9b::/96 nat"])).toMatchObject([
      {
        severity: "warning",
        message:
          "DNS64 of app leads calls to s3 through nat, which bills them, past s3, which carries IPv4 alone",
        hint: "turn DNS64 off: hosts here have IPv4",
      },
    ]);
    expect(trapsOf(["0.0.0.0/0 nat"]).map(({ severity, hint }) => [severity, hint])).toEqual([
      ["warning", "give its route table a gateway endpoint of s3 too: it is free of charge"],
    ]);
  });

  it("are none where the endpoint carries what clients may ask for", () => {
    expect(trapsOf(["0.0.0.0/0 nat", "s3 s3", "64:ff9b::/96 nat"], ["ipv4", "ipv6"])).toEqual([]);
  });

  it("are none where others may have the endpoint in the table", () => {
    const leftOut = [{ place: placeOf("x"), why: "x", touches: ["app-routes"] }];
    const made = indexed(["0.0.0.0/0 nat"], { gateways: [...gateways("public"), s3], leftOut });
    expect(costTraps(made)).toEqual([]);
  });

  it("are only noted where nothing stands that calls, or for a service that few call", () => {
    const nodes = [host("web", { subnet: "public", ipv4: block("10.0.0.9/32") })];
    const quiet = costTraps(indexed(["0.0.0.0/0 nat"], { gateways: [...gateways("public"), s3], nodes }));
    const dynamodb = { ...s3, service: "dynamodb" };
    const rare = costTraps(indexed(["0.0.0.0/0 nat"], { gateways: [...gateways("public"), dynamodb] }));
    expect([...quiet, ...rare].map(({ severity }) => severity)).toEqual(["note", "note"]);
  });
});

describe("what no packet comes to", () => {
  const acl = (...entries: ReturnType<typeof entry>[]) =>
    shadowed(
      indexed([], {
        filters: {
          securityGroups: [],
          networkAcls: [{ id: "acl", place: placeOf("acl"), vpc: "vpc", ingress: entries, egress: [] }],
        },
      }),
    );
  const half = entry(10, "allow", "10.0.0.0/9", tcp(80));
  const other = entry(20, "deny", "10.128.0.0/9");

  it("is an entry behind others that match all of it", () => {
    expect(acl(half, other, entry(30, "deny", "10.0.0.0/8", tcp(443)))).toEqual([]);
    expect(told(acl(half, other, entry(30, "deny", "10.0.0.0/8", tcp(80))))).toEqual([
      [
        "warning route-or-entry-shadowed",
        placeOf("entry 30"),
        "entry 30 of acl denies nothing: what it matches meets entry 10 first",
      ],
    ]);
    expect(told(acl(other, entry(30, "allow", "10.128.0.0/16")))).toEqual([
      [
        "warning route-or-entry-shadowed",
        placeOf("entry 30"),
        "entry 30 of acl allows nothing: what it matches meets entry 20 first",
      ],
    ]);
  });

  it("is only noted where those before it do the same, or make exceptions", () => {
    const all = [
      acl(half, entry(30, "allow", "10.0.0.0/16", tcp(80))),
      acl(half, other, entry(30, "allow", "10.0.0.0/8", tcp(80))),
    ];
    expect(all.flat().map(({ severity }) => severity)).toEqual(["note", "note"]);
  });

  it("is no entry of the same number, which AWS refuses", () => {
    expect(acl(entry(10, "allow", "10.0.0.0/8"), entry(10, "deny", "10.0.0.0/8"))).toEqual([]);
  });

  it("is a route that more specific ones take all of", () => {
    expect(shadowed(indexed(["0.0.0.0/0 nat", "0.0.0.0/1 igw"]))).toEqual([]);
    const severities = (lines: readonly string[]) => shadowed(indexed(lines)).map(({ severity }) => severity);
    expect(severities(["0.0.0.0/0 nat", "0.0.0.0/1 igw", "128.0.0.0/1 igw"])).toEqual(["warning"]);
    expect(severities(["0.0.0.0/0 igw", "0.0.0.0/1 igw", "128.0.0.0/1 igw"])).toEqual(["note"]);
  });
});

describe("rules of groups", () => {
  const ipv6 = (id: string, group: string, rest: Partial<Node> = {}) =>
    host(
      id,
      { subnet: "app", ipv6: block("2001:db8:0:1::1/128"), securityGroups: group === "" ? [] : [group] },
      rest,
    );
  const calls = (port: number): Partial<Node> => ({
    intents: [
      {
        place: placeOf("rule"),
        to: { kind: "node", id: "db" },
        protocol: "tcp",
        port,
        family: "any",
        why: "client of database db",
      },
    ],
  });
  const made = (ingress: readonly GroupRule[], nodes: readonly Node[], rest: Partial<Topology> = {}) => ({
    ...madeTopology({
      subnets: [APP],
      groups: {
        server: { ingress, egress: [] },
        client: { ingress: [], egress: [rule("::/0"), rule("0.0.0.0/0")] },
        empty: { ingress: [], egress: [] },
      },
      nodes,
    }),
    ...rest,
  });
  const unused = (ingress: readonly GroupRule[], nodes: readonly Node[]) =>
    told(unusedRules(indexTopology(made(ingress, nodes), [])));
  const wide = (ingress: readonly GroupRule[], nodes: readonly Node[], rest: Partial<Topology> = {}) =>
    wideOpenings(indexTopology(made(ingress, nodes, rest), []));

  it("that nothing meets are of a family without members, or from 64:ff9b::/96", () => {
    const server = ipv6("db", "server");
    expect(unused([rule("10.0.0.0/8", tcp(22)), rule("2001:db8::/32", tcp(443))], [server])).toEqual([
      [
        "warning rule-unused",
        placeOf("rule for 10.0.0.0/8"),
        "no packet can meet this rule of server: of what has the group nothing has IPv4",
      ],
    ]);
    expect(unused([rule("64:ff9b::/96", tcp(22))], [server])).toEqual([
      [
        "warning rule-unused",
        placeOf("rule for 64:ff9b::/96"),
        "no packet can meet this rule of server: nobody calls from 64:ff9b::/96: what comes through NAT64 has the NAT gateway's IPv4 address",
      ],
    ]);
    // The same for both families, or for a group too, is how such rules are written.
    expect(unused([rule("10.0.0.0/8", tcp(22)), rule("2001:db8::/32", tcp(22))], [server])).toEqual([]);
    expect(unused([rule("10.0.0.0/8", tcp(22))], [])).toEqual([]);
  });

  it("for a group that nothing known has, and for ports without a listener, are noted", () => {
    const listens = [
      { place: placeOf("db"), protocol: "tcp" as const, from: 5432, to: 5432, families: [], what: "db" },
    ];
    const server = ipv6("db", "server", { kind: "database", listens });
    expect(unused([rule("empty"), rule("::/0", tcp(22)), rule("client", tcp(5432))], [server])).toEqual([
      [
        "note rule-unused",
        placeOf("rule for empty"),
        "no packet can meet this rule of server: nothing that is known here has empty",
      ],
      [
        "note rule-unused",
        placeOf("rule for ::/0"),
        "no packet can meet this rule of server: db takes no connections on tcp 22",
      ],
      [
        "note rule-unused",
        placeOf("rule for client"),
        "no packet can meet this rule of server: nothing that is known here has client",
      ],
    ]);
  });

  it("that let everybody in where callers are known come with the narrower rule", () => {
    const nodes = [ipv6("app", "client", calls(5432)), ipv6("db", "server")];
    const all = wide([rule("::/0", tcp(5000, 6000)), rule("::/0", tcp(22)), rule("2001:db8::/32")], nodes);
    expect(all).toMatchObject([
      {
        severity: "warning",
        place: placeOf("rule for ::/0"),
        message: "server lets the whole internet in, where what is declared means app alone",
        hint: "let in tcp 5432 from client alone",
      },
    ]);
    const topology = made([rule("::/0", tcp(5432))], nodes);
    expect(checkIntents(topology, []).map(({ verdict }) => verdict)).toEqual(["reaches"]);
  });

  it("are not called too wide where the internet is meant, or where nobody knows the callers", () => {
    const open = [rule("::/0", tcp(5432))];
    const client = ipv6("app", "client", calls(5432));
    const fromInternet = calls(5432).intents?.map((one) => ({
      ...one,
      to: { kind: "from-internet" as const },
    }));
    expect(wide(open, [client, ipv6("db", "server", { intents: fromInternet ?? [] })])).toEqual([]);
    expect(wide(open, [ipv6("app", "", calls(5432)), ipv6("db", "server")])).toEqual([]);
    expect(wide(open, [ipv6("db", "server")])).toEqual([]);
  });

  it("are only noted as too wide where somebody gave a public address, or others may have a say", () => {
    const open = [rule("::/0", tcp(5432))];
    const client = ipv6("app", "client", calls(5432));
    const addressed = host("db", {
      subnet: "app",
      ipv4: block("10.0.1.9/32"),
      publicIpv4: "yes",
      securityGroups: ["server"],
    });
    const leftOut = [{ place: placeOf("x"), why: "x", touches: ["server"] }];
    const all = [
      ...wide(open, [client, addressed]),
      ...wide(open, [client, ipv6("db", "server")], { leftOut }),
    ];
    expect(all.map(({ severity }) => severity)).toEqual(["note", "note"]);
  });
});

describe("one-sided conversations", () => {
  it("are those of which an appliance sees one half", () => {
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
        host(
          "box",
          { subnet: "middle", ipv6: block("2001:db8:0:5::2/128") },
          { forwards: "yes", listens: [] },
        ),
        host("web", { subnet: "public", ipv6: block("2001:db8::10/128") }, { listens }),
      ],
    });
    const traces = matrix(made, []);
    expect(traces.map(({ query }) => `${query.from.kind} ${query.to.kind}`)).toContain("internet node");
    expect(new Set(traces.flatMap(halfSeen).map(({ what }) => what))).toEqual(new Set(["box"]));
    expect(oneSidedRoutes(indexTopology(made, [])).map(({ what }) => what)).toEqual(["app"]);
  });

  const between = (app: readonly string[], back: readonly string[]) => {
    const routes = (lines: readonly string[]) =>
      lines.map((line) => line.split(" ")).map(([cidr = "", target = ""]) => route(cidr, target));
    const made = madeTopology({
      subnets: [APP, PUBLIC],
      routes: { app: routes(app), public: routes(back) },
      gateways: [{ id: "eni", place: placeOf("eni"), kind: "other", what: "network interface eni" }],
    });
    return oneSidedRoutes(indexTopology(made, []));
  };

  it("are found in the tables, whatever the appliance is", () => {
    expect(told(between(["10.0.0.0/24 eni"], []))).toEqual([
      [
        "warning path-asymmetric",
        placeOf("10.0.0.0/24 to eni"),
        "what app sends to public goes by eni, and the answers by the local route: eni drops them where it keeps state",
      ],
    ]);
    expect(between(["10.0.0.0/24 eni"], ["10.0.1.0/24 eni"])).toEqual([]);
    // Another appliance for the answers is one mistake, not two.
    expect(between(["10.0.0.0/24 eni"], ["10.0.1.0/24 other"])).toHaveLength(1);
    expect(between(["0.0.0.0/0 eni"], [])).toEqual([]);
    expect(between(["10.0.0.0/24 blackhole"], [])).toEqual([]);
  });
});

it("tells one mistake once, in however many subnets it shows, and warnings before notes", () => {
  const table = { routeTable: "shared" };
  const made = madeTopology({
    subnets: [{ ...APP, ...table }, { ...subnet("app-b", null, "2001:db8:0:7::/64"), ...table }, PUBLIC],
    routes: { shared: [] },
    gateways: gateways("public"),
  });
  const topology: Topology = {
    ...made,
    routeTables: [
      {
        id: "shared",
        place: placeOf("shared"),
        vpc: "vpc",
        routes: [route("0.0.0.0/0", "nat"), route("::/0", "nat"), route("64:ff9b::/96", "nat")],
      },
    ],
  };
  expect(told(findingsOf(indexTopology(topology, []), []))).toEqual([
    [
      "warning route-black-hole",
      placeOf("::/0 to nat"),
      "what app sends to the IPv6 internet is dropped: nat carries no IPv6 but to 64:ff9b::/96 (the same of app-b)",
    ],
  ]);
});
