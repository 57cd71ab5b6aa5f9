import type { AddressFamily } from "../../base/prefix.ts";
import type { ValuesOf } from "../fields/field.ts";
import type { natGatewayFields } from "../fields/nat-gateway.ts";
import type { subnetFields } from "../fields/subnet.ts";
import type { vpcFields } from "../fields/vpc.ts";
import type { vpcEndpointFields } from "../fields/vpc-endpoint.ts";
import type {
  FoundDatabase,
  FoundDatabaseSubnetGroup,
  FoundLoadBalancer,
  FoundTargetGroup,
} from "./balancing.ts";
import type { FoundAddress, FoundAutoScalingGroup, FoundInstance, FoundLaunchTemplate } from "./compute.ts";
import type { FoundNetworkAcl, FoundSecurityGroup } from "./filtering.ts";
import type { FoundFlowLog } from "./flow-logs.ts";
import type { Found } from "./found.ts";
import type { FoundLinks } from "./links.ts";

/** A VPC and everything found in it, as it is: no defaults, no judgement. Lists have no meaningful order. */
export interface Inventory {
  readonly region: string;
  readonly vpc: FoundVpc;
  readonly subnets: readonly FoundSubnet[];
  readonly routeTables: readonly FoundRouteTable[];
  readonly internetGateways: readonly Found[];
  readonly egressOnlyInternetGateways: readonly Found[];
  readonly natGateways: readonly FoundNatGateway[];
  readonly networkAcls: readonly FoundNetworkAcl[];
  readonly securityGroups: readonly FoundSecurityGroup[];
  readonly instances: readonly FoundInstance[];
  readonly autoScalingGroups: readonly FoundAutoScalingGroup[];
  /** Those that the groups use, and those that name something of the VPC. */
  readonly launchTemplates: readonly FoundLaunchTemplate[];
  /** Elastic IPs that belong to instances; those of NAT gateways are with the gateways. */
  readonly addresses: readonly FoundAddress[];
  readonly loadBalancers: readonly FoundLoadBalancer[];
  readonly targetGroups: readonly FoundTargetGroup[];
  readonly databaseSubnetGroups: readonly FoundDatabaseSubnetGroup[];
  readonly databases: readonly FoundDatabase[];
  readonly vpcEndpoints: readonly FoundVpcEndpoint[];
  readonly links: FoundLinks;
  /** Those of the whole VPC. */
  readonly flowLogs: readonly FoundFlowLog[];
  /** Prefix lists that rules name, as far as the source tells of them. */
  readonly prefixLists: readonly FoundPrefixList[];
  /** What is there and has no place above. */
  readonly others: readonly Unplaced[];
}

/** Something found that a blueprint does not take up, and why. */
export interface Unplaced {
  /** As people call it, such as `VPC peering connection`. */
  readonly kind: string;
  readonly id: string;
  /** What else is known of it; null: nothing. */
  readonly detail: string | null;
}

/** The VPC as it is in AWS. */
export interface FoundVpc extends Found, ValuesOf<typeof vpcFields> {
  /** The main one first. */
  readonly ipv4Blocks: readonly FoundBlock[];
  readonly ipv6Blocks: readonly FoundIpv6Block[];
}

/** An address block of the VPC. */
export interface FoundBlock {
  readonly cidr: string;
  /** Such as `vpc-cidr-assoc-0ab`; null when the source does not tell. */
  readonly associationId: string | null;
}

/** An IPv6 block that is associated with the VPC. */
export interface FoundIpv6Block extends FoundBlock {
  /** `Amazon`, or the id of the pool it comes from; null when the source does not tell. */
  readonly pool: string | null;
}

/** A subnet as it is in AWS. */
export interface FoundSubnet extends Found, ValuesOf<typeof subnetFields> {}

/** A route table as it is in AWS, without the VPC's local routes. */
export interface FoundRouteTable extends Found {
  readonly isMain: boolean;
  /** Ids of the subnets that are associated with it by name; those that use the main table without saying so are not here. */
  readonly subnets: readonly string[];
  /** Without the local ones. */
  readonly routes: readonly FoundRoute[];
  /** Ids of the virtual private gateways that it learns routes from. */
  readonly learnsFrom: readonly string[];
}

/** One route of a table. */
export interface FoundRoute {
  /** A block of either family, or the id of a prefix list. */
  readonly destination: string;
  /** The id of what it leads to, whose beginning tells the kind, such as `igw-`; null: unknown. */
  readonly target: string | null;
  /** True: a virtual private gateway has put it there by itself. */
  readonly isPropagated: boolean;
}

/** A NAT gateway as it is in AWS. */
export interface FoundNatGateway extends Found, ValuesOf<typeof natGatewayFields> {
  readonly isPublic: boolean;
  /** Further addresses, which a blueprint has no word for. */
  readonly secondaryAddresses: number;
}

/** A managed prefix list; its name is AWS's, not a tag. */
export interface FoundPrefixList extends Found {
  /** Of all its entries; null: nobody knows. */
  readonly family: AddressFamily | null;
}

/** A VPC endpoint of any type as it is in AWS. */
export interface FoundVpcEndpoint extends Found, ValuesOf<typeof vpcEndpointFields> {}
