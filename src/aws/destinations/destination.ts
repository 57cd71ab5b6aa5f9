import type { Fact } from "../facts/fact.ts";

/** Something outside the VPC that hosts talk to: an AWS service, a registry, a mirror, a time server. */
export interface Destination {
  /** What users write, such as `github.com` or `ecr`; never reused. */
  readonly id: string;
  /** A sentence part: "the API of AWS Systems Manager". */
  readonly what: string;
  readonly protocol: "tcp" | "udp";
  readonly port: number;
  /** All must be reached for it to work (`ecr`: API, registry, layers in S3); each has one name or several to choose from. */
  readonly parts: readonly DestinationPart[];
}

/** One of the things that a destination consists of. */
export interface DestinationPart {
  readonly what: string;
  /** The first is what clients ask for when nothing is set; the others take a setting. */
  readonly names: readonly DestinationName[];
}

/** One name under which it answers. */
export interface DestinationName {
  /** `{region}` stands for the region, and `{account}` for the account. */
  readonly name: string;
  /** What a client must be set to so that it asks for this name; null: nothing. */
  readonly setting: string | null;
  /** "unknown": no source tells. */
  readonly families: readonly ("ipv4" | "ipv6")[] | "unknown";
  /** The short name of the VPC endpoint whose private DNS, or whose routes, answer for it; null: there is none. */
  readonly endpointService: string | null;
  readonly sources: readonly Fact[];
}
