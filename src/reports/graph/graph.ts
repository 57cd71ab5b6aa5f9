import type { Addressing } from "../../model/types/subnets.ts";

/** What the pictures of a network show, before anything has a place on paper. */
export interface Graph {
  readonly stack: string;
  readonly region: string;
  /** May be empty. */
  readonly description: string;
  /** The VPC's blocks, one a line: `IPv4 10.20.0.0/16`. */
  readonly blocks: readonly string[];
  /** Names of the availability zones: the columns. */
  readonly zones: readonly string[];
  /** The tiers, sorted by slot. */
  readonly rows: readonly GraphRow[];
  readonly gateways: readonly Gateway[];
  /** What a reader must know beside the picture. */
  readonly notes: readonly string[];
}

/** A tier: one subnet in each of its zones, and what stands in them. */
export interface GraphRow {
  readonly tier: string;
  readonly addressing: Addressing;
  /** Such as `egress-only`, `NAT64`, `slot 1`. */
  readonly facts: readonly string[];
  readonly subnets: readonly GraphSubnet[];
  readonly things: readonly Thing[];
  readonly tables: readonly GraphTable[];
}

/** A subnet with its blocks as `hextet addresses` shows them; null where it has none of the family. */
export interface GraphSubnet {
  /** Index in the graph's zones. */
  readonly zone: number;
  readonly id: string;
  readonly ipv4: string | null;
  readonly ipv6: string | null;
}

/** What a thing is for, which decides its colour. */
export type ThingKind = "routing" | "balancing" | "compute" | "data" | "endpoint";

/** Something with network interfaces in subnets of a tier. */
export interface Thing {
  readonly kind: ThingKind;
  /** What it is, and its name. */
  readonly title: string;
  readonly details: readonly string[];
  /** Terraform addresses of what it stands for. */
  readonly ids: readonly string[];
  /** Indexes of the zones in which it stands, sorted. */
  readonly zones: readonly number[];
}

/** Route tables of a tier that lead the same ways. */
export interface GraphTable {
  /** Logical ids. */
  readonly ids: readonly string[];
  readonly routes: readonly GraphRoute[];
}

/** A route, and the gateway that it leads to. */
export interface GraphRoute {
  readonly destination: string;
  /** The gateway in a few words. */
  readonly target: string;
  /** Key of the gateway. */
  readonly gateway: string;
}

/** The kinds of gateways, in the order in which they are drawn. */
export const GATEWAY_KINDS = [
  "internet",
  "egress-only",
  "nat",
  "transit",
  "peering",
  "vpn",
  "interface",
  "inspection",
  "endpoint",
] as const;

/** What a gateway is, in one word. */
export type GatewayKind = (typeof GATEWAY_KINDS)[number];

/** Where routes lead to. */
export interface Gateway {
  /** No other has it. */
  readonly key: string;
  /** What packets come to in it, as `src/reach` calls it: Terraform addresses, or AWS's ids of what lies outside. */
  readonly ids: readonly string[];
  readonly kind: GatewayKind;
  readonly title: string;
  /** What routes call it. */
  readonly short: string;
  readonly details: readonly string[];
  /** What lies behind it; null: nothing outside the VPC. */
  readonly outside: Outside | null;
}

/** What lies behind a gateway, and who may begin to speak through it. */
export interface Outside {
  readonly title: string;
  readonly direction: "both" | "out";
}
