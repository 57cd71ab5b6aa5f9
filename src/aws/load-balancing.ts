/** What a type of load balancer takes, in AWS's words. */
export interface LoadBalancerTypeFacts {
  /** Values of `ip_address_type`. */
  readonly ipAddressTypes: readonly string[];
  readonly listenerProtocols: readonly string[];
  readonly targetGroupProtocols: readonly string[];
  /** Listener protocols that need a certificate. */
  readonly certificateProtocols: readonly string[];
  /** How many Availability Zones its subnets must span. */
  readonly minZones: number;
}

// Source of the tables here: botocore 1.43.11 model of elbv2, CreateLoadBalancer, CreateListener and CreateTargetGroup;
// checked on 2026-11-21.

/** The types of load balancer. Hextet offers no QUIC, which has no IPv6. */
export const loadBalancerTypes = {
  application: {
    ipAddressTypes: ["ipv4", "dualstack", "dualstack-without-public-ipv4"],
    listenerProtocols: ["HTTP", "HTTPS"],
    targetGroupProtocols: ["HTTP", "HTTPS"],
    certificateProtocols: ["HTTPS"],
    minZones: 2,
  },
  network: {
    ipAddressTypes: ["ipv4", "dualstack"],
    listenerProtocols: ["TCP", "TLS", "UDP", "TCP_UDP"],
    targetGroupProtocols: ["TCP", "TLS", "UDP", "TCP_UDP"],
    certificateProtocols: ["TLS"],
    minZones: 1,
  },
} as const satisfies Record<string, LoadBalancerTypeFacts>;

/**
 * The target group protocols to which a listener of the protocol can forward; none for a protocol AWS does not know.
 * For network load balancers this is the table of
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html
 */
export function targetGroupProtocolsFor(listenerProtocol: string): readonly string[] {
  return FORWARDS_TO.get(listenerProtocol) ?? [];
}

const FORWARDS_TO: ReadonlyMap<string, readonly string[]> = new Map([
  ["HTTP", ["HTTP", "HTTPS"]],
  ["HTTPS", ["HTTP", "HTTPS"]],
  ["TCP", ["TCP", "TCP_UDP"]],
  ["TLS", ["TCP", "TLS"]],
  ["UDP", ["UDP", "TCP_UDP"]],
  ["TCP_UDP", ["TCP_UDP"]],
]);

/**
 * The security policy that AWS recommends for HTTPS and TLS listeners: TLS 1.3 and 1.2. Source:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html, and the page of the
 * same name for network load balancers; checked on 2026-11-28.
 */
export const RECOMMENDED_SECURITY_POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

/**
 * True for a security policy that lets clients negotiate TLS 1.0 or 1.1. AWS names the oldest version in the policies'
 * names (`TLS13-1-0`, `FS-1-1`, `TLS-1-2`), but for those listed here; source as above. Names that AWS does not have are not
 * legacy ones.
 */
export function allowsLegacyTls(securityPolicy: string): boolean {
  return LEGACY_SECURITY_POLICIES.has(securityPolicy) || /-(TLS13|TLS|FS)-1-[01]-/.test(securityPolicy);
}

const LEGACY_SECURITY_POLICIES: ReadonlySet<string> = new Set([
  "ELBSecurityPolicy-2015-05",
  "ELBSecurityPolicy-2016-08",
  "ELBSecurityPolicy-FS-2018-06",
]);

/** The port on which appliances behind a Gateway Load Balancer listen. Source: loadBalancingFacts.geneveTargetGroup. */
export const GENEVE_PORT = 6081;

/** Protocols that a dualstack network load balancer carries only with source NAT prefixes. */
export const udpProtocols: readonly string[] = ["UDP", "TCP_UDP"];

/** Longest name of a load balancer or target group, in characters. */
export const LOAD_BALANCER_NAME_LENGTH = 32;

/** Longest `name_prefix` of a load balancer or target group: Terraform appends 26 characters. */
export const LOAD_BALANCER_NAME_PREFIX_LENGTH = 6;
