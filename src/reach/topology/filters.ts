import type { AddressFamily } from "../../base/prefix.ts";
import type { Block } from "./block.ts";
import type { Place } from "./topology.ts";

/** Network ACLs and security groups, by id. */
export interface Filters {
  readonly networkAcls: readonly TopologyNetworkAcl[];
  readonly securityGroups: readonly TopologySecurityGroup[];
}

/** A stateless filter at a subnet's border. What no entry matches is denied. */
export interface TopologyNetworkAcl {
  readonly id: string;
  readonly place: Place;
  readonly vpc: string;
  /** By number: the first that matches decides. */
  readonly ingress: readonly AclEntry[];
  readonly egress: readonly AclEntry[];
}

/** One numbered entry. */
export interface AclEntry {
  readonly place: Place;
  readonly ruleNumber: number;
  readonly action: "allow" | "deny";
  readonly traffic: TrafficClass;
  readonly block: Block | "unknown";
}

/** A stateful filter on network interfaces: answers pass; what no rule allows is dropped. */
export interface TopologySecurityGroup {
  readonly id: string;
  readonly place: Place;
  readonly vpc: string;
  readonly ingress: readonly GroupRule[];
  readonly egress: readonly GroupRule[];
}

/** One rule: each peer of Terraform's inline rules stands by itself. */
export interface GroupRule {
  readonly place: Place;
  readonly traffic: TrafficClass;
  readonly peer: GroupPeer;
}

/** Who a rule speaks of. */
export type GroupPeer =
  | { readonly kind: "block"; readonly block: Block }
  | { readonly kind: "security-group"; readonly id: string }
  /** A list whose blocks are known. */
  | { readonly kind: "blocks"; readonly id: string; readonly blocks: readonly Block[] }
  /** AWS's own list of a service. */
  | { readonly kind: "service"; readonly service: string }
  | { readonly kind: "unknown" };

/** Which packets an entry or a rule speaks of; "unknown": to be decided at apply. */
export type TrafficClass =
  | { readonly kind: "all" }
  | { readonly kind: "ports"; readonly protocol: "tcp" | "udp"; readonly from: number; readonly to: number }
  /** ICMP of IPv4, or ICMPv6; null: every type or code. */
  | {
      readonly kind: "icmp";
      readonly family: AddressFamily;
      readonly type: number | null;
      readonly code: number | null;
    }
  | { readonly kind: "protocol"; readonly number: number }
  | { readonly kind: "unknown" };
