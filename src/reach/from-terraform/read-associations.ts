import type { Gateway, TopologySubnet } from "../topology/topology.ts";
import { aclsOfSubnets } from "./acls-of-subnets.ts";
import { type Associated, associate } from "./associate.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";

/** Gives each subnet its route table and network ACL: its own, or the VPC's; null where that is not known. */
export function withAssociations(
  reading: Reading,
  subnets: readonly TopologySubnet[],
): readonly TopologySubnet[] {
  const tables = associate(reading, {
    types: ["aws_route_table_association"],
    holder: { argument: "subnet_id", referent: referents.subnet },
    given: { argument: "route_table_id", referent: referents.routeTable },
    what: "the route table of a subnet",
  });
  const acls = aclsOfSubnets(reading);
  const managed = new Set(
    reading.index
      .ofType(...referents.vpc.types)
      .flatMap(({ mode, address }) => (mode === "managed" ? [address] : [])),
  );
  return subnets.map((subnet) => {
    const isOwn = managed.has(subnet.vpc) && reading.index.byAddress.get(subnet.id)?.mode === "managed";
    const byDefault = (what: string) => (isOwn ? reading.canonical(`${subnet.vpc}.${what}`) : null);
    return {
      ...subnet,
      routeTable: given(tables, subnet.id, byDefault("main_route_table_id")),
      networkAcl: given(acls, subnet.id, byDefault("default_network_acl_id")),
    };
  });
}

function given({ of, unclear, isOpen }: Associated, subnet: string, byDefault: string | null): string | null {
  const own = of.get(subnet);
  if (own !== undefined) return own;
  return unclear.has(subnet) || isOpen ? null : byDefault;
}

/** Gives each internet gateway the route table for what comes in through it. */
export function withEdgeRouteTables(reading: Reading, gateways: readonly Gateway[]): readonly Gateway[] {
  const tables = associate(reading, {
    types: ["aws_route_table_association"],
    holder: { argument: "gateway_id", referent: referents.gateway },
    given: { argument: "route_table_id", referent: referents.routeTable },
    what: "a route table for what comes in through a gateway",
  });
  return gateways.map((gateway) =>
    gateway.kind === "internet-gateway"
      ? { ...gateway, edgeRouteTable: tables.of.get(gateway.id) ?? null }
      : gateway,
  );
}
