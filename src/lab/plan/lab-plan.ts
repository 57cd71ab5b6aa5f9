import type { AddressFamily } from "../../base/prefix.ts";
import type { ClusterMember, Listens, LoadBalancer, NotModelled } from "../cloud/cloud.ts";
import type { NamedAddress } from "./names-in.ts";

/** A laboratory as data: what a runner makes of it is decided here, and nothing else. */
export interface LabPlan {
  readonly namespaces: readonly Namespace[];
  /** Pairs of devices, each at one end of a wire. */
  readonly links: readonly (readonly [LinkEnd, LinkEnd])[];
  readonly sources: readonly LabSource[];
  readonly destinations: readonly LabDestination[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly clusterMembers: readonly ClusterMember[];
  /** Servers of the stand-in internet that whoever planned wants to ask for. */
  readonly names: readonly NamedAddress[];
  readonly notModelled: readonly NotModelled[];
}

/** One end of a wire. */
export interface LinkEnd {
  readonly namespace: string;
  readonly device: string;
}

/** A network namespace: what is in it, as `ip`, `nft` and the daemons take it. */
export interface Namespace {
  /** Short: `n12`. */
  readonly name: string;
  /** For people: what it stands for. */
  readonly label: string;
  readonly forwards: boolean;
  readonly devices: readonly Device[];
  readonly rules: readonly Rule[];
  readonly routes: readonly LabRoute[];
  /** Rulesets as `nft -f` reads them. */
  readonly nft: readonly string[];
  readonly listens: Listens;
  readonly daemons: readonly Daemon[];
}

/** A device; those of kind `wire` are ends of links. */
export interface Device {
  readonly kind: "wire" | "bridge" | "loopback" | "tun";
  readonly name: string;
  /** The bridge to which it belongs. */
  readonly bridge: string | null;
  /** `address/length`. */
  readonly addresses: readonly string[];
}

/** Packets that come in by a device are looked up in a table; null: all others. */
export interface Rule {
  readonly device: string | null;
  readonly table: number;
}

/** A route of Linux. */
export interface LabRoute {
  readonly family: AddressFamily;
  /** `local`: every address of the destination is one of this namespace. */
  readonly type: "unicast" | "local" | "blackhole";
  readonly destination: string;
  /** Null for a destination at the device itself, and for the other types. */
  readonly via: string | null;
  readonly device: string | null;
  /** Null: the main one. */
  readonly table: number | null;
  readonly metric: number;
}

/** A program that runs in a namespace; `@FOLDER@` in its texts is a folder of its own. */
export interface Daemon {
  readonly kind: "nat64" | "resolver";
  readonly name: string;
  readonly config: string;
  readonly command: readonly string[];
  /** Of a resolver: where it answers. */
  readonly address: string | null;
  readonly port: number | null;
}

/** From where a connection can be tried. */
export interface LabSource {
  readonly name: string;
  /** The Terraform address of what it stands for; `internet` is none. */
  readonly address: string;
  /** The Terraform address of the subnet; null for what lies in none. */
  readonly subnet: string | null;
  readonly namespace: string;
  readonly ipv4: string | null;
  readonly ipv6: string | null;
  /** Where it asks for names; null when it cannot. */
  readonly resolver: string | null;
  /** True: it lies outside of every VPC and reaches public IPv4 addresses. */
  readonly isInternet: boolean;
}

/** What a connection can be tried to. */
export interface LabDestination {
  readonly name: string;
  readonly address: string;
  readonly subnet: string | null;
  readonly ipv4: string | null;
  readonly ipv6: string | null;
  readonly publicIpv4: string | null;
  readonly listens: Listens;
  /** Ports that rules of its security groups name, to try where anything listens. */
  readonly ports: readonly { readonly protocol: "tcp" | "udp"; readonly port: number }[];
}
