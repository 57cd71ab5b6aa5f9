import type { Found } from "./found.ts";

/** A network ACL as it is in AWS. */
export interface FoundNetworkAcl extends Found {
  readonly isDefault: boolean;
  readonly subnetIds: readonly string[];
  /** Without the last one, which denies all that is left and cannot be changed. */
  readonly entries: readonly FoundNetworkAclEntry[];
}

/** One numbered entry of a network ACL, for one block. */
export interface FoundNetworkAclEntry {
  readonly egress: boolean;
  readonly ruleNumber: number;
  readonly action: "allow" | "deny";
  /** IANA number as text, `-1` for all. */
  readonly protocol: string;
  readonly cidr: string;
  readonly ports: FoundPorts | null;
  readonly icmp: { readonly type: number; readonly code: number } | null;
}

/** Ports from the first to the last, both included. */
export interface FoundPorts {
  readonly from: number;
  readonly to: number;
}

/** A security group as it is in AWS, with the rules of both directions. */
export interface FoundSecurityGroup extends Found {
  readonly groupName: string;
  readonly description: string;
  readonly rules: readonly FoundSecurityGroupRule[];
}

/** One rule of a security group, for one peer. */
export interface FoundSecurityGroupRule {
  /** `sgr-` id; null when the source does not tell, so that the rule cannot be imported. */
  readonly id: string | null;
  readonly direction: "ingress" | "egress";
  /** `tcp`, `udp`, `icmp`, `icmpv6`, `-1` or an IANA number as text. */
  readonly protocol: string;
  /** Ports, or ICMP type and code; null: none are given, or all. */
  readonly ports: FoundPorts | null;
  readonly peer: FoundPeer;
  readonly description: string | null;
}

/** Whom a rule lets in, or out to. */
export type FoundPeer =
  | { readonly kind: "cidr"; readonly cidr: string }
  | { readonly kind: "security-group"; readonly id: string }
  | { readonly kind: "prefix-list"; readonly id: string };
