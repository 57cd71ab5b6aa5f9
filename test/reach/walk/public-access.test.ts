import { describe, expect, it } from "vitest";
import { destinations } from "../../../src/aws/destinations/destinations.ts";
import type { PublicAccess } from "../../../src/aws/public-access.ts";
import { parseAddress } from "../../../src/base/prefix.ts";
import type { Gateway, Topology } from "../../../src/reach/topology/topology.ts";
import type { QueryEnd, Trace } from "../../../src/reach/walk/trace.ts";
import { trace } from "../../../src/reach/walk/trace-query.ts";
import { block, gateways, host, madeTopology, placeOf, route, subnet } from "../../support/made-topology.ts";

const WEB: QueryEnd = { kind: "node", id: "web" };
const APP: QueryEnd = { kind: "node", id: "app" };

function address(text: string): QueryEnd {
  const parsed = parseAddress(text);
  if (parsed === null) throw new Error(`${text} is no address`);
  return { kind: "address", ...parsed };
}

const OTHER = address("192.0.2.1");
const OTHER6 = address("2001:db8:ffff::1");
const OUT = [route("0.0.0.0/0", "igw"), route("::/0", "igw")];

interface Case {
  readonly web?: PublicAccess;
  readonly app?: PublicAccess;
  readonly front?: PublicAccess;
  readonly more?: readonly Gateway[];
  readonly rest?: Parameters<typeof madeTopology>[0];
}

/** A public host, and a private one that goes out by a NAT gateway in `front` and the egress-only gateway. */
function blocked({ web = "open", app = "open", front = "open", more = [], rest = {} }: Case): Topology {
  return madeTopology({
    subnets: [
      subnet("app", "10.0.3.0/24", "2001:db8:0:3::/64", { publicAccess: app }),
      subnet("front", "10.0.2.0/24", "2001:db8:0:2::/64", { publicAccess: front }),
      subnet("web", "10.0.1.0/24", "2001:db8:0:1::/64", { publicAccess: web }),
    ],
    routes: { web: OUT, front: OUT, app: [route("0.0.0.0/0", "nat"), route("::/0", "eigw")] },
    nodes: [
      host("app", { subnet: "app", ipv4: block("10.0.3.10/32"), ipv6: block("2001:db8:0:3::10/128") }),
      host("web", {
        subnet: "web",
        ipv4: block("10.0.1.10/32"),
        ipv6: block("2001:db8:0:1::10/128"),
        publicIpv4: "yes",
      }),
    ],
    gateways: [...gateways("front"), ...more],
    blockPublicAccess: placeOf("options"),
    ...rest,
  });
}

function ask(topology: Topology, from: QueryEnd, to: QueryEnd): Trace {
  return trace(topology, destinations, { from, to, protocol: "tcp", port: 443 });
}

function verdicts(topology: Topology) {
  return {
    in: ask(topology, { kind: "internet" }, WEB).verdict,
    out: ask(topology, WEB, OTHER).verdict,
    out6: ask(topology, WEB, OTHER6).verdict,
    nat: ask(topology, APP, OTHER).verdict,
    egress: ask(topology, APP, OTHER6).verdict,
  };
}

const all = (verdict: string) => ({
  in: verdict,
  out: verdict,
  out6: verdict,
  nat: verdict,
  egress: verdict,
});

describe("Block Public Access", () => {
  it.each([
    ["open", all("reaches")],
    ["excluded", all("reaches")],
    ["outward", { ...all("blocked"), nat: "reaches", egress: "reaches" }],
    ["shut", all("blocked")],
    ["unknown", all("unknown")],
  ] as const)("where everything is %s", (access, expected) => {
    expect(verdicts(blocked({ web: access, app: access, front: access }))).toEqual(expected);
  });

  it("counts the subnet of the NAT gateway, not those that send to it", () => {
    expect(verdicts(blocked({ app: "shut", front: "excluded" }))).toMatchObject({
      nat: "reaches",
      egress: "blocked",
    });
    expect(verdicts(blocked({ app: "excluded", front: "shut" }))).toMatchObject({
      nat: "blocked",
      egress: "reaches",
    });
  });

  it("says where it is written, and why", () => {
    const last = ask(blocked({ web: "outward" }), WEB, OTHER6)
      .attempts.at(-1)
      ?.hops.at(-1);
    expect(last).toMatchObject({
      what: "igw",
      passes: "no",
      reason:
        "Block Public Access shuts web: only NAT gateways and egress-only internet gateways reach the internet from there",
      place: placeOf("options"),
    });
    const entry = ask(blocked({ web: "shut" }), { kind: "internet" }, WEB).attempts[0]?.hops.at(-1);
    expect(entry).toMatchObject({ direction: "there", what: "igw", passes: "no" });
  });

  it("stops a regional NAT gateway by what holds for the VPC", () => {
    const nat: Gateway = {
      ...{ id: "regional", place: placeOf("regional"), kind: "nat-gateway", vpc: "vpc", subnet: null },
      connectivity: "public",
    };
    const through = (publicAccess: PublicAccess) =>
      ask(
        blocked({
          more: [nat],
          rest: {
            vpcs: [
              {
                id: "vpc",
                place: placeOf("vpc"),
                blocks: [block("10.0.0.0/16"), block("2001:db8::/56")],
                ...{ dnsSupport: "yes", dnsHostnames: "yes", publicAccess, domainRules: [] },
              },
            ],
            routes: { app: [route("0.0.0.0/0", "regional")], web: OUT, front: OUT },
          },
        }),
        APP,
        OTHER,
      ).verdict;
    expect(["outward", "shut", "unknown"].map((access) => through(access as PublicAccess))).toEqual([
      "reaches",
      "blocked",
      "unknown",
    ]);
  });

  it.each([
    ["gateway-load-balancer", "excluded", "unknown"],
    ["gateway-load-balancer", "outward", "blocked"],
    ["network-firewall", "excluded", "blocked"],
    ["network-firewall", "open", "reaches"],
    [null, "excluded", "unknown"],
  ] as const)("lets what passes an endpoint of %s in a subnet that is %s: %s", (of, access, verdict) => {
    const endpoint: Gateway = {
      ...{ id: "vpce", place: placeOf("vpce"), kind: "inspection-endpoint", vpc: "vpc", subnet: "front", of },
      families: ["ipv4", "ipv6"],
      ...{ passes: "yes", why: "the policy passes all" },
    };
    const [eigw, igw] = gateways();
    if (eigw === undefined || igw?.kind !== "internet-gateway") throw new Error("no gateways");
    const made = blocked({ front: access, web: "shut" });
    const edge = {
      ...{ id: "edge", place: placeOf("edge"), vpc: "vpc" },
      routes: [route("10.0.1.0/24", "vpce"), route("2001:db8:0:1::/64", "vpce")],
    };
    const through: Topology = {
      ...made,
      routeTables: [
        ...made.routeTables.filter(({ id }) => id !== "web-routes"),
        {
          ...{ id: "web-routes", place: placeOf("web"), vpc: "vpc" },
          routes: [route("0.0.0.0/0", "vpce"), route("::/0", "vpce")],
        },
        edge,
      ],
      gateways: [eigw, { ...igw, edgeRouteTable: "edge" }, endpoint],
    };
    // The web host's own subnet meets no gateway, so that it need not be excluded.
    expect([ask(through, { kind: "internet" }, WEB).verdict, ask(through, WEB, OTHER6).verdict]).toEqual([
      verdict,
      verdict,
    ]);
  });
});
