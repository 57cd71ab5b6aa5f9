import type { PublicAccess } from "../../aws/public-access.ts";
import type { Path } from "../../base/path.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Block } from "./block.ts";
import type { Filters } from "./filters.ts";
import type { Node } from "./nodes.ts";

/** Where something is written: a value of a blueprint or of another one, or a resource of a Terraform plan or state. */
export type Place =
  | { readonly kind: "blueprint"; readonly path: Path }
  /** Of another stack than the one that is looked at. */
  | { readonly kind: "other-blueprint"; readonly stack: string; readonly path: Path }
  | { readonly kind: "terraform"; readonly address: string };

/** What is true, false, or not to be known before apply or without a fact. */
export type Answer = "yes" | "no" | "unknown";

/**
 * What decides where packets go, whoever wrote it: made of a `Network`, or of a Terraform plan or state. Ids are
 * Terraform addresses (`aws_subnet.app_a`), or AWS's own ids of what lies outside. Every list is sorted by id.
 */
export interface Topology {
  readonly region: string;
  readonly vpcs: readonly TopologyVpc[];
  readonly subnets: readonly TopologySubnet[];
  readonly routeTables: readonly TopologyRouteTable[];
  readonly filters: Filters;
  readonly gateways: readonly Gateway[];
  readonly nodes: readonly Node[];
  readonly hostedZones: readonly TopologyHostedZone[];
  /** Where VPC Block Public Access is written; null: nothing is known of it. */
  readonly blockPublicAccess: Place | null;
  /** What was seen and not understood: traces that might meet it are unknown. */
  readonly leftOut: readonly LeftOut[];
}

/** A VPC and all its blocks. */
export interface TopologyVpc {
  readonly id: string;
  readonly place: Place;
  readonly blocks: readonly Block[];
  readonly dnsSupport: Answer;
  readonly dnsHostnames: Answer;
  /** What VPC Block Public Access lets pass for what stands in no subnet. */
  readonly publicAccess: PublicAccess;
  /** Rules of its resolver; the longest domain decides. A domain may end in a dot, and `.` is every name. */
  readonly domainRules: readonly DomainRule[];
}

/** Whether servers elsewhere answer for a domain and all below it. */
export interface DomainRule {
  readonly domain: string;
  readonly isForwarded: boolean;
}

/** A subnet; null blocks: it has none of that family. */
export interface TopologySubnet {
  readonly id: string;
  readonly place: Place;
  readonly vpc: string;
  /** The zone's name, such as `eu-west-1a`. */
  readonly zone: string;
  readonly ipv4: Block | null;
  readonly ipv6: Block | null;
  /** Of its own, or the VPC's main one; null: not known. */
  readonly routeTable: string | null;
  /** Of its own, or the VPC's default one; null: not known. */
  readonly networkAcl: string | null;
  readonly dns64: Answer;
  /** What VPC Block Public Access lets pass between the subnet and the internet. */
  readonly publicAccess: PublicAccess;
}

/** A route table without its local routes: the blocks of its VPC are always routed. */
export interface TopologyRouteTable {
  readonly id: string;
  readonly place: Place;
  readonly vpc: string;
  readonly routes: readonly TopologyRoute[];
}

/** One route. A prefix list as destination stands once for each of its blocks, or as AWS's list of a service. */
export interface TopologyRoute {
  readonly id: string;
  readonly place: Place;
  readonly destination: RouteDestination;
  /** Id of a gateway or of a node that forwards; "blackhole": packets are dropped. */
  readonly target: string;
}

/** What a route is for. */
export type RouteDestination =
  | { readonly kind: "block"; readonly block: Block }
  /** AWS's prefix list of a service, such as `s3`: its blocks of both families are AWS's and change. */
  | { readonly kind: "service"; readonly service: string }
  | { readonly kind: "unknown" };

/** What packets leave a VPC through. Nodes that forward (appliances) are no gateways. */
export type Gateway = {
  readonly id: string;
  readonly place: Place;
} /** `edgeRouteTable`: the table that what comes in through it takes; null: it has none, and the local route is taken. */ & (
  | { readonly kind: "internet-gateway"; readonly vpc: string; readonly edgeRouteTable: string | null }
  | { readonly kind: "egress-only-internet-gateway"; readonly vpc: string }
  /** `subnet`: null where it is regional. A public one also answers for NAT64, a private one too. */
  | {
      readonly kind: "nat-gateway";
      readonly vpc: string;
      readonly subnet: string | null;
      readonly connectivity: "public" | "private" | "unknown";
    }
  | {
      readonly kind: "gateway-endpoint";
      readonly vpc: string;
      readonly service: string;
      /** In which it takes traffic: its address type. */
      readonly families: readonly AddressFamily[] | "unknown";
    }
  /** `crossesRegions`: whether its VPCs stand in two regions. */
  | {
      readonly kind: "vpc-peering-connection";
      readonly sides: readonly PeeringSideOf[];
      readonly crossesRegions: Answer;
    }
  | {
      readonly kind: "transit-gateway";
      readonly attachments: readonly TransitAttachment[];
      readonly peerings: readonly TransitPeering[];
      /** Null: a table that lies outside, where nothing is known. */
      readonly tables: readonly TransitTable[] | null;
    }
  | { readonly kind: "virtual-private-gateway"; readonly vpc: string }
  | ({ readonly kind: "inspection-endpoint" } & InspectionEndpoint)
  /** Anything else that a route may lead to: what lies behind it is not known. */
  | { readonly kind: "other"; readonly what: string }
);

/**
 * An endpoint of a Gateway Load Balancer or of a Network Firewall. It hands packets to appliances, which see them with
 * their own addresses; what these let pass comes back into the endpoint's subnet and goes on by that subnet's route
 * table. A route names its gateway as `target`; the way in through an internet gateway is that one's `edgeRouteTable`.
 */
export interface InspectionEndpoint {
  readonly vpc: string;
  /** Id of the one subnet that it stands in; null: not known. */
  readonly subnet: string | null;
  /** Whose endpoint it is; null: not known. */
  readonly of: "gateway-load-balancer" | "network-firewall" | null;
  /** The families that it is made for. */
  readonly families: readonly AddressFamily[] | "unknown";
  /** "yes" where its rules surely let every packet pass, "no" where they surely drop every one. */
  readonly passes: Answer;
  /** A sentence: what is known of its rules. */
  readonly why: string;
}

/** One end of a peering connection: a VPC of the topology, or one of which only the id is known. */
export interface PeeringSideOf {
  readonly vpc: string;
  readonly isKnown: boolean;
  /** A sentence part, such as "in us-east-1"; null: nothing says that it is in another region or account. */
  readonly where: string | null;
}

/** An attachment of a transit gateway to another one. */
export interface TransitPeering {
  readonly id: string;
  /** A sentence part: what it leads to, such as "tgw-1 in us-east-1". */
  readonly to: string;
}

/** A VPC's attachment to a transit gateway. */
export interface TransitAttachment {
  readonly id: string;
  readonly place: Place;
  readonly vpc: string;
  readonly subnets: readonly string[];
  readonly ipv6: Answer;
  readonly applianceMode: Answer;
  /** Ids of tables; null: not known. */
  readonly associatedWith: string | null;
}

/** A route table of a transit gateway: its static routes and who propagates into it. */
export interface TransitTable {
  readonly id: string;
  /** `target`: id of an attachment, or "blackhole". */
  readonly routes: readonly { readonly destination: Block; readonly target: string }[];
  /** Ids of attachments. */
  readonly propagatedBy: readonly string[];
}

/** A hosted zone that answers inside VPCs, or for everybody. */
export interface TopologyHostedZone {
  readonly id: string;
  readonly place: Place;
  /** Without a dot at its end. */
  readonly domain: string;
  /** The VPCs that a private zone answers in; null: it is public. */
  readonly vpcs: readonly string[] | null;
  readonly records: readonly TopologyRecord[];
}

/** What a name answers. */
export interface TopologyRecord {
  readonly name: string;
  readonly place: Place;
  readonly answer:
    | { readonly kind: "addresses"; readonly family: AddressFamily; readonly blocks: readonly Block[] }
    | { readonly kind: "node"; readonly node: string; readonly families: readonly AddressFamily[] }
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "unknown" };
}

/** A resource or a value that no adapter understands. */
export interface LeftOut {
  readonly place: Place;
  /** A sentence: what it is and what follows. */
  readonly why: string;
  /** Ids of what behaves differently by it: VPCs, subnets, tables, gateways, filters, zones or nodes; empty: all. */
  readonly touches: readonly string[];
}
