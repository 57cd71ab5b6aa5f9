import type { AddressFamily } from "../../base/prefix.ts";
import type { Block } from "./block.ts";
import type { Answer, Place } from "./topology.ts";

/** What a node is, in the words of the reports. */
export type NodeKind =
  | "instance"
  | "auto-scaling-group"
  | "ecs-service"
  | "lambda-function"
  | "eks-node-group"
  | "eks-cluster"
  | "database"
  | "cache"
  | "load-balancer"
  | "vpc-endpoint"
  | "instance-connect-endpoint"
  | "resolver-endpoint"
  | "network-interface"
  | "appliance";

/**
 * Whether it also sends on packets that are not for it (no source and destination check); "nat64": and those to 64:ff9b::/96
 * under its own IPv4 address. Of another that sends on it is not known whether it translates.
 */
type Forwarding = Answer | "nat64";

/** Something in subnets that sends or receives packets: one host, or equal ones in several zones. */
export interface Node {
  readonly id: string;
  readonly kind: NodeKind;
  /** What users call it: its name in the blueprint. */
  readonly name: string;
  readonly place: Place;
  /** One for each subnet it may stand in. */
  readonly interfaces: readonly Interface[];
  readonly listens: readonly Listening[];
  /** The families that its software uses when it opens a connection. */
  readonly opens: readonly AddressFamily[];
  /** What chooses the ports that it calls from; null: not known. */
  readonly system: "linux" | "windows" | "aws" | null;
  readonly forwards: Forwarding;
  /** Public names and the service's own names inside the VPC that lead to it, such as `db.internal` or `ssm.eu-west-1.amazonaws.com`. */
  readonly names: readonly NodeName[];
  /** What it needs to reach to do its work, and what it depends on: found by the adapter from what is declared. */
  readonly intents: readonly Intent[];
}

/** A network interface in one subnet. Null addresses: none of that family. */
export interface Interface {
  readonly subnet: string;
  /** One address, or the subnet's block where any of it may be given. */
  readonly ipv4: Block | null;
  readonly ipv6: Block | null;
  /** A public IPv4 address that the internet gateway maps to the private one. */
  readonly publicIpv4: Answer;
  /**
   * Whether the internet gateway passes the internet's packets on to its IPv6 address, where routes and filters let
   * them: it does not to internal load balancers and VPC endpoints. "no" without an IPv6 address.
   */
  readonly publicIpv6: Answer;
  /** Null: no security groups filter it. */
  readonly securityGroups: readonly string[] | null;
}

/** Where a node takes connections. */
export interface Listening {
  readonly place: Place;
  readonly protocol: "tcp" | "udp";
  readonly from: number;
  readonly to: number;
  /** Families that clients may use. */
  readonly families: readonly AddressFamily[];
  /** A sentence part: "the listener https". */
  readonly what: string;
}

/** A name under which resolvers answer with the addresses of a node. */
export interface NodeName {
  readonly name: string;
  readonly families: readonly AddressFamily[];
  /** "vpc": only the VPC's resolver answers so (private DNS of an endpoint). */
  readonly seenFrom: "vpc" | "everywhere";
}

/** A connection that what is declared means to work. */
export interface Intent {
  /** Where the author wrote what means it. */
  readonly place: Place;
  readonly to: IntentTarget;
  readonly protocol: "tcp" | "udp" | "icmp";
  /** 0 for ICMP. */
  readonly port: number;
  /** "any": one family that passes is enough; else the family that must pass. */
  readonly family: AddressFamily | "any";
  /** A sentence part: "health check of target group app". */
  readonly why: string;
}

/** Whom an intent goes to. */
type IntentTarget =
  | { readonly kind: "node"; readonly id: string }
  /** Id of a destination of `src/aws/destinations`. */
  | { readonly kind: "destination"; readonly id: string }
  /** A client anywhere on the internet opens it: the node is the receiver. */
  | { readonly kind: "from-internet" };
