import type { Fact } from "../facts/fact.ts";
import type { Partition } from "../partitions.ts";
import type { EndpointService } from "../vpc-endpoint-services.ts";

/** Something outside the VPC that hosts talk to: an AWS service, a registry, a mirror, a time server. */
export interface Destination {
  /** What users write, such as `github.com` or `ecr`; never reused. */
  readonly id: string;
  /** A sentence part: "the API of AWS Systems Manager". */
  readonly what: string;
  readonly protocol: "tcp" | "udp";
  readonly port: number;
  /**
   * "link-local": the host's own hypervisor answers, so that no route, network ACL or security group decides.
   * "internet": packets leave the VPC, or reach a VPC endpoint.
   */
  readonly place: "internet" | "link-local";
  /** All must be reached for it to work (`ecr`: API, registry, layers in S3); each has one name or several to choose from. */
  readonly parts: readonly DestinationPart[];
}

/** One of the things that a destination consists of. */
export interface DestinationPart {
  readonly what: string;
  /** When it is needed, a sentence part; null: always. Where it is not, the destination works without it. */
  readonly neededWhen: string | null;
  /** The first is what clients ask for when nothing is set; the others take a setting. Names of the other families stand last. */
  readonly names: readonly DestinationName[];
  /** What a host that reaches no IPv4 does where no name is known to have IPv6; null: one is known to. */
  readonly instead: string | null;
}

/** One name under which it answers, or one address. */
export interface DestinationName {
  /**
   * A host name or an address. `{region}` stands for the region, `{account}` for the account, `{dnsSuffix}` and
   * `{dualStackSuffix}` for how names end in the region's partition: `hostNameOf` writes them out.
   */
  readonly name: string;
  /** True: the names under it answer as it does, such as `api.github.com` and the buckets of S3. */
  readonly withSubdomains: boolean;
  /** Where it is there; "all" for what is no part of AWS. */
  readonly partitions: "all" | readonly Partition[];
  /** What a client must be set to so that it asks for this name; null: nothing. */
  readonly setting: string | null;
  /** "unknown": no source tells. */
  readonly families: readonly ("ipv4" | "ipv6")[] | "unknown";
  /** The VPC endpoint of its service; null: there is none. */
  readonly endpointService: EndpointService | null;
  /** Whether that endpoint answers for this very name, by private DNS or by routes; "unknown": no source tells. */
  readonly endpointAnswers: "yes" | "no" | "unknown";
  readonly sources: readonly Fact[];
}
