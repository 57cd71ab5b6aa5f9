import type { Path } from "../../base/path.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { type WhatIsThere, whatIsThere } from "../../model/migration/what-is-there.ts";
import type { Network } from "../../model/types/network.ts";
import type { Subnet, Tier } from "../../model/types/subnets.ts";
import type { Block } from "../topology/block.ts";
import type { TopologyNetworkAcl, TopologySecurityGroup } from "../topology/filters.ts";
import type { Answer, Place, Topology } from "../topology/topology.ts";
import { subnetBlock } from "./blocks.ts";

/** A network, and what the adapters of its parts look up. */
export interface NetworkContext {
  readonly network: Network;
  readonly there: WhatIsThere;
  /** By logical id. */
  readonly subnets: ReadonlyMap<string, PlacedSubnet>;
}

/** A subnet with its tier, its Terraform address and its blocks. */
export interface PlacedSubnet {
  readonly id: string;
  readonly tier: Tier;
  readonly subnet: Subnet;
  readonly ipv4: Block | null;
  readonly ipv6: Block | null;
}

/** What one part of a network brings to the topology. */
export type Parts = Partial<Omit<Topology, "region" | "filters">> & {
  readonly networkAcls?: readonly TopologyNetworkAcl[];
  readonly securityGroups?: readonly TopologySecurityGroup[];
};

/** Reads one part of a network. */
export type Adapter = (context: NetworkContext) => Parts;

/** The VPC's Terraform address. */
export const VPC = "aws_vpc.main";

/** Prepares what the adapters look up. */
export function contextOf(network: Network): NetworkContext {
  const subnets = network.tiers.flatMap((tier) =>
    tier.subnets.map((subnet): [string, PlacedSubnet] => [subnet.id, placed(network, tier, subnet)]),
  );
  return { network, there: whatIsThere(network), subnets: new Map(subnets) };
}

function placed(network: Network, tier: Tier, subnet: Subnet): PlacedSubnet {
  return {
    id: terraformAddress("aws_subnet", subnet.id),
    tier,
    subnet,
    ipv4: subnetBlock(network, subnet, "ipv4"),
    ipv6: subnetBlock(network, subnet, "ipv6"),
  };
}

/** The place of a value of the blueprint. */
export function at(path: Path): Place {
  return { kind: "blueprint", path };
}

/** A setting as an answer. */
export function answer(isTrue: boolean): Answer {
  return isTrue ? "yes" : "no";
}

/** The adapter of what sends no packets and decides of none; `why` says it to the reader. */
export function noPackets(_why: string): Adapter {
  return () => ({});
}

/** One adapter for all parts of a thing: each of its keys has one, or it does not compile. */
export function each<T extends object>(adapters: Readonly<Record<keyof T, Adapter>>): Adapter {
  return (context) => join(Object.values<Adapter>(adapters).map((adapter) => adapter(context)));
}

/** All parts together, in their order. */
export function join(all: readonly Parts[]): Parts {
  return {
    vpcs: all.flatMap(({ vpcs = [] }) => vpcs),
    subnets: all.flatMap(({ subnets = [] }) => subnets),
    routeTables: all.flatMap(({ routeTables = [] }) => routeTables),
    networkAcls: all.flatMap(({ networkAcls = [] }) => networkAcls),
    securityGroups: all.flatMap(({ securityGroups = [] }) => securityGroups),
    gateways: all.flatMap(({ gateways = [] }) => gateways),
    nodes: all.flatMap(({ nodes = [] }) => nodes),
    hostedZones: all.flatMap(({ hostedZones = [] }) => hostedZones),
    leftOut: all.flatMap(({ leftOut = [] }) => leftOut),
  };
}
