import { describe, expect, it } from "vitest";
import { destinations } from "../../../src/aws/destinations/destinations.ts";
import { parseAddress } from "../../../src/base/prefix.ts";
import { halfSeen } from "../../../src/reach/findings/half-seen.ts";
import type { Gateway, Topology, TopologyRoute } from "../../../src/reach/topology/topology.ts";
import type { QueryEnd, Trace } from "../../../src/reach/walk/trace.ts";
import { trace } from "../../../src/reach/walk/trace-query.ts";
import { verdictOf } from "../../../src/reach/walk/verdicts.ts";
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
} from "../../support/made-topology.ts";

const INTERNET: QueryEnd = { kind: "internet" };
const WEB: QueryEnd = { kind: "node", id: "web" };
const APP: QueryEnd = { kind: "node", id: "app" };

function address(text: string): QueryEnd {
  const parsed = parseAddress(text);
  if (parsed === null) throw new Error(`${text} is no address`);
  return { kind: "address", ...parsed };
}

const SOMEBODY = address("192.0.2.1");
const SOMEBODY6 = address("2001:db8:ffff::1");

type Endpoint = Extract<Gateway, { readonly kind: "inspection-endpoint" }>;

const FIREWALL: Endpoint = {
  id: "vpce",
  place: placeOf("vpce"),
  kind: "inspection-endpoint",
  of: "gateway-load-balancer",
  vpc: "vpc",
  subnet: "inspect",
  families: ["ipv4", "ipv6"],
  passes: "yes",
  why: "the policy passes all",
};

interface Case {
  readonly endpoint?: Partial<Endpoint>;
  /** Null: the internet gateway has no table. */
  readonly edge?: readonly TopologyRoute[] | null;
  readonly routes?: Readonly<Record<string, readonly TopologyRoute[]>>;
  readonly rest?: Parameters<typeof madeTopology>[0];
}

const BACK_TO_WEB = [route("10.0.1.0/24", "vpce"), route("2001:db8:0:1::/64", "vpce")];
const OUT = [route("0.0.0.0/0", "igw"), route("::/0", "igw")];

/** A public host whose packets go through a firewall's endpoint on both ways, and a host beside it. */
function inspected({ endpoint = {}, edge = BACK_TO_WEB, routes = {}, rest = {} }: Case = {}): Topology {
  const made = madeTopology({
    subnets: [
      subnet("app", "10.0.3.0/24", "2001:db8:0:3::/64"),
      subnet("inspect", "10.0.2.0/24", "2001:db8:0:2::/64"),
      subnet("public", "10.0.9.0/24", "2001:db8:0:9::/64"),
      subnet("web", "10.0.1.0/24", "2001:db8:0:1::/64"),
    ],
    routes: {
      web: [route("0.0.0.0/0", "vpce"), route("::/0", "vpce")],
      inspect: OUT,
      public: OUT,
      ...routes,
    },
    nodes: [
      host("app", { subnet: "app", ipv4: block("10.0.3.10/32"), ipv6: block("2001:db8:0:3::10/128") }),
      host("web", {
        subnet: "web",
        ipv4: block("10.0.1.10/32"),
        ipv6: block("2001:db8:0:1::10/128"),
        publicIpv4: "yes",
      }),
    ],
    ...rest,
  });
  const [eigw, igw, nat] = gateways("public");
  if (eigw === undefined || nat === undefined || igw?.kind !== "internet-gateway")
    throw new Error("no gateways");
  const table = { id: "edge", place: placeOf("edge"), vpc: "vpc", routes: edge ?? [] };
  return {
    ...made,
    routeTables: [...made.routeTables, ...(edge === null ? [] : [table])],
    gateways: [
      eigw,
      { ...igw, edgeRouteTable: edge === null ? null : "edge" },
      nat,
      { ...FIREWALL, ...endpoint },
    ],
  };
}

/** The trace; between an address and a node of what has the family of the address. */
function ask(topology: Topology, from: QueryEnd, to: QueryEnd): Trace {
  const whole = trace(topology, destinations, { from, to, protocol: "tcp", port: 443 });
  if (from.kind !== "address") return whole;
  const attempts = whole.attempts.filter(({ family }) => family === from.family);
  return { ...whole, attempts, verdict: verdictOf(attempts.map(({ verdict }) => verdict)) };
}

const halves = "only one half of the conversation passes vpce, which drops it where it keeps state";

function reasons({ attempts }: Trace): readonly string[] {
  return attempts.flatMap(({ hops }) =>
    hops.filter(({ passes }) => passes !== "yes").map(({ reason }) => reason),
  );
}

function passed({ attempts }: Trace): readonly string[] {
  return attempts.flatMap(({ hops }) =>
    hops
      .filter(({ kind }) => kind === "gateway" || kind === "route" || kind.startsWith("network-acl"))
      .map(({ kind, direction, what }) => `${direction} ${kind} ${what}`),
  );
}

describe("a packet through an inspection endpoint", () => {
  it("goes into the endpoint's subnet and on by its table, and the answer comes back by the edge table", () => {
    const told = ask(inspected(), WEB, SOMEBODY);
    expect(told.verdict).toBe("reaches");
    expect(passed(told)).toEqual([
      "there network-acl-out open",
      "there route web-routes",
      "there network-acl-in open",
      "there gateway vpce",
      "there network-acl-out open",
      "there route inspect-routes",
      "there gateway igw",
      "back route edge",
      "back network-acl-in open",
      "back gateway vpce",
      "back network-acl-out open",
      "back route inspect-routes",
      "back network-acl-in open",
    ]);
  });

  it.each([
    ["ipv4", SOMEBODY],
    ["ipv6", SOMEBODY6],
  ])("from the internet takes the same way, in %s", (_, from) => {
    const told = ask(inspected(), from, WEB);
    expect(told.verdict).toBe("reaches");
    expect(passed(told).filter((one) => one.includes("vpce"))).toEqual([
      "there gateway vpce",
      "back gateway vpce",
    ]);
  });

  it.each([
    ["yes", "reaches", []],
    [
      "unknown",
      "unknown",
      [
        "it goes on if the appliances behind vpce let it pass: the rules are not read",
        "it goes on if the appliances behind vpce let it pass: the rules are not read",
      ],
    ],
    ["no", "blocked", ["vpce drops it: the rules are not read"]],
  ] as const)("is told %s of the appliances: %s", (passes, verdict, expected) => {
    const told = ask(inspected({ endpoint: { passes, why: "the rules are not read" } }), WEB, SOMEBODY);
    expect(told.verdict).toBe(verdict);
    expect(reasons(told)).toEqual(expected);
  });

  it("is blocked behind an appliance that nobody knows too, where no route leads on", () => {
    const topology = inspected({ endpoint: { passes: "unknown" }, routes: { inspect: [] } });
    expect(ask(topology, WEB, SOMEBODY).verdict).toBe("blocked");
    expect(ask(inspected({ endpoint: { passes: "unknown" } }), SOMEBODY, WEB).verdict).toBe("unknown");
  });

  it("is dropped by the network ACL of the endpoint's subnet", () => {
    const closed = { ingress: [entry(100, "deny", "0.0.0.0/0")], egress: [entry(100, "allow", "0.0.0.0/0")] };
    const topology = inspected({ rest: { acls: { closed } } });
    const shut = topology.subnets.map((one) =>
      one.id === "inspect" ? { ...one, networkAcl: "closed" } : one,
    );
    for (const [from, to] of [
      [WEB, SOMEBODY],
      [SOMEBODY, WEB],
    ] as const) {
      expect(reasons(ask({ ...topology, subnets: shut }, from, to)).at(-1)).toMatch(/^closed denies/);
    }
  });

  it.each([
    [{ subnet: null }, "in which subnet vpce stands is not known"],
    [{ vpc: "other" }, "vpce is in other, and the route in vpc"],
    [{ families: ["ipv6"] }, "vpce is made for IPv6 alone: whether vpce takes IPv4 is not known"],
    [{ families: "unknown" }, "whether vpce takes IPv4 is not known"],
  ] as const)("is not known of an endpoint with %j", (endpoint, reason) => {
    const told = ask(inspected({ endpoint }), WEB, SOMEBODY);
    expect(told.verdict).toBe("unknown");
    expect(reasons(told)[0]).toBe(reason);
  });

  it("is not known of an endpoint or an internet gateway that something unread touches", () => {
    const left = (id: string) => [{ place: placeOf("x"), why: "something touches it", touches: [id] }];
    expect(reasons(ask({ ...inspected(), leftOut: left("vpce") }, WEB, SOMEBODY))[0]).toBe(
      "something touches it",
    );
    expect(ask({ ...inspected(), leftOut: left("igw") }, SOMEBODY, WEB).verdict).toBe("unknown");
  });

  it("carries no names of security groups", () => {
    const through = {
      endpoint: {},
      routes: {
        app: [route("10.0.1.0/24", "vpce"), route("2001:db8:0:1::/64", "vpce")],
        web: [route("10.0.3.0/24", "vpce"), route("2001:db8:0:3::/64", "vpce")],
      },
    };
    const byGroup = { own: { ingress: [rule("all")], egress: [] } };
    const byBlock = { own: { ingress: [rule("10.0.3.0/24"), rule("2001:db8:0:3::/64")], egress: [] } };
    const grouped = (groups: typeof byGroup) => {
      const topology = inspected({ ...through, rest: { groups } });
      const nodes = topology.nodes.map((node) =>
        node.id === "web"
          ? { ...node, interfaces: node.interfaces.map((one) => ({ ...one, securityGroups: ["own"] })) }
          : node,
      );
      return ask({ ...topology, nodes }, APP, WEB).verdict;
    };
    expect(grouped(byGroup)).toBe("blocked");
    expect(grouped(byBlock)).toBe("reaches");
  });
});

describe("a conversation of which the endpoint sees one half", () => {
  it.each([
    ["the internet gateway has no edge table", { edge: null }, WEB, SOMEBODY],
    ["the edge table leaves the subnet out", { edge: [route("10.0.3.0/24", "vpce")] }, WEB, SOMEBODY],
    ["the subnet's table leads past it", { routes: { web: OUT } }, SOMEBODY, WEB],
    [
      "an egress-only internet gateway can have no edge table",
      { routes: { inspect: [route("::/0", "eigw")] } },
      WEB,
      SOMEBODY6,
    ],
    [
      "the NAT gateway's subnet leads past it",
      { routes: { inspect: [route("0.0.0.0/0", "nat")] }, edge: null },
      WEB,
      SOMEBODY,
    ],
  ] as const)("is not known, and told: %s", (_, made, from, to) => {
    const told = ask(inspected(made), from, to);
    expect(told.verdict).toBe("unknown");
    expect(reasons(told)).toEqual([halves]);
    expect(halfSeen(told)).toMatchObject([{ rule: "path-asymmetric", what: "vpce", message: halves }]);
  });

  it("is whole before a NAT gateway whose subnet leads back through the endpoint", () => {
    const routes = {
      inspect: [route("0.0.0.0/0", "nat")],
      public: [route("10.0.1.0/24", "vpce"), ...OUT],
    };
    expect(ask(inspected({ routes, edge: null }), WEB, SOMEBODY).verdict).toBe("reaches");
  });
});

describe("an edge route table", () => {
  const hopsAt = (topology: Topology, from: QueryEnd, to: QueryEnd, what: string) =>
    ask(topology, from, to)
      .attempts.flatMap(({ hops }) => hops)
      .filter((hop) => hop.what === what);

  it("and an endpoint say what they do, and by which facts", () => {
    const told = [
      ...hopsAt(inspected(), SOMEBODY, WEB, "edge"),
      ...hopsAt(inspected(), SOMEBODY6, APP, "edge"),
      ...hopsAt(inspected(), WEB, SOMEBODY, "vpce").slice(0, 1),
    ];
    expect(told.map(({ reason }) => reason)).toEqual([
      "edge sends what comes in for 10.0.1.10/32 to vpce",
      "edge leaves what comes in for 2001:db8:0:3::10/128 to the local route",
      "vpce lets it pass: the policy passes all",
    ]);
    expect(told.map(({ facts }) => facts.map(({ id }) => id))).toEqual([
      ["edge-route-tables", "most-specific-route-wins"],
      ["edge-route-tables", "most-specific-route-wins"],
      [
        "appliances-see-their-own-addresses",
        "endpoint-subnet-table-decides",
        "group-references-across-appliances",
      ],
    ]);
  });

  it("that something unread touches, or that is not there, is not known", () => {
    const leftOut = [{ place: placeOf("x"), why: "something touches it", touches: ["edge"] }];
    expect(reasons(ask({ ...inspected(), leftOut }, SOMEBODY, WEB))[0]).toBe("something touches it");
    const topology = inspected();
    const routeTables = topology.routeTables.filter(({ id }) => id !== "edge");
    expect(reasons(ask({ ...topology, routeTables }, SOMEBODY, WEB))).toEqual([
      "which routes the edge route table of igw has is not known",
    ]);
  });

  it("is not asked of an appliance that may translate: answers come back to its own address", () => {
    const box = host(
      "box",
      { subnet: "inspect", ipv4: block("10.0.2.10/32"), publicIpv4: "yes" },
      { forwards: "yes" },
    );
    const made = inspected({ edge: null, routes: { app: [route("0.0.0.0/0", "box")] } });
    expect(reasons(ask({ ...made, nodes: [box, ...made.nodes] }, APP, SOMEBODY))).toEqual([
      "whether igw carries packets of 10.0.3.10/32 is not known",
    ]);
  });

  it.each([
    ["blackhole", "edge sends what comes in for 10.0.1.10/32 to a black hole", "blocked"],
    ["nothing", "nothing is known of nothing", "unknown"],
  ])("may lead to %s", (target, reason, verdict) => {
    const told = ask(inspected({ edge: [route("10.0.1.0/24", target)] }), SOMEBODY, WEB);
    expect(told.verdict).toBe(verdict);
    expect(reasons(told)[0]).toBe(reason);
  });

  it("that is not there is not known", () => {
    const topology = inspected();
    const routeTables = topology.routeTables.filter(({ id }) => id !== "edge");
    expect(ask({ ...topology, routeTables }, SOMEBODY, WEB).verdict).toBe("unknown");
    expect(ask({ ...topology, routeTables }, WEB, SOMEBODY).verdict).toBe("unknown");
  });

  it("may lead to an appliance of one's own", () => {
    const appliance = host(
      "box",
      { subnet: "inspect", ipv4: block("10.0.2.10/32"), ipv6: block("2001:db8:0:2::10/128") },
      { forwards: "yes" },
    );
    const via = (target: string) => [route("10.0.1.0/24", target), route("2001:db8:0:1::/64", target)];
    const made = inspected({
      edge: via("box"),
      routes: { web: [route("0.0.0.0/0", "box"), route("::/0", "box")] },
    });
    const topology = { ...made, nodes: [appliance, ...made.nodes] };
    expect(ask(topology, SOMEBODY, WEB).verdict).toBe("reaches");
    expect(ask(topology, WEB, SOMEBODY6).verdict).toBe("reaches");
    expect(
      reasons(
        ask(
          {
            ...topology,
            routeTables: topology.routeTables.map((one) =>
              one.id === "edge" ? { ...one, routes: [] } : one,
            ),
          },
          WEB,
          SOMEBODY6,
        ),
      ),
    ).toEqual([halves.replace("vpce", "box")]);
  });

  it("leaves calls from the internet to other subnets alone", () => {
    const topology = inspected({ routes: { app: OUT } });
    const told = ask(topology, SOMEBODY6, APP);
    expect(told.verdict).toBe("reaches");
    expect(passed(told)).toContain("there route edge");
    expect(passed(told).filter((one) => one.includes("vpce"))).toEqual([]);
    expect(ask(topology, INTERNET, APP).verdict).toBe("some");
  });
});
