import fc from "fast-check";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { formatPath } from "../../src/base/path.ts";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { normalise } from "../../src/model/normalise.ts";
import { judge } from "../../src/rules/judge.ts";

const DESTINATIONS = [
  "0.0.0.0/0",
  "10.0.0.0/8",
  "10.20.0.0/16",
  "10.20.0.0/24",
  "::/0",
  "2000::/3",
  "2001:db8::/32",
  "64:ff9b::/96",
  "64:ff9b::a00:0/104",
  "64:ff9b::/32",
  "64:ff9b:1::/48",
];
const TARGETS = [
  { internetGateway: {} },
  { egressOnlyInternetGateway: {} },
  { natGateway: "main" },
  { transitGatewayId: "tgw-0123456789abcdef0" },
  { networkInterfaceId: "eni-0123456789abcdef0" },
];

const route = fc.record({
  destination: fc.constantFrom(...DESTINATIONS),
  target: fc.constantFrom(...TARGETS),
});
const app = fc.record(
  {
    addressing: fc.constantFrom("dual-stack", "ipv6-only", "ipv4-only"),
    internet: fc.constantFrom("none", "public", "egress-only"),
    nat64: fc.boolean(),
    enableDns64: fc.boolean(),
    natGateway: fc.constant("main"),
  },
  { requiredKeys: ["addressing"] },
);
const shape = fc.record({
  app,
  routes: fc.dictionary(fc.constantFrom("a", "b", "c"), route, { maxKeys: 3 }),
});

function findings({ app, routes }: { app: object; routes: object }): readonly Diagnostic[] {
  const blueprint = {
    apiVersion: "hextet/v1",
    name: "sample",
    region: "eu-west-1",
    network: {
      vpc: { ipv4Cidr: "10.20.0.0/16" },
      availabilityZones: ["a", "b"],
      subnets: {
        app: { ...app, slot: 0 },
        public: { addressing: "dual-stack", internet: "public", slot: 1 },
        // Uses the gateway, whatever the other tier does.
        user: { addressing: "ipv4-only", natGateway: "main", slot: 2 },
      },
      natGateways: { main: { subnet: "public", perZone: true } },
      routes: { app: routes },
    },
  };
  const read = readBlueprint("sample.yaml", JSON.stringify(blueprint));
  if (read.blueprint === null) throw new Error(JSON.stringify(read.diagnostics));
  const { network, diagnostics } = normalise(read.blueprint);
  if (network === null) throw new Error(JSON.stringify(diagnostics));
  return judge(network, "2026-11-21");
}

test("one route has one finding, unless it also stands twice", () => {
  fc.assert(
    fc.property(shape, (written) => {
      // Beside what is wrong with a route by itself; in an IPv4-only tier so is every IPv6 route.
      const twice = [
        "route-destination-twice",
        ...(written.app.addressing === "ipv4-only" ? ["internet-gateways-both-in-one-table"] : []),
      ];
      const places = findings(written)
        .filter(({ rule }) => !twice.includes(rule))
        .map(({ at }) => (at.kind === "path" ? formatPath(at.path.slice(0, 4)) : ""))
        .filter((place) => place.startsWith("network.routes."));
      expect(new Set(places).size).toBe(places.length);
    }),
    { numRuns: 300 },
  );
});

test("DNS64 is judged once", () => {
  const ids = ["dns64-without-nat64-route", "dns64-on-dual-stack-subnet", "nat64-route-without-dns64"];
  fc.assert(
    fc.property(shape, (written) => {
      const isOfDns64 = ({ rule, message }: Diagnostic) =>
        ids.includes(rule) || (rule === "route-black-hole" && message.startsWith("DNS64"));
      const all = findings(written);
      // Of two routes for one destination one may translate and the other not.
      const isTwice = all.some(({ rule }) => rule === "route-destination-twice");
      expect(all.filter(isOfDns64).length).toBeLessThanOrEqual(isTwice ? 2 : 1);
    }),
    {
      numRuns: 300,
      examples: [
        [
          {
            app: { addressing: "dual-stack", enableDns64: true },
            routes: {
              a: { destination: "64:ff9b::a00:0/104", target: { internetGateway: {} } },
              c: { destination: "64:ff9b::a00:0/104", target: { natGateway: "main" } },
            },
          },
        ],
      ],
    },
  );
});

test("a tier without routes and DNS64 of the author's has nothing wrong with its routes", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("dual-stack", "ipv6-only"),
      fc.constantFrom("none", "public", "egress-only"),
      (addressing, internet) => {
        expect(findings({ app: { addressing, internet }, routes: {} })).toEqual([]);
      },
    ),
  );
});
