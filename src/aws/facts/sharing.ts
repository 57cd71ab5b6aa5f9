import { factsOf } from "./fact.ts";

const CHECKED = "2026-12-01";
const SHAREABLE = "https://docs.aws.amazon.com/ram/latest/userguide/shareable.html";

/** What rules cite about AWS RAM and what it shares. */
export const sharingFacts = factsOf({
  sharedByItsOwner: {
    claim:
      "AWS RAM shares a resource only for the account that owns it; what was shared with an account that one shares no further.",
    source: "https://docs.aws.amazon.com/ram/latest/userguide/working-with-sharing-create.html",
    checked: CHECKED,
    evidence: "undated",
    confidence: "high",
  },
  sharePrincipals: {
    claim:
      "A resource share takes the ids of accounts, ARNs of organizations, organizational units, IAM roles and users, and names of service principals; transit gateways, subnets, prefix lists and Resolver rules are shared with accounts only, not with IAM roles and users.",
    source: `botocore 1.43.11 model of ram: CreateResourceShareRequest.principals; ${SHAREABLE}`,
    checked: CHECKED,
    evidence: "2026-05",
    confidence: "high",
  },
  sharesOfOnePartition: {
    claim:
      "The ARN of an organization or of an organizational unit names the partition of its accounts; an account belongs to one partition.",
    source:
      "botocore 1.43.11 model of ram: CreateResourceShareRequest.principals; https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html",
    checked: CHECKED,
    evidence: "2026-05",
    confidence: "high",
  },
  sharedWithinTheOrganization: {
    claim:
      "Subnets and security groups are shared with accounts of the owner's organization only; RAM answers that the resource can only be shared within the organization.",
    source: `${SHAREABLE}; https://github.com/awsdocs/aws-resource-access-manager-user-guide/blob/01f545a1f6771e14d344a61de76b2e5d1c7dda86/doc_source/shareable.md; https://docs.aws.amazon.com/vpc/latest/userguide/security-group-sharing.html; https://docs.aws.amazon.com/ram/latest/userguide/tshoot-sharing-outside-org.html`,
    checked: CHECKED,
    evidence: "2023",
    confidence: "high",
  },
  shareOfItsRegion: {
    claim: "Principals use a resource share, and accept it, only in the Region in which it was created.",
    source: "https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html",
    checked: CHECKED,
    evidence: "undated",
    confidence: "high",
  },
  shareInvitations: {
    claim:
      "An account outside of the organization, or inside where sharing with AWS Organizations is not enabled, gets an invitation and uses what is shared once it has accepted it; an account of an organization where it is enabled gets none.",
    source:
      "https://docs.aws.amazon.com/ram/latest/userguide/working-with-shared-invitations.html; botocore 1.43.11 model of ram: AcceptResourceShareInvitation, EnableSharingWithAwsOrganization",
    checked: CHECKED,
    evidence: "2026-05",
    confidence: "high",
  },
  oneInvitationIsAcceptedOnce: {
    claim:
      "aws_ram_resource_share_accepter looks for a pending invitation of the share when it is made, and fails where there is none: a second one of the same share finds it accepted.",
    source:
      "https://github.com/hashicorp/terraform-provider-aws/blob/033cd80ef614c5eba36b17f9c4fbeeab7c553527/internal/service/ram/resource_share_accepter.go; https://github.com/hashicorp/terraform-provider-aws/pull/33002",
    checked: CHECKED,
    evidence: "2023-08",
    confidence: "high",
  },
  attachmentsAcceptedUnasked: {
    claim:
      "A transit gateway with AutoAcceptSharedAttachments accepts every attachment of the accounts that it is shared with; AWS's default is that each one is accepted by its owner.",
    source:
      "botocore 1.43.11 model of ec2: TransitGatewayRequestOptions.AutoAcceptSharedAttachments; https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-share.html",
    checked: CHECKED,
    evidence: "2026-05",
    confidence: "high",
  },
  unsharing: {
    claim:
      "When sharing ends, other accounts' associations with Resolver rules and DNS Firewall rule groups end with it; attachments to a transit gateway, resources in subnets and references to prefix lists go on working, and nothing new can be made of them.",
    source:
      "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-rules-managing.html; https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-group-sharing.html; https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-share.html; https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing-share-subnet-working-with.html; https://docs.aws.amazon.com/vpc/latest/userguide/work-with-shared-prefixes.html",
    checked: CHECKED,
    evidence: "undated",
    confidence: "high",
  },
  accepterDeletesTheAttachment: {
    claim:
      "Destroying aws_ec2_transit_gateway_vpc_attachment_accepter calls DeleteTransitGatewayVpcAttachment: the attachment of the other account is gone.",
    source:
      "https://github.com/hashicorp/terraform-provider-aws/blob/050ac11163cab8cdae5936a7f40b0e528ff780df/internal/service/ec2/transitgateway_vpc_attachment_accepter.go",
    checked: CHECKED,
    evidence: "2023",
    confidence: "high",
  },
  accepterLeavesTheShare: {
    claim:
      "Destroying aws_ram_resource_share_accepter takes the account out of the share (DisassociateResourceShare).",
    source:
      "https://github.com/hashicorp/terraform-provider-aws/blob/033cd80ef614c5eba36b17f9c4fbeeab7c553527/internal/service/ram/resource_share_accepter.go",
    checked: CHECKED,
    evidence: "2023-08",
    confidence: "high",
  },
});
