import type { Prefix } from "../../base/prefix.ts";
import type { TransitGateway } from "./transit-gateway.ts";

/** What the laboratory builds: a stack with every address known, in AWS's words. */
export interface Cloud {
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly interfaces: readonly NetworkInterface[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly networkAcls: readonly NetworkAcl[];
  readonly natGateways: readonly NatGateway[];
  /** What lies behind peering connections, transit gateways, VPNs and gateway endpoints. */
  readonly outsides: readonly Outside[];
  /** Those whose tables are followed. */
  readonly transitGateways: readonly TransitGateway[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly clusterMembers: readonly ClusterMember[];
  readonly zones: readonly PrivateZone[];
  readonly names: readonly EndpointName[];
  /** What is in the stack and not in the laboratory. */
  readonly notModelled: readonly NotModelled[];
}

/** Something that packets of AWS would meet and those of the laboratory do not. */
export interface NotModelled {
  readonly address: string;
  readonly why: string;
}

/** A VPC. Its name is its Terraform address, or its id when it is not made by the stack; so for all that follow. */
export interface Vpc {
  readonly name: string;
  /** The first is the primary block, to which the resolver's address belongs. */
  readonly ipv4: readonly Prefix[];
  readonly ipv6: readonly { readonly prefix: Prefix; readonly isPublic: boolean }[];
  readonly internetGateway: string | null;
  readonly egressOnlyInternetGateway: string | null;
  readonly dnsSupport: boolean;
}

/** A subnet, with its routes: those of its own table, or of the main one. */
export interface Subnet {
  readonly name: string;
  readonly vpc: string;
  readonly availabilityZone: string;
  readonly ipv4: Prefix | null;
  readonly ipv6: Prefix | null;
  readonly dns64: boolean;
  readonly routes: readonly Route[];
  /** Null: the default network ACL, which lets everything pass. */
  readonly networkAcl: string | null;
}

/** A route: the local ones are not among them. */
export interface Route {
  readonly name: string;
  readonly destination: Prefix;
  readonly target: RouteTarget;
}

/** Where a route leads; "nowhere" drops what it gets, as AWS does with a target that cannot take it. */
export type RouteTarget =
  | { readonly kind: "internet-gateway" }
  | { readonly kind: "egress-only-internet-gateway" }
  | { readonly kind: "nat-gateway"; readonly name: string }
  | { readonly kind: "interface"; readonly name: string }
  | { readonly kind: "outside"; readonly name: string }
  | { readonly kind: "transit-gateway"; readonly name: string }
  | { readonly kind: "nowhere" };

/** A network interface, or one stand-in for those that a service has in a subnet. */
export interface NetworkInterface {
  /** Unique, for people: `app` of `aws_instance.app`, with the subnet where there are several: `app@app_a`. */
  readonly name: string;
  /** The Terraform address of what has the interface. */
  readonly address: string;
  readonly subnet: string;
  readonly ipv4: bigint | null;
  readonly ipv6: bigint | null;
  readonly publicIpv4: bigint | null;
  /** Null: no security group judges its packets. */
  readonly securityGroups: readonly string[] | null;
  readonly listens: Listens;
  /** False: packets for other addresses are handed on, as a router does. */
  readonly sourceDestCheck: boolean;
  /** True: it is told to send IPv6 packets to 64:ff9b::/96 on as IPv4 ones of its own. */
  readonly translates: boolean;
  /** True: the internet gateway carries nothing of its IPv6 address, as EC2 says of interfaces of internal services. */
  readonly denyAllIgwTraffic: boolean;
}

/** On which ports something answers; "any" for hosts whose software the stack does not say. */
export interface Listens {
  readonly any: boolean;
  readonly tcp: readonly number[];
  readonly udp: readonly number[];
}

/** A security group with its rules. */
export interface SecurityGroup {
  readonly name: string;
  readonly ingress: readonly SecurityGroupRule[];
  readonly egress: readonly SecurityGroupRule[];
}

/** A rule of a security group: prefixes, or the members of a group. */
export interface SecurityGroupRule extends Traffic {
  readonly peer:
    | { readonly kind: "prefixes"; readonly prefixes: readonly Prefix[] }
    | { readonly kind: "group"; readonly name: string };
}

/** Which packets a rule means; everything null: all. */
export interface Traffic {
  /** The protocol's number; null: all protocols. */
  readonly protocol: number | null;
  /** Of TCP and UDP; null: all. */
  readonly ports: { readonly from: number; readonly to: number } | null;
  /** Of ICMP and ICMPv6; null: all types. A code of null: all codes. */
  readonly icmp: { readonly type: number; readonly code: number | null } | null;
}

/** A network ACL, its entries by rule number. */
export interface NetworkAcl {
  readonly name: string;
  readonly ingress: readonly NetworkAclEntry[];
  readonly egress: readonly NetworkAclEntry[];
}

/** An entry of a network ACL. */
export interface NetworkAclEntry extends Traffic {
  readonly ruleNumber: number;
  readonly allow: boolean;
  readonly cidr: Prefix;
}

/** A zonal NAT gateway. */
export interface NatGateway {
  readonly name: string;
  readonly subnet: string;
  readonly ipv4: bigint;
  /** Null: a private one. */
  readonly publicIpv4: bigint | null;
}

/** A network beyond the stack, and by which way VPCs reach it. Every address in its prefixes answers. */
export interface Outside {
  readonly name: string;
  readonly kind: "peering" | "transit-gateway" | "vpn" | "gateway-endpoint";
  readonly prefixes: readonly Prefix[];
  readonly vpcs: readonly OutsideVpc[];
}

/** How a VPC takes part. */
export interface OutsideVpc {
  readonly vpc: string;
  /** To which prefixes of the VPC the way back leads. */
  readonly back: readonly Prefix[];
  /** The subnets of a transit gateway's attachment; null for the others, which have none. */
  readonly attachedSubnets: readonly string[] | null;
}

/** A load balancer: to whom each of its nodes connects for which listener. */
export interface LoadBalancer {
  readonly name: string;
  readonly legs: readonly LoadBalancerLeg[];
}

/** From a listener to a target. */
export interface LoadBalancerLeg {
  readonly listenerPort: number;
  readonly targetGroup: string;
  /** The name of the interface, or an address as it is written. */
  readonly target: string;
  readonly family: "ipv4" | "ipv6";
  readonly protocol: "tcp" | "udp";
  readonly port: number;
}

/** An instance of a database cluster, and the cluster: their Terraform addresses. */
export interface ClusterMember {
  readonly address: string;
  readonly cluster: string;
}

/** A private hosted zone of VPCs. */
export interface PrivateZone {
  readonly vpcs: readonly string[];
  readonly domain: string;
  readonly records: readonly DnsRecord[];
}

/** A record: values are addresses, or a name for a CNAME. */
export interface DnsRecord {
  readonly name: string;
  readonly type: "A" | "AAAA" | "CNAME";
  readonly values: readonly string[];
}

/** A name that leads to interfaces of a VPC: private DNS of an endpoint; the names of what only Terraform could tell. */
export interface EndpointName {
  readonly vpc: string;
  readonly name: string;
  readonly interfaces: readonly string[];
}
