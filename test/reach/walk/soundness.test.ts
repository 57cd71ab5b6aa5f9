import fc from "fast-check";
import { expect, test } from "vitest";
import { destinations } from "../../../src/aws/destinations/destinations.ts";
import type { AclEntry, GroupRule } from "../../../src/reach/topology/filters.ts";
import type { Topology, TopologyRoute } from "../../../src/reach/topology/topology.ts";
import type { QueryEnd, Verdict } from "../../../src/reach/walk/trace.ts";
import { trace } from "../../../src/reach/walk/trace-query.ts";
import {
  block,
  entry,
  gateways,
  host,
  madeTopology,
  route,
  rule,
  subnet,
  tcp,
} from "../../support/made-topology.ts";

const CIDRS = [
  "::/0",
  "2000::/3",
  "64:ff9b::/96",
  "2001:db8::/56",
  "2001:db8:0:1::/64",
  "2001:db8:0:1::/65",
  "2001:db8::/64",
];
const TARGETS = ["igw", "eigw", "nat", "blackhole", "box", "gone"];

const traffic = fc.constantFrom(tcp(), tcp(443), tcp(1024, 65535), tcp(32768, 60999), tcp(40000, 50000));
const entries = fc
  .array(
    fc.tuple(
      fc.constantFrom("allow" as const, "allow" as const, "deny" as const),
      fc.constantFrom(...CIDRS),
      traffic,
    ),
    { maxLength: 4 },
  )
  .map((all) => all.map(([action, cidr, one], n) => entry(n * 10 + 10, action, cidr, one)));
const rules = fc
  .array(fc.tuple(fc.constantFrom("own", ...CIDRS), traffic), { maxLength: 3 })
  .map((all) => all.map(([peer, one]) => rule(peer, one)));
const routes = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...CIDRS), fc.constantFrom(...TARGETS)), {
    maxLength: 3,
    selector: ([cidr]) => cidr,
  })
  .map((all) => all.map(([cidr, target]) => route(cidr, target)));
const both = <T>(one: fc.Arbitrary<T>) => fc.record({ ingress: one, egress: one });

interface Drawn {
  readonly acl: { readonly ingress: readonly AclEntry[]; readonly egress: readonly AclEntry[] };
  readonly group: { readonly ingress: readonly GroupRule[]; readonly egress: readonly GroupRule[] };
  readonly table: readonly TopologyRoute[];
  readonly publicTable: readonly TopologyRoute[];
  readonly forwards: "yes" | "no" | "unknown";
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  acl: fc.oneof(
    both(entries),
    fc.constant({ ingress: [entry(1, "allow", "::/0")], egress: [entry(1, "allow", "::/0")] }),
  ),
  group: fc.oneof(both(rules), fc.constant({ ingress: [rule("::/0")], egress: [rule("::/0")] })),
  table: routes,
  publicTable: routes,
  forwards: fc.constantFrom("yes", "no", "unknown"),
});

const APP = "2001:db8:0:1::10/128";

function made({ acl, group, table, publicTable, forwards }: Drawn, address = APP): Topology {
  return madeTopology({
    subnets: [
      subnet("app", null, "2001:db8:0:1::/64", { dns64: "yes", networkAcl: "drawn" }),
      subnet("public", "10.0.0.0/24", "2001:db8::/64"),
    ],
    routes: { app: table, public: [...publicTable, route("0.0.0.0/0", "igw")] },
    gateways: gateways("public"),
    acls: { drawn: acl },
    groups: { own: group },
    nodes: [
      host("app", { subnet: "app", ipv6: block(address), securityGroups: ["own"] }),
      host("box", { subnet: "public", ipv6: block("2001:db8::66/128") }, { forwards }),
      host("web", { subnet: "public", ipv6: block("2001:db8::10/128"), securityGroups: ["own"] }),
    ],
  });
}

const node = (id: string): QueryEnd => ({ kind: "node", id });
const INTERNET: QueryEnd = { kind: "internet" };
const PAIRS: readonly (readonly [QueryEnd, QueryEnd])[] = [
  [node("app"), node("web")],
  [node("web"), node("app")],
  [node("app"), { kind: "destination", id: "github.com" }],
  [node("app"), INTERNET],
  [INTERNET, node("app")],
];

function verdicts(topology: Topology): readonly Verdict[] {
  return PAIRS.map(
    ([from, to]) => trace(topology, destinations, { from, to, protocol: "tcp", port: 443 }).verdict,
  );
}

const isSure = (verdict: Verdict | undefined) => verdict === "reaches" || verdict === "blocked";

/** What was sure with less known stays so with more. */
function refines(less: readonly Verdict[], more: readonly Verdict[]): void {
  less.forEach((verdict, at) => {
    if (isSure(verdict)) expect(more[at]).toBe(verdict);
  });
}

const RUNS = { numRuns: 400 };

test("a verdict holds when the address becomes known", () => {
  fc.assert(
    fc.property(drawn, (one) => {
      const less = verdicts(made(one, "2001:db8:0:1::/64"));
      refines(less, verdicts(made(one)));
      refines(less, verdicts(made(one, "2001:db8:0:1:8000::1/128")));
    }),
    RUNS,
  );
});

test("a verdict holds when rules, entries and routes become known", () => {
  fc.assert(
    fc.property(drawn, fc.nat(), (one, at) => {
      const hidden = {
        ...one,
        acl: {
          ...one.acl,
          ingress: one.acl.ingress.map((own, n) =>
            n === at % 3 ? { ...own, traffic: { kind: "unknown" as const } } : own,
          ),
        },
        group: {
          ...one.group,
          egress: one.group.egress.map((own, n) =>
            n === at % 2 ? { ...own, peer: { kind: "unknown" as const } } : own,
          ),
        },
        table: one.table.map((own, n) =>
          n === at % 4 ? { ...own, destination: { kind: "unknown" as const } } : own,
        ),
      };
      refines(verdicts(made(hidden)), verdicts(made(one)));
    }),
    RUNS,
  );
});

test("one allow more closes nothing", () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom(...CIDRS), traffic, (one, cidr, own) => {
      const acl = {
        ingress: [entry(1, "allow", cidr, own), ...one.acl.ingress],
        egress: [entry(1, "allow", cidr, own), ...one.acl.egress],
      };
      const group = {
        ingress: [...one.group.ingress, rule(cidr, own)],
        egress: [...one.group.egress, rule(cidr, own)],
      };
      const before = verdicts(made(one));
      const after = verdicts(made({ ...one, acl, group }));
      before.forEach((verdict, at) => {
        if (verdict === "reaches") expect(after[at]).toBe("reaches");
        if (verdict === "some") expect(after[at]).not.toBe("blocked");
      });
    }),
    RUNS,
  );
});

test("without its default route nothing opens", () => {
  fc.assert(
    fc.property(drawn, (one) => {
      const before = verdicts(made(one));
      const after = verdicts(made({ ...one, table: one.table.filter(({ id }) => !id.startsWith("::/0")) }));
      before.forEach((verdict, at) => {
        if (verdict === "blocked") expect(after[at]).toBe("blocked");
      });
    }),
    RUNS,
  );
});

test("a VPC without filters is symmetric", () => {
  const open = { ingress: [entry(1, "allow", "::/0")], egress: [entry(1, "allow", "::/0")] };
  const all = { ingress: [rule("::/0")], egress: [rule("::/0")] };
  const lone: Drawn = { acl: open, group: all, table: [], publicTable: [], forwards: "no" };
  expect(verdicts(made(lone)).slice(0, 2)).toEqual(["reaches", "reaches"]);
});
