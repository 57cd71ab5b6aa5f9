import type { Path } from "../../base/path.ts";
import type { FixedIpv6Address } from "./compute.ts";
import type { SecurityGroupName, SubnetId, Tags, TierName } from "./shared.ts";

/** The families of an endpoint's addresses, or of its routes. */
export type EndpointAddressType = "ipv4" | "dualstack" | "ipv6";

/** A VPC endpoint to one service. */
export interface VpcEndpoint {
  /** Logical id. */
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  /** The whole name, such as `com.amazonaws.eu-west-1.ssm`. */
  readonly serviceName: string;
  /** `ssm` of the whole name; null for a service that is not AWS's own in this region. */
  readonly service: string | null;
  readonly ipAddressType: EndpointAddressType;
  /** Null: AWS's own default, service-defined. */
  readonly dnsRecordIpType: EndpointAddressType | "service-defined" | null;
  /** JSON; null: AWS's own, which allows everything. */
  readonly policy: string | null;
  /** The tiers it stands in or whose route tables lead to it, sorted. */
  readonly tiers: readonly TierName[];
  readonly type: VpcEndpointType;
  readonly tags: Tags;
}

/** How an endpoint is reached: by routes or by network interfaces. */
export type VpcEndpointType =
  /** Logical ids of the tables. */
  | { readonly kind: "gateway"; readonly routeTables: readonly string[] }
  | {
      readonly kind: "interface";
      /** Logical ids. */
      readonly subnets: readonly SubnetId[];
      /** Names, sorted. */
      readonly securityGroups: readonly SecurityGroupName[];
      /** Only the subnets whose addresses somebody chose. */
      readonly configurations: readonly SubnetConfiguration[];
      readonly privateDnsEnabled: boolean;
      readonly privateDnsOnlyForInboundResolverEndpoint: boolean;
    };

/** The chosen addresses of an interface endpoint in one subnet. */
export interface SubnetConfiguration {
  /** Logical id. */
  readonly subnet: SubnetId;
  readonly path: Path;
  readonly ipv4: string | null;
  readonly ipv6: FixedIpv6Address | null;
}

/** An EC2 Instance Connect endpoint. */
export interface InstanceConnectEndpoint {
  /** Logical id. */
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly tier: TierName;
  /** Logical id of the subnet. */
  readonly subnet: SubnetId;
  /** Names, sorted. */
  readonly securityGroups: readonly SecurityGroupName[];
  /** Null: AWS takes what the subnet has. */
  readonly ipAddressType: EndpointAddressType | null;
  readonly preserveClientIp: boolean;
  readonly tags: Tags;
}
