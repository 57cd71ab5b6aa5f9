import { factsOf } from "./fact.ts";

const CHECKED = "2026-11-30";
const IPV6 = "https://docs.aws.amazon.com/vpn/latest/s2svpn/ipv4-ipv6.html";

/** What rules cite about Site-to-Site VPN. */
export const vpnFacts = factsOf({
  virtualPrivateGatewayWithoutIpv6: {
    claim:
      "VPN connections on a virtual private gateway carry IPv4 inside and have IPv4 addresses outside; IPv6, inside or outside, wants a transit gateway or Cloud WAN.",
    source: `${IPV6}; https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html`,
    checked: CHECKED,
    evidence: "undated",
    confidence: "high",
  },
  directConnectCarriesIpv6: {
    claim:
      "A private virtual interface of Direct Connect has IPv6 peerings as it has IPv4 ones, also to a virtual private gateway.",
    source: "https://docs.aws.amazon.com/whitepapers/latest/ipv6-on-aws/hybrid-connectivity-design.html",
    checked: CHECKED,
    evidence: "undated",
    confidence: "medium",
  },
  customerGatewayAddress: {
    claim:
      "The address of a customer gateway is the static address of its outside interface, routable on the internet; a private one of RFC 1918 or RFC 6598 can stand there for connections with outsideIpAddressType PrivateIpv4.",
    source:
      "botocore 1.43.11 model of ec2: CreateCustomerGatewayRequest.IpAddress; https://docs.aws.amazon.com/vpn/latest/s2svpn/cgw-options.html",
    checked: CHECKED,
    evidence: "2026-05",
    confidence: "high",
  },
  startupByIkev2Only: {
    claim: "AWS begins the negotiation of IKE (startup action) with IKEv2 only.",
    source: "https://docs.aws.amazon.com/vpn/latest/s2svpn/initiate-vpn-tunnels.html",
    checked: CHECKED,
    evidence: "undated",
    confidence: "high",
  },
  oneFamilyInside: {
    claim:
      "The tunnels of a VPN connection on a transit gateway carry either IPv4 or IPv6, IPv4 by default, which is settled when the connection is made: dual-stack takes two connections.",
    source: IPV6,
    checked: CHECKED,
    evidence: "undated",
    confidence: "high",
  },
  networkCidrsOfOtherFamilyIgnored: {
    claim:
      "The AWS provider sends the local and remote network CIDRs of the family inside alone, and drops those of the other.",
    source:
      "https://github.com/hashicorp/terraform-provider-aws/blob/050ac11163cab8cdae5936a7f40b0e528ff780df/internal/service/ec2/vpnsite_connection.go, expandVPNConnectionOptionsSpecification",
    checked: CHECKED,
    evidence: "2023",
    confidence: "high",
  },
  outsideIpv6OnBothEnds: {
    claim:
      "Tunnels between IPv6 addresses have them at both ends: outside_ip_address_type is Ipv6 and the customer gateway has an IPv6 address, which serves no other connection.",
    source: `${IPV6}; https://docs.aws.amazon.com/vpn/latest/s2svpn/cgw-options.html; https://docs.aws.amazon.com/vpn/latest/s2svpn/create-tgw-cli-api.html`,
    checked: CHECKED,
    evidence: "undated",
    confidence: "high",
  },
  outsideIpv6WantsProvider6: {
    claim:
      "AWS provider 5.100.0 takes IPv4 alone as aws_customer_gateway.ip_address, and PrivateIpv4 or PublicIpv4 as aws_vpn_connection.outside_ip_address_type; newer ones take IPv6.",
    source: "terraform validate with AWS provider 5.100.0; CHANGELOG of AWS provider 6",
    checked: CHECKED,
    evidence: "2025-06",
    confidence: "high",
  },
  privateOutsideWantsTransport: {
    claim:
      "Tunnels between private IPv4 addresses need the transit gateway's attachment to a Direct Connect gateway as transport.",
    source:
      "botocore 1.43.11 model of ec2: VpnConnectionOptionsSpecification; https://docs.aws.amazon.com/vpn/latest/s2svpn/private-ip-dx.html",
    checked: CHECKED,
    evidence: "2026-05",
    confidence: "high",
  },
  accelerationOfTransitGatewaysOnly: {
    claim: "An accelerated VPN connection is on a transit gateway: a virtual private gateway has none.",
    source:
      "https://docs.aws.amazon.com/vpn/latest/s2svpn/accelerated-vpn.html; schema of AWS provider 5.100.0: enable_acceleration wants transit_gateway_id (terraform validate)",
    checked: CHECKED,
    evidence: "2025-06",
    confidence: "high",
  },
  insideIpv4Block: {
    claim:
      "The IPv4 block inside a tunnel is a /30 of 169.254.0.0/16, but for 169.254.0.0/30 to 169.254.5.0/30 (the first of each) and 169.254.169.252/30, which AWS keeps.",
    source:
      "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnTunnelOptionsSpecification.html, TunnelInsideCidr; terraform validate with AWS provider 5.100.0",
    checked: CHECKED,
    evidence: "2025-06",
    confidence: "high",
  },
  insideIpv6Block: {
    claim: "The IPv6 block inside a tunnel is a /126 of fd00::/8.",
    source:
      "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnTunnelOptionsSpecification.html, TunnelInsideIpv6Cidr; terraform validate with AWS provider 5.100.0",
    checked: CHECKED,
    evidence: "2025-06",
    confidence: "high",
  },
  insideBlocksDiffer: {
    claim:
      "IPv4 blocks inside tunnels are unique among the VPN connections of a virtual private gateway, IPv6 ones among those of a transit gateway.",
    source: "botocore 1.43.11 model of ec2: VpnTunnelOptionsSpecification",
    checked: CHECKED,
    evidence: "2026-05",
    confidence: "high",
  },
  privateAsns: {
    claim:
      "Amazon's side of BGP has a private number: 64512 to 65534, or 4200000000 to 4294967294; 64512 by default.",
    source: "botocore 1.43.11 model of ec2: CreateVpnGateway, TransitGatewayRequestOptions",
    checked: CHECKED,
    evidence: "2026-05",
    confidence: "high",
  },
  reservedAsns: {
    claim:
      "A customer gateway takes no autonomous system number that AWS keeps: 7224, in eu-west-1 9059, in ap-northeast-1 10124, in ap-southeast-1 17943.",
    source: "https://docs.aws.amazon.com/vpn/latest/s2svpn/cgw-options.html",
    checked: CHECKED,
    evidence: "undated",
    confidence: "high",
  },
  sameCustomerGateway: {
    claim:
      "A second customer gateway of the same address and number is not made: EC2 answers with the first one, unless the device names differ.",
    source: "botocore 1.43.11 model of ec2: CreateCustomerGateway",
    checked: CHECKED,
    evidence: "2026-05",
    confidence: "high",
  },
  oneVirtualPrivateGateway: {
    claim: "A VPC has one virtual private gateway attached at a time.",
    source:
      "https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html; botocore 1.43.11 model of ec2: AttachVpnGateway",
    checked: CHECKED,
    evidence: "2026-05",
    confidence: "high",
  },
  staticRoutesOfVirtualPrivateGateways: {
    claim:
      "A static route of a VPN connection is told to its virtual private gateway, where the connection has static routes only; one on a transit gateway has static routes in the gateway's route tables.",
    source:
      "botocore 1.43.11 model of ec2: CreateVpnConnectionRoute; https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpn-attachments.html; https://github.com/terraform-aws-modules/terraform-aws-vpn-gateway/pull/5",
    checked: CHECKED,
    evidence: "2026-05",
    confidence: "medium",
  },
  routesToVirtualPrivateGateway: {
    claim:
      "Hosts reach a virtual private gateway by a route in their own route table, written or propagated; propagation is off unless a route table asks for it.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/WorkWithRouteTables.html; https://github.com/awslabs/landing-zone-accelerator-on-aws/issues/1036",
    checked: CHECKED,
    evidence: "2026-02-19",
    confidence: "high",
  },
  localRouteWins: {
    claim:
      "Where routes that a VPN connection or Direct Connect propagates overlap with the VPC's local route, the local route is preferred even if the propagated ones are more specific.",
    source: "https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html",
    checked: CHECKED,
    evidence: "undated",
    confidence: "high",
  },
  attachmentOfItsGateway: {
    claim:
      "A VPN connection on a transit gateway is an attachment of that gateway; a static route of a transit gateway's table names an attachment of the same gateway.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpn-attachments.html; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayRoute.html",
    checked: CHECKED,
    evidence: "undated",
    confidence: "high",
  },
});
