import type { Prefix } from "../../base/prefix.ts";

/** A transit gateway between VPCs of the laboratory. */
export interface TransitGateway {
  readonly name: string;
  readonly attachments: readonly TransitAttachment[];
  readonly tables: readonly TransitTable[];
}

/** The attachment of a VPC. */
export interface TransitAttachment {
  readonly name: string;
  readonly vpc: string;
  /** One in each of its zones. */
  readonly subnets: readonly string[];
  readonly ipv6: boolean;
  /** The table that is looked up for what comes in by it; null: none, and all is dropped. */
  readonly table: string | null;
}

/** A route table of a transit gateway. */
export interface TransitTable {
  readonly name: string;
  /** Null: a black hole. */
  readonly routes: readonly { readonly destination: Prefix; readonly attachment: string | null }[];
  /** Names of attachments. */
  readonly propagatedBy: readonly string[];
}
