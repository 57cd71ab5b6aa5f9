import { describe, expect, it } from "vitest";
import { topologyOfPlan } from "../../../src/reach/from-terraform/topology-of-plan.ts";
import type { Topology } from "../../../src/reach/topology/topology.ts";

interface Planned {
  readonly type: string;
  readonly name: string;
  readonly index?: number;
  readonly values?: Readonly<Record<string, unknown>>;
  /** Arguments that are known after apply only, and what the configuration says of them. */
  readonly later?: Readonly<Record<string, readonly string[]>>;
}

function topologyOfPlanned(planned: readonly Planned[]): Topology {
  const resources = planned.map(({ type, name, index, values = {} }) => ({
    address: `${type}.${name}${index === undefined ? "" : `[${index}]`}`,
    mode: "managed",
    type,
    name,
    ...(index === undefined ? {} : { index }),
    values,
  }));
  const changes = planned.map(({ later = {} }, at) => {
    const unknown = Object.keys({ id: [], ...later }).map((argument) => [argument, true]);
    return {
      address: resources[at]?.address,
      change: { actions: ["create"], after_unknown: Object.fromEntries(unknown) },
    };
  });
  const blocks = planned.map(({ type, name, values = {}, later = {} }) => ({
    address: `${type}.${name}`,
    expressions: {
      ...Object.fromEntries(
        Object.entries(values).map(([argument, value]) => [argument, { constant_value: value }]),
      ),
      ...Object.fromEntries(
        Object.entries(later).map(([argument, references]) => [argument, { references }]),
      ),
    },
  }));
  const { topology, mistake } = topologyOfPlan({
    format_version: "1.2",
    planned_values: { root_module: { resources } },
    resource_changes: changes,
    configuration: { root_module: { resources: blocks } },
  });
  if (topology === null) throw new Error(mistake.message);
  return topology;
}

const OF_VPC = { vpc_id: ["aws_vpc.main.id", "aws_vpc.main"] };
const VPC: Planned = { type: "aws_vpc", name: "main", values: { cidr_block: "10.0.0.0/16" } };
const GATEWAY: Planned = { type: "aws_internet_gateway", name: "main", later: OF_VPC };
const each = (type: string, name: string, later: Planned["later"] = OF_VPC) =>
  [0, 1].map((index): Planned => ({ type, name, index, later }));
const SUBNETS = each("aws_subnet", "app");
const TABLES = each("aws_route_table", "app");
const routeIn = (table: string): Planned => ({
  type: "aws_route",
  name: "out",
  values: { destination_cidr_block: "0.0.0.0/0" },
  later: {
    route_table_id: [table],
    gateway_id: ["aws_internet_gateway.main.id", "aws_internet_gateway.main"],
  },
});
const ASSOCIATIONS = each("aws_route_table_association", "app", {
  subnet_id: ["aws_subnet.app", "count.index"],
  route_table_id: ["aws_route_table.app", "count.index"],
});

function tablesOf({ subnets }: Topology) {
  return subnets.map(({ routeTable }) => routeTable);
}

describe("which table a subnet has, known after apply only", () => {
  it("does not matter while all tables behave alike", () => {
    const topology = topologyOfPlanned([VPC, ...SUBNETS, ...TABLES, ...ASSOCIATIONS]);
    expect(tablesOf(topology)).toEqual(["aws_route_table.app[0]", "aws_route_table.app[1]"]);
    expect(topology.leftOut).toEqual([]);
  });

  it("is not guessed where one table has a route that the other has not", () => {
    // The expression may be `[count.index]`, or any other: a plan does not show it.
    const topology = topologyOfPlanned([
      VPC,
      GATEWAY,
      ...SUBNETS,
      ...TABLES,
      ...ASSOCIATIONS,
      routeIn("aws_route_table.app[0].id"),
    ]);
    expect(tablesOf(topology)).toEqual([null, null]);
    expect(topology.leftOut.map(({ touches }) => touches)).toEqual([
      ["aws_subnet.app[0]"],
      ["aws_subnet.app[1]"],
    ]);
  });

  it("is not guessed where there are fewer associations than subnets", () => {
    const topology = topologyOfPlanned([VPC, ...SUBNETS, ...TABLES, ...ASSOCIATIONS.slice(0, 1)]);
    expect(tablesOf(topology)).toEqual([null, null]);
    expect(topology.leftOut).toMatchObject([{ touches: ["aws_subnet.app[0]", "aws_subnet.app[1]"] }]);
  });

  it("may be anything where the configuration names a resource that is not there", () => {
    const [association] = each("aws_route_table_association", "app", {
      subnet_id: ["data.external.pick.result", "data.external.pick"],
      route_table_id: ["aws_route_table.app[0].id", "aws_route_table.app[0]", "aws_route_table.app"],
    });
    if (association === undefined) throw new Error("no association");
    const topology = topologyOfPlanned([VPC, ...SUBNETS, ...TABLES, association]);
    // Nothing may be concluded of an expression of which nothing is left.
    expect(topology.leftOut).toHaveLength(1);
    expect(tablesOf(topology)).toEqual([null, null]);
  });
});

describe("a route whose table is known after apply only", () => {
  it("may be in each of them, so where it would lead is not known", () => {
    const { routeTables, gateways } = topologyOfPlanned([
      VPC,
      GATEWAY,
      ...TABLES,
      routeIn("aws_route_table.app"),
    ]);
    const own = routeTables.filter(({ id }) => id.startsWith("aws_route_table"));
    expect(own.map(({ routes }) => routes.map(({ target }) => target))).toEqual([
      ["aws_route.out target"],
      ["aws_route.out target"],
    ]);
    expect(gateways.find(({ id }) => id === "aws_route.out target")?.kind).toBe("other");
  });
});

describe("a list that the configuration names whole", () => {
  it("may be a part of it: an ACL's subnets are then not known", () => {
    const acl: Planned = {
      type: "aws_network_acl",
      name: "app",
      later: { ...OF_VPC, subnet_ids: ["aws_subnet.app"] },
    };
    const { subnets, leftOut } = topologyOfPlanned([VPC, ...SUBNETS, acl]);
    expect(subnets.map(({ networkAcl }) => networkAcl)).toEqual([null, null]);
    expect(leftOut).toMatchObject([{ touches: ["aws_subnet.app[0]", "aws_subnet.app[1]"] }]);
  });
});

describe("hostile names", () => {
  it("are only names", () => {
    const planned = ["__proto__", "constructor", "toString"].map(
      (name): Planned => ({ type: "aws_vpc", name, values: { cidr_block: "10.0.0.0/16" } }),
    );
    expect(topologyOfPlanned(planned).vpcs.map(({ id }) => id)).toEqual([
      "aws_vpc.__proto__",
      "aws_vpc.constructor",
      "aws_vpc.toString",
    ]);
  });
});
