import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { topologyOfPlan } from "../../../src/reach/from-terraform/topology-of-plan.ts";
import type { Topology } from "../../../src/reach/topology/topology.ts";
import { dns64Of, fromHostIn } from "../../support/dns64-holes.ts";

interface Resource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

function resource(type: string, name: string, values: Readonly<Record<string, unknown>>): Resource {
  return { address: `${type}.${name}`, type, name, values };
}

const SUBNETS = 4;

/** What one subnet is like: whether it has DNS64, and which table it is given; null: the main one. */
const subnets = fc.array(
  fc.record({ dns64: fc.boolean(), table: fc.option(fc.nat(2), { nil: null }), vpc: fc.nat(1) }),
  { minLength: 1, maxLength: SUBNETS },
);
const destinations = ["::/0", "64:ff9b::/96", "2600::/12"];
const targets = ["nat-1", "nat-2", "eigw-0", "pcx-foreign"];
const routes = fc.uniqueArray(
  fc.record({
    table: fc.nat(2),
    destination: fc.constantFrom(...destinations),
    target: fc.constantFrom(...targets),
  }),
  { maxLength: 6, selector: ({ table, destination }) => `${table} ${destination}` },
);

const TARGET_ARGUMENTS: Readonly<Record<string, string>> = {
  nat: "nat_gateway_id",
  eigw: "egress_only_gateway_id",
  pcx: "vpc_peering_connection_id",
};

/** Two VPCs with three tables, NAT gateways and what else was drawn, as Terraform keeps them. */
const networks = fc.record({ subnets, routes }).map(({ subnets: drawn, routes: written }) => [
  ...[0, 1].map((vpc) =>
    resource("aws_vpc", `v${vpc}`, {
      id: `vpc-${vpc}`,
      cidr_block: `10.${vpc}.0.0/16`,
      ipv6_cidr_block: `2600:1f18:0:${vpc}00::/56`,
      default_route_table_id: `rtb-main${vpc}`,
      main_route_table_id: `rtb-main${vpc}`,
      default_network_acl_id: `acl-main${vpc}`,
    }),
  ),
  resource("aws_egress_only_internet_gateway", "e", { id: "eigw-0", vpc_id: "vpc-0" }),
  ...[1, 2].map((nat) =>
    resource("aws_nat_gateway", `n${nat}`, {
      id: `nat-${nat}`,
      subnet_id: "subnet-0",
      connectivity_type: "public",
    }),
  ),
  ...[0, 1, 2].map((table) =>
    resource("aws_route_table", `t${table}`, { id: `rtb-${table}`, vpc_id: "vpc-0", route: [] }),
  ),
  ...drawn.flatMap(({ dns64, table, vpc }, index) => [
    resource("aws_subnet", `s${index}`, {
      id: `subnet-${index}`,
      vpc_id: `vpc-${vpc}`,
      availability_zone: "us-east-1a",
      cidr_block: `10.${vpc}.${index}.0/24`,
      ipv6_cidr_block: `2600:1f18:0:${vpc}0${index}::/64`,
      enable_dns64: dns64,
    }),
    ...(table === null
      ? []
      : [
          resource("aws_route_table_association", `a${index}`, {
            subnet_id: `subnet-${index}`,
            route_table_id: `rtb-${table}`,
          }),
        ]),
  ]),
  ...written.map(({ table, destination, target }, index) =>
    resource("aws_route", `r${index}`, {
      route_table_id: `rtb-${table}`,
      destination_ipv6_cidr_block: destination,
      [TARGET_ARGUMENTS[target.split("-")[0] ?? ""] ?? ""]: target,
    }),
  ),
]);

function understood(json: unknown): Topology {
  const { topology, mistake } = topologyOfPlan(json);
  if (topology === null) throw new Error(mistake.message);
  return topology;
}

function stateOf(resources: readonly Resource[]) {
  return {
    format_version: "1.0",
    values: { root_module: { resources: resources.map((one) => ({ ...one, mode: "managed" })) } },
  };
}

/** As a plan that does not know the arguments yet, and whose configuration tells nothing of them. */
function planWithout(resources: readonly Resource[], forgotten: ReadonlySet<string>) {
  const changes = resources.map(({ address, values }) => {
    const names = Object.keys(values).filter((name) => forgotten.has(`${address} ${name}`));
    return {
      address,
      mode: "managed",
      change: { actions: ["create"], after_unknown: Object.fromEntries(names.map((name) => [name, true])) },
    };
  });
  const planned = resources.map((one) => ({
    ...one,
    mode: "managed",
    values: Object.fromEntries(
      Object.entries(one.values).filter(([name]) => !forgotten.has(`${one.address} ${name}`)),
    ),
  }));
  return {
    format_version: "1.2",
    planned_values: { root_module: { resources: planned } },
    resource_changes: changes,
  };
}

describe("the topology of a state", () => {
  it("does not depend on the order of its resources", () => {
    fc.assert(
      fc.property(
        networks.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(understood(stateOf(shuffled))).toEqual(understood(stateOf(all)));
        },
      ),
    );
  });

  it("is the same as of a plan that knows everything, and of the state's own file", () => {
    fc.assert(
      fc.property(networks, (all) => {
        const file = {
          version: 4,
          lineage: "x",
          resources: all.map(({ type, name, values }) => ({
            mode: "managed",
            type,
            name,
            instances: [{ attributes: values }],
          })),
        };
        expect(understood(planWithout(all, new Set()))).toEqual(understood(stateOf(all)));
        expect(understood(file)).toEqual(understood(stateOf(all)));
      }),
    );
  });
});

describe("a value that is known after apply only", () => {
  const facts = (all: readonly Resource[]) =>
    all.flatMap(({ address, values }) =>
      // Who is meant by an id that is not known yet, nobody can write.
      Object.keys(values).flatMap((name) =>
        /^id$|^(default|main)_/.test(name) ? [] : [`${address} ${name}`],
      ),
    );

  it("never turns a hole into a way, or a way into a hole", () => {
    let kept = 0;
    let lost = 0;
    fc.assert(
      fc.property(
        networks.chain((all) =>
          fc.tuple(fc.constant(all), fc.subarray(facts(all), { minLength: 1, maxLength: 3 })),
        ),
        ([all, forgotten]) => {
          const before = dns64Of(understood(stateOf(all)));
          const after = dns64Of(understood(planWithout(all, new Set(forgotten))));
          for (const [subnet, fate] of Object.entries(after)) {
            if (fate === "unknown") lost++;
            else {
              kept++;
              expect([subnet, fate]).toEqual([subnet, before[subnet]]);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
    // Both must happen, or the property says nothing.
    expect(Math.min(kept, lost)).toBeGreaterThan(50);
  });

  it("never turns a walk that arrives into one that breaks, or back", () => {
    let definite = 0;
    fc.assert(
      fc.property(
        networks.chain((all) =>
          fc.tuple(fc.constant(all), fc.subarray(facts(all), { minLength: 1, maxLength: 3 })),
        ),
        ([all, forgotten]) => {
          const [before, after] = [
            understood(stateOf(all)),
            understood(planWithout(all, new Set(forgotten))),
          ];
          for (const { id } of after.subnets.filter(({ ipv6 }) => ipv6 !== null)) {
            const verdict = fromHostIn(after, id);
            if (verdict === "unknown") continue;
            definite++;
            expect([id, verdict]).toEqual([id, fromHostIn(before, id)]);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(definite).toBeGreaterThan(50);
  });
});
