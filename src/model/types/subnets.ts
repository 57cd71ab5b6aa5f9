import type { Path } from "../../base/path.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Cidr, SubnetId, Tags, TierName } from "./shared.ts";

/** An availability zone, or a Local Zone. */
export interface Zone {
  /** As the blueprint writes it: `b` for `eu-west-1b`, a Local Zone by its full name. */
  readonly letter: string;
  readonly name: string;
  /** Its place in the address plan, by its last letter: 1 for b. */
  readonly index: number;
  /** Where the addresses of a Local Zone are announced from; null: from the whole region. */
  readonly borderGroup: string | null;
}

/** An IPAM pool: one of the blueprint by its name, or one that is made elsewhere by its id. */
export type IpamPoolReference =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "id"; readonly id: string };

/** Where a VPC's IPv6 block comes from. */
export type Ipv6Source =
  | { readonly kind: "none" }
  | { readonly kind: "amazon-provided"; readonly networkBorderGroup: string | null }
  | {
      readonly kind: "ipam";
      readonly pool: IpamPoolReference;
      readonly netmaskLength: number | null;
      readonly cidr: Cidr | null;
    }
  | { readonly kind: "byoip"; readonly poolId: string; readonly cidr: Cidr };

/** An IPv6 block of the VPC: `main` or one of the additional ones. */
export interface Ipv6Block {
  /** Logical id of its association; `main` for the VPC's own. */
  readonly id: string;
  readonly path: Path;
  readonly source: Ipv6Source;
  /** Prefix length; 56 for an Amazon-provided block. */
  readonly length: number;
  /** True when it is made by `aws_vpc` itself, false when it takes an association resource. */
  readonly ownedByVpc: boolean;
}

/** An IPv4 block of the VPC: `main` or one of the additional ones. */
export interface Ipv4Block {
  readonly id: string;
  /** Where the block itself is written. */
  readonly path: Path;
  /** Null: a pool chooses it at the first apply, and only its size is known. */
  readonly cidr: Cidr | null;
  /** Prefix length. */
  readonly length: number;
  /** The pool that gives it; null: no pool knows of it. */
  readonly pool: IpamPoolReference | null;
}

/** The VPC with all its blocks. */
export interface Vpc {
  readonly path: Path;
  readonly ipv4: Ipv4Block;
  readonly additionalIpv4: readonly Ipv4Block[];
  /** Null: the VPC has no IPv6 block of its own; it may have additional ones. */
  readonly ipv6: Ipv6Block | null;
  readonly additionalIpv6: readonly Ipv6Block[];
  readonly enableDnsSupport: boolean;
  readonly enableDnsHostnames: boolean;
  readonly enableNetworkAddressUsageMetrics: boolean;
  readonly instanceTenancy: "default" | "dedicated";
  readonly defaults: VpcDefaults;
  readonly tags: Tags;
}

/** What is done with the parts that AWS makes with every VPC. */
export interface VpcDefaults {
  readonly path: Path;
  /** True when the author wrote one of them. */
  readonly isWritten: boolean;
  readonly securityGroup: "emptied" | "untouched";
  readonly routeTable: "emptied" | "untouched";
  readonly networkAcl: "emptied" | "allowAll" | "untouched";
}

/** Which families a subnet has. */
export type Addressing = "dual-stack" | "ipv6-only" | "ipv4-only";

/** Where a tier's default IPv6 route goes: both ways, out only, nowhere. */
type Internet = "public" | "egress-only" | "none";

/** A tier: equal subnets, one in each zone, or in each of those that it names. */
export interface Tier {
  readonly name: TierName;
  readonly path: Path;
  readonly addressing: Addressing;
  readonly internet: Internet;
  /** Keys of the tier that the author wrote or that have a default, sorted: some have no meaning for the addressing, and no other trace. */
  readonly writtenKeys: readonly string[];
  /** Id of the VPC's IPv4 block it is cut from; null when it has no IPv4. */
  readonly ipv4Block: string | null;
  /** Id of the VPC's IPv6 block it is cut from; null when it has no IPv6, or the VPC has no such block. */
  readonly ipv6Block: string | null;
  /** The pool that the subnets' IPv4 blocks are allocated from; null: none. */
  readonly ipv4IpamPoolId: string | null;
  /** The same for IPv6. */
  readonly ipv6IpamPoolId: string | null;
  /** The Outpost that the subnets stand on; null: none. */
  readonly outpostArn: string | null;
  readonly slot: number;
  /** True when the slot was derived from the tier's name. */
  readonly slotIsAutomatic: boolean;
  /** Number of slots that fit into the tier's blocks. */
  readonly slotCount: number;
  readonly nat64: boolean;
  readonly enableDns64: boolean;
  /** Name of the tier whose route table its subnets have: mostly its own. */
  readonly routeTable: TierName;
  /** Name of the NAT gateway the tier uses; null: none. */
  readonly natGateway: string | null;
  /** The instances that translate instead of it, in the author's order; none: the NAT gateway does. */
  readonly nat64Instances: readonly Nat64Instance[];
  readonly mapPublicIpOnLaunch: boolean;
  readonly assignIpv6AddressOnCreation: boolean;
  readonly privateDnsHostnameTypeOnLaunch: "ip-name" | "resource-name";
  readonly enableResourceNameDnsAaaaRecordOnLaunch: boolean;
  readonly enableResourceNameDnsARecordOnLaunch: boolean;
  /** Sorted by zone. */
  readonly subnets: readonly Subnet[];
}

/** An instance that translates IPv6 to IPv4 for a tier, by its name. */
export interface Nat64Instance {
  readonly name: string;
  /** The letter of the zone in which it stands; null: its tier has no zone. */
  readonly zone: string | null;
}

/** One subnet of a tier. Its settings are the tier's. */
export interface Subnet {
  readonly id: SubnetId;
  /** The Name tag. */
  readonly displayName: string;
  readonly tier: TierName;
  readonly zone: Zone;
  readonly ipv4: SubnetIpv4 | null;
  readonly ipv6: SubnetIpv6 | null;
  /** False: it was there and has the VPC's main route table by AWS's default, which its migration has not come to. */
  readonly associationIsManaged: boolean;
  readonly tags: Tags;
}

/** The IPv4 block of a subnet. */
export interface SubnetIpv4 {
  /** Id of the VPC's block it is cut from. */
  readonly block: string;
  /** Null: unknown before apply, so it is the `number`th piece of `length` bits of the block. */
  readonly cidr: Cidr | null;
  readonly length: number;
  /** The second and third argument of Terraform's `cidrsubnet`; null where the block is written. */
  readonly cut: { readonly newBits: number; readonly number: number } | null;
  readonly path: Path;
}

/** The /64 of a subnet: unknown before apply, so it is the `number`th piece of `length` bits of a block. */
export interface SubnetIpv6 {
  /** Where the number is written, or the slot from which it follows. */
  readonly path: Path;
  readonly block: string;
  readonly blockLength: number;
  /** Bits between the block's length and the subnet's: the second argument of Terraform's `cidrsubnet`. */
  readonly newBits: number;
  /** The third argument of `cidrsubnet`. */
  readonly number: number;
  readonly length: number;
}

/** True when subnets of the addressing have the family. */
export function hasFamily(addressing: Addressing, family: AddressFamily): boolean {
  return addressing === "dual-stack" || addressing === (family === "ipv4" ? "ipv4-only" : "ipv6-only");
}
