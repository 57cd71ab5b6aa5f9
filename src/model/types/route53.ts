import type { Path } from "../../base/path.ts";
import type { Resolver } from "./resolver.ts";
import type { Tags } from "./shared.ts";

/** The names that the blueprint gives, and how the VPC finds those of others. */
export interface Route53 extends Resolver {
  readonly hostedZones: readonly HostedZone[];
  readonly records: readonly DnsRecord[];
}

/** A DNS zone: made here, or one that exists. */
export interface HostedZone {
  readonly name: string;
  readonly path: Path;
  /** Without a dot at its end. */
  readonly domain: string;
  readonly source: HostedZoneSource;
  readonly isPrivate: boolean;
  readonly tags: Tags;
}

/** Where a hosted zone comes from. */
export type HostedZoneSource =
  | { readonly kind: "existing"; readonly id: string }
  | { readonly kind: "public" }
  /** Answered for in this VPC alone. */
  | { readonly kind: "private" };

/** The record types that are written. */
export type RecordType = "A" | "AAAA" | "CNAME" | "TXT";

/** One record set: all values of one type of one name. */
export interface DnsRecord {
  /** Logical id: `<name>_<type>`, such as `www_aaaa`. */
  readonly id: string;
  /** The author's name for it; an A and an AAAA record may share it. */
  readonly name: string;
  readonly path: Path;
  /** Where the author asked for this type. */
  readonly typePath: Path;
  readonly hostedZone: string;
  /** The whole domain name, without a dot at its end. */
  readonly fullName: string;
  readonly type: RecordType;
  readonly content: RecordContent;
}

/** What a record answers; its TTL is in seconds. */
export type RecordContent =
  | { readonly kind: "alias"; readonly loadBalancer: string; readonly evaluateTargetHealth: boolean }
  | {
      readonly kind: "instance-address";
      readonly instance: string;
      readonly address: InstanceAddress;
      readonly ttl: number;
    }
  | { readonly kind: "database"; readonly database: string; readonly ttl: number }
  | { readonly kind: "values"; readonly values: readonly WrittenValue[]; readonly ttl: number };

/** Which of an instance's addresses a record holds: `ipv6` means all its IPv6 addresses. */
export type InstanceAddress = "elastic-ip" | "public-ip" | "private-ip" | "ipv6";

/** A value as the author wrote it, with its place. */
export interface WrittenValue {
  readonly path: Path;
  readonly text: string;
}
