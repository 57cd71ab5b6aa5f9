import type { Fact } from "../../aws/facts/fact.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Answer, Place } from "../topology/topology.ts";

/** A question: may this connection be opened, and does its answer come back? */
export interface Query {
  readonly from: QueryEnd;
  readonly to: QueryEnd;
  readonly protocol: "tcp" | "udp" | "icmp";
  /** 0 for ICMP. */
  readonly port: number;
}

/** One end of a connection. */
export type QueryEnd =
  | { readonly kind: "node"; readonly id: string }
  | { readonly kind: "internet" }
  /** Id of a destination of `src/aws/destinations`. */
  | { readonly kind: "destination"; readonly id: string }
  | { readonly kind: "address"; readonly family: AddressFamily; readonly address: bigint };

/** "some": from some zones only, or over one of the families that the client tries. */
export type Verdict = "reaches" | "some" | "blocked" | "unknown";

/** "some": some of what is asked about passes and some surely does not, as calls from some of a client's ports. */
export type Passage = Answer | "some";

/** The whole answer. */
export interface Trace {
  readonly query: Query;
  readonly verdict: Verdict;
  /** What the names answered, in each of the source's subnets where it differs; empty: no name was asked. */
  readonly dns: readonly DnsStep[];
  /** For each interface of the source, the families in the order in which a client tries them (RFC 6724). */
  readonly attempts: readonly Attempt[];
}

/** What the resolver answers in the source's subnet. */
export interface DnsStep {
  readonly name: string;
  /** Null: the resolvers of the internet. */
  readonly fromSubnet: string | null;
  readonly answers: readonly {
    readonly family: AddressFamily;
    /** "synthesised": DNS64 made it of an A record, under 64:ff9b::/96. */
    readonly kind: "record" | "synthesised" | "private-dns" | "private-zone";
    readonly hop: Hop;
  }[];
}

/** One family from one interface of the source to one interface of the destination. */
export interface Attempt {
  /** The name whose answer is tried, of which a destination may have several; null: an address, or a node without a name. */
  readonly name: string | null;
  readonly family: AddressFamily;
  /** True: to an address that DNS64 made, through NAT64. */
  readonly isTranslated: boolean;
  readonly fromSubnet: string | null;
  readonly toSubnet: string | null;
  readonly verdict: Passage;
  /** In the order of the packet: there, and back. The last one of a blocked attempt is where it breaks. */
  readonly hops: readonly Hop[];
}

/** What a hop is. */
export type HopKind =
  | "dns"
  | "source-address"
  | "security-group-out"
  | "network-acl-out"
  | "route"
  | "gateway"
  | "network-acl-in"
  | "security-group-in"
  | "listener"
  | "service"
  | "path-mtu";

/** One step of a packet and what decides it. */
export interface Hop {
  readonly kind: HopKind;
  readonly direction: "there" | "back";
  /** Id of what decides: a table, a group, a gateway. */
  readonly what: string;
  readonly passes: Passage;
  /** One sentence: by which rule or route, or why not. */
  readonly reason: string;
  /** Where what decides is written; null: nowhere, it is AWS's own. */
  readonly place: Place | null;
  readonly facts: readonly Fact[];
}
