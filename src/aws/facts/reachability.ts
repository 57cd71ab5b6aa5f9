import { factsOf } from "./fact.ts";

const ACLS =
  "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/06e98d9/doc_source/vpc-network-acls.md";
const NAT =
  "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/06e98d9/doc_source/vpc-nat-gateway.md";
const PEERING =
  "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html; https://github.com/awsdocs/amazon-vpc-peering-guide/blob/02b88fc/doc_source/vpc-peering-basics.md";
const PRIVATE_ZONES =
  "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html";
const checked = "2026-11-29";

/** What the way of a packet rests on, beside the facts of the things that it meets. */
export const reachabilityFacts = factsOf({
  networkAclAtTheBorder: {
    claim: "A network ACL judges what enters and leaves a subnet, and nothing that stays within it.",
    source: ACLS,
    checked,
    evidence: "2023-04-21",
    confidence: "high",
  },
  localServicesPassFilters: {
    claim:
      "Network ACLs do not block requests to the VPC's resolver and to the instance metadata service; hosts reach both by link-local addresses, without a route.",
    source: ACLS,
    checked,
    evidence: "2023-04-21",
    confidence: "high",
  },
  clientPorts: {
    claim:
      "Amazon Linux and many Linux kernels call from ports 32768-60999, Windows Server 2008 and later from 49152-65535, NAT gateways, Lambda functions and Elastic Load Balancing from 1024-65535.",
    source: `${ACLS}; https://docs.kernel.org/networking/ip-sysctl.html`,
    checked,
    evidence: "2023-04-21",
    confidence: "high",
  },
  securityGroupsUnite: {
    claim:
      "The rules of all security groups of an interface count as one list of what is allowed; answers to what was let through pass whatever the rules say.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html; https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html",
    checked,
    evidence: "undated",
    confidence: "high",
  },
  groupReferencesByPrivateAddress: {
    claim:
      "A rule for a security group matches the private addresses of the interfaces that have the group, and no address that a NAT gateway puts in their place.",
    source:
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-rules-reference.html; https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    checked,
    evidence: "undated",
    confidence: "high",
  },
  groupReferencesAcrossPeering: {
    claim: "A rule may name a security group of a peer VPC of the same region, and of no other region.",
    source: PEERING,
    checked,
    evidence: "2023-04-21",
    confidence: "high",
  },
  groupReferencesAcrossTransitGateway: {
    claim:
      "A rule for a security group matches across a transit gateway only where the gateway supports such references, which it does not by default.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyTransitGatewayOptions.html",
    checked,
    evidence: "undated",
    confidence: "high",
  },
  noRouteNoWay: {
    claim:
      "A packet to which no route of the subnet's table applies is dropped, and so is one whose route is a black hole.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html",
    checked,
    evidence: "undated",
    confidence: "high",
  },
  internetGatewayMapsPublicIpv4: {
    claim:
      "An internet gateway carries IPv4 only for interfaces with a public address, which it puts in place of the private one, and IPv6 only for global unicast addresses of its own VPC.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
    checked,
    evidence: "undated",
    confidence: "high",
  },
  internalAddressesRefuseInternet: {
    claim:
      "Internal load balancers and interface endpoints take no packets of the internet gateway, though their IPv6 addresses are global.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html",
    checked,
    evidence: "undated",
    confidence: "high",
  },
  publicBalancerNameIsPublic: {
    claim:
      "The name of an internet-facing load balancer answers with its public IPv4 addresses everywhere, inside its VPC too.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html",
    checked,
    evidence: "undated",
    confidence: "high",
  },
  peeringEndsInThePeer: {
    claim:
      "A VPC peering connection carries packets between addresses of the two VPCs alone: not to the peer's internet gateway, NAT gateway, VPN, endpoints of gateway type or further peers.",
    source: PEERING,
    checked,
    evidence: "2023-04-21",
    confidence: "high",
  },
  gatewaysServeTheirVpc: {
    claim:
      "Internet gateways, egress-only internet gateways, gateway endpoints and peering connections serve addresses of their own VPC: what comes into the VPC through a transit gateway cannot leave through them.",
    source: `${PEERING}; https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html; https://docs.aws.amazon.com/whitepapers/latest/ipv6-on-aws/designing-an-ipv6-aws-cloud-network.html`,
    checked,
    evidence: "2023-04-21",
    confidence: "high",
  },
  natGatewaySubnetDecides: {
    claim:
      "A NAT gateway has no security group; the network ACL and the route table of its own subnet apply to it.",
    source: NAT,
    checked,
    evidence: "2023-04-21",
    confidence: "high",
  },
  privateNatDroppedAtInternetGateway: {
    claim: "An internet gateway drops what a private NAT gateway sends to it.",
    source: NAT,
    checked,
    evidence: "2023-04-21",
    confidence: "high",
  },
  transitGatewayAcls: {
    claim:
      "The network ACL of a transit gateway's subnet judges the source of what comes from hosts and the destination of what goes to hosts of other subnets; what goes to hosts of the same subnet it does not judge.",
    source: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html",
    checked,
    evidence: "undated",
    confidence: "high",
  },
  transitGatewayRoutes: {
    claim:
      "A transit gateway looks up the table that the attachment of origin is associated with: the longest prefix wins, and a static route wins against a propagated one.",
    source: "https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html",
    checked,
    evidence: "undated",
    confidence: "high",
  },
  transitGatewayKeepsZone: {
    claim:
      "A transit gateway enters the other VPC in the zone of origin where it can, so that answers from another zone pass another appliance unless the attachment has appliance mode.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html; https://docs.aws.amazon.com/prescriptive-guidance/latest/inline-traffic-inspection-third-party-appliances/transit-gateway-asymmetric-routing.html",
    checked,
    evidence: "undated",
    confidence: "high",
  },
  groupReferencesAcrossAppliances: {
    claim:
      "Where routes send packets between hosts through a middlebox appliance, rules that name the security group of the other host do not let them pass: they must name its address or the block of its subnet.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    checked,
    evidence: "undated",
    confidence: "high",
  },
  forwardingNeedsNoSourceCheck: {
    claim:
      "An interface with its source and destination check on drops packets that are neither from nor for its own addresses.",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html",
    checked,
    evidence: "undated",
    confidence: "high",
  },
  statefulOnTheWayBack: {
    claim: "What keeps state, as NAT gateways and firewalls do, drops answers to calls that it has not seen.",
    source: "https://docs.aws.amazon.com/network-firewall/latest/developerguide/asymmetric-routing.html",
    checked,
    evidence: "undated",
    confidence: "high",
  },
  privateZoneHidesPublicNames: {
    claim:
      "Where a private hosted zone of the VPC has the name's domain, the resolver answers from the most specific one alone: a name that it does not have does not exist.",
    source: PRIVATE_ZONES,
    checked,
    evidence: "undated",
    confidence: "high",
  },
  clientsTryBothFamilies: {
    claim:
      "Clients try IPv6 before IPv4 where they have addresses of both, and the other family where the first does not answer soon.",
    source: "RFC 6724; RFC 8305",
    checked,
    evidence: "2017-12",
    confidence: "high",
  },
  pathMtuOutsideTheVpc: {
    claim:
      "Packets of more than 1500 bytes do not pass an internet gateway: the sender is told by ICMP type 3 code 4, or by ICMPv6 type 2, which network ACLs can block.",
    source: `https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/network_mtu.html; ${ACLS}`,
    checked,
    evidence: "2023-04-21",
    confidence: "high",
  },
});
