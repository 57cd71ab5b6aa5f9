import type { Path } from "../../base/path.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Cidr, SubnetId, Tags, TierName } from "./shared.ts";
import type { Zone } from "./subnets.ts";

/** A NAT gateway of the blueprint: one resource, or one in each zone. */
export interface NatGateway {
  readonly name: string;
  readonly path: Path;
  readonly connectivityType: "public" | "private";
  /** The tier it stands in; null: it is regional, the whole VPC's. */
  readonly tier: TierName | null;
  readonly perZone: boolean;
  /** Sorted by zone; exactly one unless `perZone`. */
  readonly gateways: readonly NatGatewayResource[];
  /** The addresses of a regional gateway, sorted by zone; none: AWS chooses them. */
  readonly zoneAddresses: readonly NatGatewayAddress[];
  readonly tags: Tags;
}

/** One NAT gateway: zonal, or regional. */
export interface NatGatewayResource {
  /** Logical id: the name, or `<name>_<zone letter>`. */
  readonly id: string;
  /** What stands for the id in names in AWS, such as that of an alarm on it. */
  readonly awsName: string;
  readonly displayName: string;
  /** Where it stands; null: it is regional. */
  readonly place: NatGatewayPlace | null;
  /** The Elastic IP that is made elsewhere; null: of a public zonal gateway one is made here. */
  readonly allocationId: string | null;
}

/** Where a zonal NAT gateway stands. */
interface NatGatewayPlace {
  readonly zone: Zone;
  /** Logical id of the subnet. */
  readonly subnet: SubnetId;
}

/** The addresses of a regional NAT gateway in one zone. */
interface NatGatewayAddress {
  readonly zone: Zone;
  readonly allocationIds: readonly string[];
}

/**
 * The route table of a tier, or of a tier's subnet in one zone when a route goes to what stands in every zone: a zonal
 * NAT gateway, or the endpoint of a firewall. Other tiers may share it.
 */
export interface RouteTable {
  /** Logical id: `<tier>` or `<tier>_<zone letter>`. */
  readonly id: string;
  readonly displayName: string;
  readonly tier: TierName;
  /** Logical ids of the subnets associated with it. */
  readonly subnets: readonly SubnetId[];
  /** Sorted by name. */
  readonly routes: readonly Route[];
  /** Sorted by name. */
  readonly prefixListRoutes: readonly PrefixListRoute[];
}

/** One route of a table. */
export interface Route {
  /** Logical id: `<table id>_<name>`. */
  readonly id: string;
  readonly name: string;
  /** Where the author asked for it: the route itself, or the tier's key it follows from. */
  readonly path: Path;
  readonly destination: Cidr;
  readonly target: RouteTarget;
  /** True when it follows from `internet`, `natGateway`, `nat64` or `nat64Instances` of the tier. */
  readonly derived: boolean;
}

/** One route of a table to all blocks of a prefix list. */
export interface PrefixListRoute extends Omit<Route, "destination" | "derived"> {
  readonly prefixList: RoutedPrefixList;
}

/** The prefix list of a route. */
export type RoutedPrefixList =
  | {
      readonly kind: "prefix-list";
      readonly name: string;
      readonly family: AddressFamily;
      /** As how many routes it counts. */
      readonly maxEntries: number;
      readonly blocks: readonly Cidr[];
    }
  /** Made elsewhere: neither its blocks nor their family are known. */
  | { readonly kind: "prefix-list-id"; readonly id: string };

/** What a route leads to. */
export type RouteTarget =
  | { readonly kind: "internet-gateway" }
  | { readonly kind: "egress-only-internet-gateway" }
  /** `gateway` is the logical id of the one in the table's zone. */
  | { readonly kind: "nat-gateway"; readonly name: string; readonly gateway: string }
  | { readonly kind: "transit-gateway"; readonly id: string }
  | { readonly kind: "vpc-peering-connection"; readonly id: string }
  /** The gateway of a transit gateway attachment of the blueprint. */
  | { readonly kind: "transit-gateway-attachment"; readonly name: string }
  /** A VPC peering connection of the blueprint. */
  | { readonly kind: "own-vpc-peering-connection"; readonly name: string }
  | { readonly kind: "network-interface"; readonly id: string }
  | { readonly kind: "virtual-private-gateway"; readonly id: string }
  /** A virtual private gateway of the blueprint. */
  | { readonly kind: "own-virtual-private-gateway"; readonly name: string }
  /** An instance of the blueprint, by its name. */
  | { readonly kind: "instance"; readonly name: string }
  /** The Gateway Load Balancer endpoint in the table's zone, made elsewhere. */
  | { readonly kind: "vpc-endpoint"; readonly id: string }
  | { readonly kind: "core-network"; readonly arn: string }
  /** The endpoint of the blueprint in the table's zone; `endpoint` is its logical id. */
  | {
      readonly kind: "inspection-endpoint";
      readonly of: "gateway-load-balancer" | "network-firewall";
      readonly name: string;
      readonly endpoint: string;
    };
