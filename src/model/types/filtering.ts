import type { Path } from "../../base/path.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Cidr, SecurityGroupName, SubnetId, Tags, TierName } from "./shared.ts";

/** An inclusive range of ports. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** ICMP or ICMPv6 type and code; -1 stands for all. */
export interface IcmpType {
  readonly type: number;
  readonly code: number;
}

/** A stateless filter in front of whole subnets. */
export interface NetworkAcl {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly tiers: readonly TierName[];
  readonly preset: string | null;
  /** Logical ids of the subnets it is associated with. */
  readonly subnets: readonly SubnetId[];
  /** Sorted by direction, then rule number. */
  readonly entries: readonly NetworkAclEntry[];
  readonly tags: Tags;
}

/** Into the VPC's interfaces, or out of them. */
export type Direction = "ingress" | "egress";

/** The block a network ACL entry speaks of; `block` is the id of one of the VPC's, whose IPv6 is known only after apply. */
export type NetworkAclCidr =
  | { readonly kind: "cidr"; readonly family: AddressFamily; readonly cidr: Cidr }
  | { readonly kind: "vpc"; readonly family: AddressFamily; readonly block: string }
  | CidrElsewhere;

/** A block of another stack, which is known at apply; `text` stands for it. */
interface CidrElsewhere {
  readonly kind: "cidr-elsewhere";
  readonly family: AddressFamily;
  readonly text: string;
}

/** One numbered entry, for one block: the first that matches decides. */
export interface NetworkAclEntry {
  /** Logical id: `<acl>_<direction>_<name>`, and the block's where it is a further one of the VPC. */
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  readonly direction: Direction;
  readonly ruleNumber: number;
  readonly action: "allow" | "deny";
  /** IANA protocol number as text, `-1` for all: what the API takes. */
  readonly protocol: string;
  /** The protocol as the author or the preset spelled it. */
  readonly protocolText: string;
  readonly cidr: NetworkAclCidr;
  /** Null where the protocol has no ports, or where the author gave none. */
  readonly ports: PortRange | null;
  /** Null where the protocol is not ICMP, or where the author gave no type. */
  readonly icmp: IcmpType | null;
  readonly fromPreset: boolean;
}

/** A stateful filter on network interfaces: what no rule allows is dropped. */
export interface SecurityGroup {
  readonly name: SecurityGroupName;
  readonly path: Path;
  readonly displayName: string;
  /** The beginning of its name in AWS; Terraform appends the rest. */
  readonly namePrefix: string;
  readonly description: string;
  /** Each author's rule expanded into one entry per family and block. Sorted by id. */
  readonly rules: readonly SecurityGroupRule[];
  readonly tags: Tags;
}

/** One `aws_vpc_security_group_ingress_rule` or `_egress_rule`. */
export interface SecurityGroupRule {
  /** Logical id: `<group>_<rule name>` with the part it was expanded to, such as `web_https_ipv6`. */
  readonly id: string;
  /** The author's name for the rule; `default` for the egress written out when the author gave none. */
  readonly name: string;
  readonly path: Path;
  readonly direction: Direction;
  /** `tcp`, `udp`, `icmp`, `icmpv6`, `-1`, or an IANA number as text. */
  readonly protocol: string;
  /** Ports, or ICMP type and code, as from and to; null for all protocols and for protocols without ports. */
  readonly ports: PortRange | null;
  readonly peer: Peer;
  readonly description: string | null;
}

/** Who a security group rule lets in or out to. */
export type Peer =
  | { readonly kind: "cidr"; readonly family: AddressFamily; readonly cidr: Cidr }
  /** `block` is the id of one of the VPC's blocks. */
  | { readonly kind: "vpc-cidr"; readonly family: AddressFamily; readonly block: string }
  | { readonly kind: "subnet-cidr"; readonly family: AddressFamily; readonly subnet: SubnetId }
  | { readonly kind: "security-group"; readonly name: SecurityGroupName }
  /** A group that is made elsewhere. */
  | { readonly kind: "security-group-id"; readonly id: string }
  | CidrElsewhere
  | { readonly kind: "prefix-list"; readonly name: string }
  | { readonly kind: "prefix-list-id"; readonly id: string }
  /** A prefix list of AWS, found by its name; `id` is the data source's logical id. */
  | { readonly kind: "managed-prefix-list"; readonly name: string; readonly id: string };

/** A managed list of blocks of one family. */
export interface PrefixList {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly family: AddressFamily;
  readonly maxEntries: number;
  readonly entries: readonly PrefixListEntry[];
  readonly tags: Tags;
}

/** One block of a prefix list. */
export interface PrefixListEntry {
  readonly name: string;
  readonly path: Path;
  readonly cidr: Cidr;
  readonly description: string | null;
}
