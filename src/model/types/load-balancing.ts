import type { Path } from "../../base/path.ts";
import type { FixedIpv6Address } from "./compute.ts";
import type { Listener } from "./listeners.ts";
import type { SecurityGroupName, SubnetId, Tags, TierName } from "./shared.ts";

type LoadBalancerType = "application" | "network";

/** `ip_address_type` of a load balancer, in AWS's words. */
type LoadBalancerAddressing = "ipv4" | "dualstack" | "dualstack-without-public-ipv4";

/** Where a network load balancer with addresses that others know stands, and which of them it has there. */
export interface SubnetMapping {
  /** Logical id. */
  readonly subnet: SubnetId;
  /** Of the zone's entry; of the balancer in a zone without one. */
  readonly path: Path;
  readonly allocationId: string | null;
  readonly ipv6Address: FixedIpv6Address | null;
  readonly privateIpv4Address: string | null;
}

/** A load balancer; its idle timeout is in seconds. */
export interface LoadBalancer {
  readonly name: string;
  readonly path: Path;
  /** At most 32 characters: AWS's limit. */
  readonly displayName: string;
  readonly type: LoadBalancerType;
  readonly ipAddressType: LoadBalancerAddressing;
  readonly internal: boolean;
  readonly tiers: readonly TierName[];
  /** Logical ids of the subnets. */
  readonly subnets: readonly SubnetId[];
  /** For each of the subnets; none at all: AWS chooses the addresses. */
  readonly mappings: readonly SubnetMapping[];
  readonly securityGroups: readonly SecurityGroupName[];
  readonly deletionProtection: boolean;
  /** Seconds; null for a network load balancer. */
  readonly idleTimeout: number | null;
  /** Null for a network load balancer, which sees no HTTP. */
  readonly http: HttpAttributes | null;
  /** Null: it has none. */
  readonly webAclArn: string | null;
  readonly accessLogs: LoadBalancerLogs | null;
  readonly connectionLogs: LoadBalancerLogs | null;
  /** Null for an application load balancer: always on. */
  readonly crossZone: boolean | null;
  readonly listeners: readonly Listener[];
  readonly tags: Tags;
}

/** What an application load balancer makes of HTTP. */
export interface HttpAttributes {
  /** Seconds. */
  readonly clientKeepAlive: number;
  readonly preserveHostHeader: boolean;
  readonly xffHeaderProcessingMode: string;
  readonly enableXffClientPort: boolean;
  readonly dropInvalidHeaderFields: boolean;
  readonly desyncMitigationMode: string;
  readonly enableHttp2: boolean;
  readonly enableTlsVersionAndCipherSuiteHeaders: boolean;
  readonly enableWafFailOpen: boolean;
}

/** A bucket that logs go to, which is made elsewhere. */
export interface LoadBalancerLogs {
  readonly bucket: string;
  readonly prefix: string | null;
}

/** Targets of one address family and protocol; the deregistration delay is in seconds. */
export interface TargetGroup {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  /** At most 6 characters, ending in `-`: AWS's names are 32 long and Terraform appends 26. */
  readonly namePrefix: string;
  readonly protocol: string;
  readonly port: number;
  readonly ipAddressType: "ipv4" | "ipv6";
  /** `instance` for auto scaling groups and instances, `ip` for addresses and for tasks of an ECS service. */
  readonly targetType: "instance" | "ip";
  readonly protocolVersion: string | null;
  /** Seconds. */
  readonly deregistrationDelay: number;
  readonly healthCheck: HealthCheck;
  readonly targets: Targets;
  /** Names of the load balancers that forward to it. */
  readonly loadBalancers: readonly string[];
  readonly tags: Tags;
}

/** How a target group asks its targets; interval and timeout in seconds. */
export interface HealthCheck {
  readonly protocol: string;
  /** `traffic-port`, or a number as text. */
  readonly port: string;
  /** Null where the protocol has no path. */
  readonly path: string | null;
  readonly matcher: string | null;
  /** Seconds. */
  readonly interval: number;
  readonly timeout: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
}

/** Who receives the traffic. Auto scaling groups and ECS services register themselves; the rest are attachments. */
export interface Targets {
  readonly autoScalingGroups: readonly string[];
  readonly attachments: readonly TargetAttachment[];
}

/** One target in a target group. */
export interface TargetAttachment {
  /** Logical id: `<target group>_<target name>`. */
  readonly id: string;
  readonly path: Path;
  readonly target: AttachedTarget;
  /** Null: the target group's port. */
  readonly port: number | null;
  readonly availabilityZone: string | null;
  /** False: it was registered before, which no stack can import, and its migration has not come to it. */
  readonly isManaged: boolean;
}

/** What is attached to a target group. */
export type AttachedTarget =
  /** An instance by its id. */
  | { readonly kind: "instance"; readonly name: string }
  /** The first address of an instance, in the target group's family. */
  | { readonly kind: "instance-address"; readonly name: string }
  | { readonly kind: "address"; readonly address: string };
