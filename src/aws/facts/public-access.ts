import { factsOf } from "./fact.ts";

const BASICS = "https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html";
const EXAMPLE = "https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-example.html";
const OPTIONS = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcBlockPublicAccessOptions.html";
const EXCLUSION =
  "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcBlockPublicAccessExclusion.html";
const PROVIDER =
  "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpc_block_public_access_options.go";
const checked = "2026-11-29";

/** What VPC Block Public Access stops. */
export const publicAccessFacts = factsOf({
  blockPublicAccessModes: {
    claim:
      "VPC Block Public Access stops what passes internet gateways and egress-only internet gateways, whatever routes, network ACLs and security groups say: block-bidirectional all of it, in both families.",
    source: `${BASICS}; ${OPTIONS}; ${EXAMPLE}, scenario 2`,
    checked,
    evidence: "2024-11-19",
    confidence: "high",
    since: "2024-11-19",
  },
  blockIngressLetsGatewaysOut: {
    claim:
      "Under block-ingress NAT gateways and egress-only internet gateways reach the internet, and nothing else does: an instance with a public address in a public subnet is neither reached nor reaches anything.",
    source: `${BASICS}; ${EXAMPLE}, scenario 3`,
    checked,
    evidence: "2024-11-19",
    confidence: "high",
  },
  blockPublicAccessIsOfTheAccount: {
    claim:
      "The mode of VPC Block Public Access is one for all VPCs that an account owns in a region; a policy of the organization may set it, and forbid exclusions.",
    source: `${OPTIONS}; ${BASICS}; https://supabase.com/blog/supabase-incident-on-february-12-2026 (a stack for monitoring shut a region)`,
    checked,
    evidence: "2026-02-13",
    confidence: "high",
  },
  blockPublicAccessGoneIsOff: {
    claim:
      "When Terraform destroys aws_vpc_block_public_access_options, the provider sets the mode to off: all VPCs of the account in the region are open.",
    source: PROVIDER,
    checked,
    evidence: "2024-12",
    confidence: "high",
  },
  exclusionModes: {
    claim:
      "An exclusion is for one VPC, and then for all its subnets, or for one subnet: allow-bidirectional lets everything pass, allow-egress what NAT gateways and egress-only internet gateways send.",
    source: `${BASICS}; ${EXCLUSION}; ${EXAMPLE}, scenarios 4 and 6`,
    checked,
    evidence: "2024-11-19",
    confidence: "high",
  },
  egressExclusionNeedsBidirectional: {
    claim: "An exclusion of mode allow-egress is ignored unless the mode is block-bidirectional.",
    source: `${EXCLUSION}; ${EXAMPLE}, scenario 5`,
    checked,
    evidence: "2024-11-19",
    confidence: "high",
  },
  exclusionsPerAccount: {
    claim: "An account may have 50 exclusions, unless AWS raises the quota.",
    source: BASICS,
    checked,
    evidence: "undated",
    confidence: "high",
  },
  excludedSubnetMeetsTheGateway: {
    claim:
      "What counts is the subnet whose packets meet the internet gateway: that of the NAT gateway or the appliance, not those that send through it.",
    source: `${BASICS}, Important`,
    checked,
    evidence: "undated",
    confidence: "medium",
  },
  firewallStaysShut: {
    claim:
      "While VPC Block Public Access is on, the internet's traffic through AWS Network Firewall is stopped even if the subnet of the firewall's endpoint is excluded.",
    source: BASICS,
    checked,
    evidence: "undated",
    confidence: "high",
  },
  gatewayLoadBalancerShut: {
    claim:
      "VPC Block Public Access stops the internet's traffic through Gateway Load Balancer endpoints; of an endpoint in an excluded subnet, two copies of AWS's page say opposite things.",
    source: `${BASICS}: "unless the subnet containing GWLB endpoints is excluded" in one copy, "even if" in another`,
    checked,
    evidence: "undated",
    confidence: "medium",
  },
  balancersAreShut: {
    claim:
      "VPC Block Public Access stops the traffic of internet-facing load balancers; one with a single excluded subnet is still reached in that subnet.",
    source: BASICS,
    checked,
    evidence: "undated",
    confidence: "high",
  },
});
