import { describe, expect, it } from "vitest";
import { destinations } from "../../../src/aws/destinations/destinations.ts";
import { parseAddress } from "../../../src/base/prefix.ts";
import type { Topology } from "../../../src/reach/topology/topology.ts";
import type { Hop, Query, QueryEnd, Trace } from "../../../src/reach/walk/trace.ts";
import { trace } from "../../../src/reach/walk/trace-query.ts";
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
  vpc,
} from "../../support/made-topology.ts";

const INTERNET: QueryEnd = { kind: "internet" };
const node = (id: string): QueryEnd => ({ kind: "node", id });
const destination = (id: string): QueryEnd => ({ kind: "destination", id });

function ask(topology: Topology, from: QueryEnd, to: QueryEnd, rest: Partial<Query> = {}): Trace {
  return trace(topology, destinations, { from, to, protocol: "tcp", port: 443, ...rest });
}

/** The verdict, and of each attempt that does not pass its family, its last hop of that kind and why. */
function told({ verdict, attempts }: Trace): readonly string[] {
  const broken = attempts.filter((one) => one.verdict !== "yes");
  return [
    verdict,
    ...broken.map(({ family, hops, verdict: own }) => `${family} ${own}: ${culprit(hops, own)}`),
  ];
}

function culprit(hops: readonly Hop[], verdict: string): string {
  const hop = hops.findLast(({ passes, kind }) => passes === verdict && kind !== "path-mtu");
  return hop === undefined ? "nothing" : `${hop.kind} ${hop.direction}: ${hop.reason}`;
}

const APP = subnet("app", null, "2001:db8:0:1::/64", { dns64: "yes" });
const PUBLIC = subnet("public", "10.0.0.0/24", "2001:db8::/64");
const TO_INTERNET = [route("0.0.0.0/0", "igw"), route("::/0", "igw")];
const APP_ROUTES = [route("::/0", "eigw"), route("64:ff9b::/96", "nat")];
const app = host("app", { subnet: "app", ipv6: block("2001:db8:0:1::10/128") });
const web = host("web", {
  subnet: "public",
  ipv4: block("10.0.0.10/32"),
  ipv6: block("2001:db8::10/128"),
  publicIpv4: "yes",
});

/** An IPv6-only application subnet with NAT64, and a public one. */
const NAT64 = {
  subnets: [APP, PUBLIC],
  routes: { app: APP_ROUTES, public: TO_INTERNET },
  gateways: gateways("public"),
  nodes: [app, web],
};

describe("NAT64", () => {
  it("brings an IPv6-only host to a name that has IPv4 alone", () => {
    const found = ask(madeTopology(NAT64), node("app"), destination("github.com"));
    expect(told(found)).toEqual(["reaches"]);
    expect(found.dns[0]?.answers.map(({ kind }) => kind)).toEqual(["synthesised", "record"]);
    expect(found.attempts.map(({ family, isTranslated }) => ({ family, isTranslated }))).toEqual([
      { family: "ipv6", isTranslated: true },
    ]);
    const kinds = found.attempts[0]?.hops.map(({ kind, direction, what }) => `${kind} ${direction} ${what}`);
    expect(kinds).toEqual([
      "dns there github.com",
      "source-address there app",
      "security-group-out there all",
      "network-acl-out there open",
      "route there app-routes",
      "network-acl-in there open",
      "gateway there nat",
      "network-acl-out there open",
      "route there public-routes",
      "gateway there igw",
      "network-acl-in back open",
      "network-acl-out back open",
      "route back public-routes",
      "network-acl-in back open",
    ]);
  });

  it("hangs without a route: an egress-only gateway translates nothing", () => {
    const made = madeTopology({ ...NAT64, routes: { ...NAT64.routes, app: [route("::/0", "eigw")] } });
    expect(told(ask(made, node("app"), destination("github.com")))).toEqual([
      "blocked",
      "ipv6 no: gateway there: eigw translates nothing: packets to 64:ff9b::/96 need a NAT gateway",
    ]);
  });

  it("is not offered without DNS64", () => {
    const made = madeTopology({ ...NAT64, subnets: [{ ...APP, dns64: "no" }, PUBLIC] });
    expect(told(ask(made, node("app"), destination("github.com")))).toEqual([
      "blocked",
      "ipv4 no: source-address there: app has no IPv4 address",
    ]);
  });

  it("is unknown where DNS64 is", () => {
    const made = madeTopology({ ...NAT64, subnets: [{ ...APP, dns64: "unknown" }, PUBLIC] });
    expect(ask(made, node("app"), destination("github.com")).verdict).toBe("unknown");
  });

  it("needs the internet behind the gateway's own subnet", () => {
    const made = madeTopology({ ...NAT64, routes: { app: APP_ROUTES, public: [] } });
    expect(told(ask(made, node("app"), destination("github.com")))).toEqual([
      "blocked",
      "ipv6 no: route there: public-routes has no route to the IPv4 internet",
    ]);
  });

  it("is stopped by a group that leaves out its prefix", () => {
    const groups = { narrow: { ingress: [], egress: [rule("2000::/3")] } };
    const guarded = host("app", {
      subnet: "app",
      ipv6: block("2001:db8:0:1::10/128"),
      securityGroups: ["narrow"],
    });
    const made = madeTopology({ ...NAT64, groups, nodes: [guarded, web] });
    expect(told(ask(made, node("app"), destination("github.com")))).toEqual([
      "blocked",
      "ipv6 no: security-group-out there: no rule of narrow lets tcp 443 to 64:ff9b::/96 out",
    ]);
    expect(told(ask(made, node("app"), destination("pypi")))).toEqual(["reaches"]);
  });

  it("is stopped by a network ACL that keeps its answers out", () => {
    const acls = {
      narrow: { ingress: [entry(100, "allow", "2000::/3")], egress: [entry(100, "allow", "::/0")] },
    };
    const made = madeTopology({ ...NAT64, acls, subnets: [{ ...APP, networkAcl: "narrow" }, PUBLIC] });
    expect(told(ask(made, node("app"), destination("github.com")))).toEqual([
      "blocked",
      "ipv6 no: network-acl-in back: no entry of narrow lets tcp 32768-60999 from 64:ff9b::/96 in",
    ]);
  });

  it("reaches private addresses under the gateway's own address, by which no group is known", () => {
    const groups = {
      members: { ingress: [rule("all")], egress: [] },
      subnets: { ingress: [rule("10.0.0.0/16")], egress: [] },
    };
    const data = subnet("data", "10.0.2.0/24", null);
    const at = (id: string) => ({
      ...host(id, { subnet: "data", ipv4: block("10.0.2.9/32"), securityGroups: [id] }),
    });
    const to: QueryEnd = {
      kind: "address",
      family: "ipv6",
      address: parseAddress("64:ff9b::a00:209")?.address ?? 0n,
    };
    const made = (id: string) =>
      madeTopology({ ...NAT64, groups, subnets: [APP, data, PUBLIC], nodes: [app, at(id)] });
    expect(told(ask(made("subnets"), node("app"), to))).toEqual(["reaches"]);
    expect(told(ask(made("members"), node("app"), to))).toEqual([
      "blocked",
      "ipv6 no: security-group-in there: no rule of members lets tcp 443 from 10.0.0.0/24 in",
    ]);
  });
});

describe("network ACLs", () => {
  const answersTo = (from: number, to: number, system: "linux" | "windows" | "aws" | null): Trace => {
    const ingress = [entry(100, "allow", "::/0", tcp(from, to))];
    const acls = { narrow: { ingress, egress: [entry(100, "allow", "::/0")] } };
    const subnets = [{ ...APP, networkAcl: "narrow" }, PUBLIC];
    return ask(
      madeTopology({ ...NAT64, acls, subnets, nodes: [{ ...app, system }] }),
      node("app"),
      destination("pypi"),
    );
  };

  it("let answers back to the ports of the client's own kind", () => {
    expect(answersTo(32768, 60999, "linux").verdict).toBe("reaches");
    expect(answersTo(32768, 60999, "windows").verdict).toBe("some");
    expect(answersTo(49152, 65535, "windows").verdict).toBe("reaches");
    expect(answersTo(1024, 65535, "aws").verdict).toBe("reaches");
    expect(answersTo(32768, 65535, "aws").verdict).toBe("some");
    expect(answersTo(1024, 65535, null).verdict).toBe("reaches");
    expect(answersTo(32768, 60999, null).verdict).toBe("unknown");
    expect(answersTo(443, 443, null).verdict).toBe("blocked");
  });

  it("decide by the lowest number that matches", () => {
    const denied = [entry(90, "deny", "::/0", tcp(443)), entry(100, "allow", "::/0")];
    const acls = { narrow: { ingress: [entry(100, "allow", "::/0")], egress: denied } };
    const made = madeTopology({ ...NAT64, acls, subnets: [{ ...APP, networkAcl: "narrow" }, PUBLIC] });
    expect(told(ask(made, node("app"), node("web")))).toEqual([
      "blocked",
      "ipv6 no: network-acl-out there: narrow denies tcp 443 to 2001:db8::10/128 by entry 90",
    ]);
  });

  it("do not filter within a subnet", () => {
    const acls = { closed: { ingress: [], egress: [] } };
    const near = host("near", { subnet: "app", ipv6: block("2001:db8:0:1::11/128") });
    const subnets = [{ ...APP, networkAcl: "closed" }, PUBLIC];
    const made = madeTopology({ ...NAT64, acls, subnets, nodes: [app, near, web] });
    expect(told(ask(made, node("app"), node("near")))).toEqual(["reaches"]);
    expect(ask(made, node("app"), node("web")).verdict).toBe("blocked");
  });

  it("are unknown where a subnet's is", () => {
    const made = madeTopology({ ...NAT64, subnets: [{ ...APP, networkAcl: null }, PUBLIC] });
    expect(ask(made, node("app"), node("web")).verdict).toBe("unknown");
  });

  it("that keep Packet Too Big out stop no verdict, and are told", () => {
    const ingress = [entry(100, "allow", "::/0", tcp(0, 65535))];
    const acls = { narrow: { ingress, egress: [entry(100, "allow", "::/0")] } };
    const made = madeTopology({ ...NAT64, acls, subnets: [{ ...APP, networkAcl: "narrow" }, PUBLIC] });
    const found = ask(made, node("app"), destination("pypi"));
    expect(found.verdict).toBe("reaches");
    expect(found.attempts[0]?.hops.at(-1)).toMatchObject({ kind: "path-mtu", passes: "no" });
  });
});

describe("the internet", () => {
  it("comes in where addresses are public, by the way that answers take", () => {
    const made = madeTopology(NAT64);
    expect(told(ask(made, INTERNET, node("web")))).toEqual(["reaches"]);
    expect(told(ask(made, INTERNET, node("app")))).toEqual([
      "blocked",
      "ipv6 no: gateway back: eigw drops answers to what the internet began: it lets nothing in",
    ]);
  });

  it("needs a public IPv4 address, and none for IPv6", () => {
    const hidden = host("web", {
      subnet: "public",
      ipv4: block("10.0.0.10/32"),
      ipv6: block("2001:db8::10/128"),
    });
    const found = ask(madeTopology({ ...NAT64, nodes: [hidden] }), INTERNET, node("web"));
    expect(told(found)).toEqual(["some", "ipv4 no: gateway there: 10.0.0.10/32 has no public IPv4 address"]);
  });

  it("is let in as a part where a rule names a part", () => {
    const groups = { some: { ingress: [rule("2600::/16", tcp(443))], egress: [] } };
    const guarded = host("web", {
      subnet: "public",
      ipv6: block("2001:db8::10/128"),
      securityGroups: ["some"],
    });
    const made = madeTopology({ ...NAT64, groups, nodes: [guarded] });
    expect(ask(made, INTERNET, node("web")).verdict).toBe("some");
    expect(ask(made, INTERNET, node("web"), { port: 80 }).verdict).toBe("blocked");
  });

  it("is no block of a VPC, known or not", () => {
    const own = { ingress: [rule("2001:db8::/56")], egress: [] };
    const guarded = host("web", {
      subnet: "public",
      ipv6: block("2001:db8::10/128"),
      securityGroups: ["own"],
    });
    const made = madeTopology({ ...NAT64, groups: { own }, nodes: [guarded, app] });
    expect(ask(made, INTERNET, node("web")).verdict).toBe("blocked");
    expect(ask(made, node("app"), node("web")).verdict).toBe("reaches");
  });
});

describe("other VPCs", () => {
  const B = vpc(["10.1.0.0/16", "2001:db8:1::/56"], { id: "b" });
  const A = vpc(["10.0.0.0/16", "2001:db8::/56"]);
  const there = subnet("there", "10.1.0.0/24", "2001:db8:1::/64", { vpc: "b" });
  const far = host("far", { subnet: "there", ipv6: block("2001:db8:1::10/128") });
  const peering = {
    id: "pcx",
    place: placeOf("pcx"),
    kind: "vpc-peering-connection",
    sides: ["vpc", "b"].map((id) => ({ vpc: id, isKnown: true, where: null })),
    crossesRegions: "no",
  } as const;
  const peered = (back: string | null, own = "2001:db8:1::/56") =>
    madeTopology({
      vpcs: [A, B],
      subnets: [APP, there],
      routes: { app: [route(own, "pcx")], there: back === null ? [] : [route(back, "pcx")] },
      gateways: [peering],
      nodes: [app, far],
    });

  it("are reached by peering where both sides have a route", () => {
    expect(told(ask(peered("2001:db8::/56"), node("app"), node("far")))).toEqual(["reaches"]);
    expect(told(ask(peered(null), node("app"), node("far")))).toEqual([
      "blocked",
      "ipv6 no: route back: there-routes has no route to 2001:db8:0:1::10/128",
    ]);
  });

  it("lead to none of their gateways", () => {
    const gone = "ipv6 no: gateway there: pcx ends in b: it leads to no gateway of that VPC";
    expect(told(ask(peered(null, "::/0"), node("app"), destination("docker-hub")))[1]).toEqual(gone);
    expect(ask(peered(null, "::/0"), node("app"), destination("docker-hub")).verdict).toBe("blocked");
  });

  it("across regions are known by no security group, and their size is told", () => {
    const crossing = (crossesRegions: "yes" | "no" | "unknown", peer: string) => {
      const topology = peered("2001:db8::/56");
      const nodes = topology.nodes.map((node) =>
        node.id === "far"
          ? { ...node, interfaces: node.interfaces.map((one) => ({ ...one, securityGroups: ["own"] })) }
          : node,
      );
      const own = { id: "own", place: placeOf("own"), vpc: "b", ingress: [rule(peer)], egress: [] };
      const filters = { ...topology.filters, securityGroups: [...topology.filters.securityGroups, own] };
      const made = { ...topology, nodes, filters, gateways: [{ ...peering, crossesRegions }] };
      return ask(made, node("app"), node("far"));
    };
    expect(told(crossing("no", "all"))).toEqual(["reaches"]);
    expect(crossing("yes", "all").verdict).toBe("blocked");
    const byBlock = crossing("yes", "2001:db8::/56");
    expect(byBlock.verdict).toBe("reaches");
    expect(byBlock.attempts.flatMap(({ hops }) => hops).find(({ what }) => what === "pcx")?.reason).toBe(
      "pcx leads to b in another region: no security group is known there, and packets have 8,500 bytes at most",
    );
  });

  it("of which one is not known are not guessed, and what tells is named", () => {
    const sides = [
      { vpc: "vpc", isKnown: true, where: null },
      { vpc: "vpc-9", isKnown: false, where: "in us-east-1 of account 123456789012" },
    ];
    const topology = {
      ...peered("2001:db8::/56"),
      gateways: [{ ...peering, sides, crossesRegions: "yes" as const }],
    };
    const to = { kind: "address", ...parseAddress("2001:db8:1::20") } as QueryEnd;
    expect(told(ask(topology, node("app"), to)).at(-1)).toBe(
      "ipv6 unknown: gateway there: what is behind pcx in vpc-9 (in us-east-1 of account 123456789012) is not known: both blueprints, or plans or states of both sides (--plan), tell",
    );
  });

  const attachment = (id: string, of: string, own: string, ipv6: "yes" | "no") =>
    ({
      id,
      place: placeOf(id),
      vpc: of,
      subnets: [own],
      ipv6,
      applianceMode: "no",
      associatedWith: "table",
    }) as const;
  const transit = (propagatedBy: readonly string[], zone = "a", ipv6: "yes" | "no" = "yes") =>
    madeTopology({
      vpcs: [A, B],
      subnets: [{ ...APP, zone }, subnet("gate", "10.0.9.0/24", null), there],
      routes: { app: [route("::/0", "tgw")], there: [route("2001:db8::/56", "tgw")] },
      gateways: [
        {
          id: "tgw",
          place: placeOf("tgw"),
          kind: "transit-gateway",
          attachments: [attachment("at-a", "vpc", "gate", ipv6), attachment("at-b", "b", "there", ipv6)],
          peerings: [],
          tables: [{ id: "table", routes: [], propagatedBy }],
        },
      ],
      nodes: [app, far],
    });

  it("are reached by a transit gateway whose table has both", () => {
    expect(told(ask(transit(["at-a", "at-b"]), node("app"), node("far")))).toEqual(["reaches"]);
    expect(told(ask(transit(["at-a"]), node("app"), node("far")))).toEqual([
      "blocked",
      "ipv6 no: gateway there: table of tgw has no route to 2001:db8:1::10/128",
    ]);
  });

  it("behind a transit gateway's peering, or something unread at it, are not known", () => {
    const made = transit(["at-a"]);
    const to = (target: string) => ({
      id: "table",
      routes: [{ destination: block("2001:db8:1::/56"), target }],
      propagatedBy: ["at-a"],
    });
    const withTable = (target: string) => ({
      ...made,
      gateways: made.gateways.map((gateway) =>
        gateway.kind === "transit-gateway"
          ? { ...gateway, peerings: [{ id: "peer", to: "tgw-9 in us-east-1" }], tables: [to(target)] }
          : gateway,
      ),
    });
    const reason = (topology: Topology) => told(ask(topology, node("app"), node("far"))).at(-1);
    expect(reason(withTable("peer"))).toBe(
      "ipv6 unknown: gateway there: tgw sends it by peer to tgw-9 in us-east-1, of which nothing is known: both blueprints, or plans or states of both sides (--plan), tell",
    );
    for (const id of ["tgw", "table"]) {
      const leftOut = [{ place: placeOf("vpn"), why: "a VPN is not followed", touches: [id] }];
      expect(reason({ ...made, leftOut })).toBe("ipv6 unknown: gateway there: a VPN is not followed");
    }
  });

  it("are not reached by one that is not in the zone, or propagates no IPv6", () => {
    expect(told(ask(transit(["at-a", "at-b"], "b"), node("app"), node("far")))).toEqual([
      "blocked",
      "ipv6 no: gateway there: at-a has no subnet in b, where the packet comes from",
    ]);
    expect(ask(transit(["at-a", "at-b"], "a", "no"), node("app"), node("far")).verdict).toBe("blocked");
  });
});

describe("appliances", () => {
  const inspected = (forwards: "yes" | "no" | "unknown", back: boolean) =>
    madeTopology({
      subnets: [APP, PUBLIC, subnet("middle", null, "2001:db8:0:5::/64")],
      routes: {
        app: [route("2001:db8::/64", "box")],
        public: back ? [route("2001:db8:0:1::/64", "box")] : [],
      },
      nodes: [app, web, host("box", { subnet: "middle", ipv6: block("2001:db8:0:5::5/128") }, { forwards })],
    });

  it("forward where their source and destination check is off", () => {
    expect(told(ask(inspected("yes", true), node("app"), node("web")))).toEqual(["reaches"]);
    expect(told(ask(inspected("no", true), node("app"), node("web")))).toEqual([
      "blocked",
      "ipv6 no: gateway there: box drops packets of others: its source and destination check is on",
    ]);
    expect(ask(inspected("unknown", true), node("app"), node("web")).verdict).toBe("unknown");
  });

  it("that see one half of the conversation may drop it", () => {
    expect(told(ask(inspected("yes", false), node("app"), node("web")))).toEqual([
      "unknown",
      "ipv6 unknown: gateway back: only one half of the conversation passes box, which drops it where it keeps state",
    ]);
  });
});

it("says unknown of everything where something touches everything, and walks in circles no longer than needed", () => {
  const leftOut = [{ place: placeOf("x"), why: "nobody knows", touches: [] }];
  expect(ask(madeTopology({ ...NAT64, leftOut }), node("app"), node("web")).verdict).toBe("unknown");
  const round = { app: [route("::/0", "box")], public: [route("::/0", "box")] };
  const box = host("box", { subnet: "public", ipv6: block("2001:db8::66/128") }, { forwards: "yes" });
  const made = madeTopology({ ...NAT64, routes: round, nodes: [app, box] });
  expect(ask(made, node("app"), destination("pypi")).verdict).toBe("unknown");
});

it("cites a fact or a place at every hop", () => {
  const found = ask(madeTopology(NAT64), node("app"), destination("github.com"));
  const hops = [
    ...found.attempts.flatMap(({ hops: own }) => own),
    ...ask(madeTopology(NAT64), INTERNET, node("web")).attempts.flatMap(({ hops: own }) => own),
  ];
  expect(hops.length).toBeGreaterThan(20);
  expect(hops.filter(({ facts, place }) => facts.length === 0 && place === null)).toEqual([]);
});
