import { factsOf } from "./fact.ts";

/** What rules cite about VPCs that were there before, and their way to IPv6. */
export const migrationFacts = factsOf({
  importIdForms: {
    claim:
      "For each resource type terraform import takes one form of id: the AWS id, an ARN, a name, or several parts joined.",
    source: "documentation of the AWS provider: each resource, section Import",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  importNeedsConfiguration: {
    claim: "What is imported needs a resource in the configuration to be imported into.",
    source: "https://developer.hashicorp.com/terraform/language/import/single-resource",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  oneObjectOneAddress: {
    claim:
      "Each remote object is to be imported to one resource address only; imported twice, Terraform may exhibit unwanted behavior.",
    source: "https://developer.hashicorp.com/terraform/cli/import/usage",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  fixedAddressReplacesInstance: {
    claim:
      "Giving an instance ipv6_addresses replaces it, while ipv6_address_count changes in place, up and down to 0.",
    source: "plan of AWS provider 5.100.0 for an imported aws_instance",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  primaryAddressStays: {
    claim:
      "Once enable_primary_ipv6 is on, the first IPv6 global unicast address of the instance is its primary one until the instance is terminated or the interface detached.",
    source: "documentation of the AWS provider: aws_instance.enable_primary_ipv6",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  dataSourcesAreRead: {
    claim: "Terraform reads data sources, and changes nothing of what they show.",
    source: "https://developer.hashicorp.com/terraform/language/data-sources",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  networkAclAssociationsConflict: {
    claim:
      "A subnet associated both by aws_network_acl.subnet_ids and by another resource is a conflict: the one overwrites the other.",
    source: "documentation of the AWS provider: aws_network_acl_association",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  migrationInSteps: {
    claim:
      "A VPC is brought to IPv6 in steps: blocks, routes, security group rules and network ACL entries, instance types, addresses.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6-add.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/vpc-migrate-ipv6.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
});
