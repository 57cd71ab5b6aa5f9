import type { Path } from "../../base/path.ts";
import type { Cidr, SubnetId, Tags, TierName } from "./shared.ts";

/** A connection to one other VPC. */
export interface VpcPeeringConnection {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly side: PeeringSide;
  /** Sorted. */
  readonly returnRoutes: readonly ReturnRoute[];
  readonly tags: Tags;
}

/** Which half of a peering connection is made here. */
export type PeeringSide =
  | {
      readonly kind: "request";
      readonly peerVpcId: string;
      /** Null: the blueprint's own. */
      readonly peerRegion: string | null;
      /** Null: the blueprint's own account. */
      readonly peerOwnerId: string | null;
      /** True within one account and region: AWS accepts at once. */
      readonly autoAccept: boolean;
    }
  | { readonly kind: "accept"; readonly connectionId: string };

/** The VPC's attachment to a transit gateway. */
export interface TransitGatewayAttachment {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly gateway: TransitGatewayReference;
  /** Names of its tiers, sorted. */
  readonly tiers: readonly TierName[];
  /** Logical ids of the subnets. */
  readonly subnets: readonly SubnetId[];
  readonly ipv6Support: "enable" | "disable";
  readonly dnsSupport: "enable" | "disable";
  readonly applianceModeSupport: "enable" | "disable";
  readonly securityGroupReferencingSupport: "enable" | "disable";
  /** Which table the gateway looks up for what comes in by it. */
  readonly association: TransitGatewayAssociation;
  /** Tables that learn the VPC's blocks; sorted by name. */
  readonly propagations: readonly TransitGatewayPropagation[];
  /** False: the gateway's default table does not learn them. */
  readonly defaultRouteTablePropagation: boolean;
  /** Sorted. */
  readonly returnRoutes: readonly ReturnRoute[];
  readonly tags: Tags;
}

/** The transit gateway of an attachment. */
export type TransitGatewayReference =
  | { readonly kind: "id"; readonly id: string }
  /** Made here, under the attachment's name. */
  | {
      readonly kind: "create";
      readonly amazonSideAsn: number | null;
      readonly autoAcceptSharedAttachments: boolean;
      readonly defaultRouteTableAssociation: "enable" | "disable";
      readonly defaultRouteTablePropagation: "enable" | "disable";
      readonly securityGroupReferencingSupport: "enable" | "disable";
    };

/** A route table of a transit gateway: of the blueprint, or made elsewhere. */
export type TransitGatewayTableReference =
  | { readonly kind: "own"; readonly name: string }
  | { readonly kind: "id"; readonly id: string };

/** The table that an attachment is associated with. */
export type TransitGatewayAssociation =
  | { readonly kind: "default" }
  /** None is made here. */
  | { readonly kind: "none" }
  | { readonly kind: "table"; readonly table: TransitGatewayTableReference };

/** A table that learns the blocks of an attached VPC. */
export interface TransitGatewayPropagation {
  /** Logical id: `<attachment>_<name>`. */
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  readonly table: TransitGatewayTableReference;
}

/** The attachment of a VPC that is made elsewhere. */
export interface ForeignTransitGatewayAttachment {
  readonly name: string;
  readonly path: Path;
  readonly attachmentId: string;
  /** Name of the attachment whose gateway it is attached to. */
  readonly transitGateway: string;
  /** Null: none is made here. */
  readonly association: TransitGatewayTableReference | null;
  /** Sorted by name. */
  readonly propagations: readonly TransitGatewayPropagation[];
  /** Null: it is not accepted here. */
  readonly acceptance: TransitGatewayAcceptance | null;
}

/** What an attachment of another VPC becomes when it is accepted. */
export interface TransitGatewayAcceptance {
  /** Whether it belongs to the gateway's default table. */
  readonly defaultRouteTableAssociation: boolean;
  /** Whether the gateway's default table learns its blocks. */
  readonly defaultRouteTablePropagation: boolean;
}

/** A route table of a transit gateway. */
export interface TransitGatewayRouteTable {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  /** Name of the attachment whose gateway has the table. */
  readonly transitGateway: string;
  /** Sorted by name. */
  readonly routes: readonly TransitGatewayRoute[];
  readonly tags: Tags;
}

/** A static route of a transit gateway. */
export interface TransitGatewayRoute {
  /** Logical id: `<table>_<name>`. */
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  readonly destination: Cidr;
  readonly target: TransitGatewayRouteTarget;
}

/** Where a route of a transit gateway leads. */
export type TransitGatewayRouteTarget =
  | { readonly kind: "attachment"; readonly name: string }
  | { readonly kind: "foreign-attachment"; readonly name: string }
  | { readonly kind: "attachment-id"; readonly id: string }
  /** The attachment of a VPN connection of the blueprint. */
  | { readonly kind: "vpn-connection"; readonly name: string }
  | { readonly kind: "blackhole" };

/** A route of the far side back to one block of this VPC. */
export interface ReturnRoute {
  /** Logical id: `<name>_<route table id>_<block id>_<family>`. */
  readonly id: string;
  readonly routeTableId: string;
  readonly family: "ipv4" | "ipv6";
  /** Id of the VPC's block of that family. */
  readonly block: string;
}
