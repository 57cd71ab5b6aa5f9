import type { Path } from "../../base/path.ts";
import type { SubnetId, Tags, TierName } from "./shared.ts";

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
    };

/** A route of the far side back to one block of this VPC. */
export interface ReturnRoute {
  /** Logical id: `<name>_<route table id>_<block id>_<family>`. */
  readonly id: string;
  readonly routeTableId: string;
  readonly family: "ipv4" | "ipv6";
  /** Id of the VPC's block of that family. */
  readonly block: string;
}
