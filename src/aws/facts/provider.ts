import { factsOf } from "./fact.ts";

/** What rules cite about the versions of the AWS provider. */
export const providerFacts = factsOf({
  providerUnknownArgument: {
    claim:
      "Terraform refuses an argument that the provider version in use does not have, at validate and at plan.",
    source: "terraform validate with AWS provider 5.100.0",
    checked: "2026-11-28",
    evidence: "2025-06",
    confidence: "high",
  },
  movedBlocks: {
    claim:
      "Terraform refuses a moved block whose old address is still in the configuration (Moved object still exists), two of one old address (Ambiguous move statements), and moves in a circle.",
    source:
      "plan of Terraform 1.11.4; https://developer.hashicorp.com/terraform/language/modules/develop/refactoring",
    checked: "2026-11-29",
    evidence: "2025-04",
    confidence: "high",
    since: "2021-12",
  },
  providerNamesReplace: {
    claim:
      "The AWS provider replaces a resource whose name in AWS changes: load balancers, target groups, security groups, key pairs, roles, launch templates, auto scaling groups, functions, clusters, services, task definitions, log groups, alarms, dashboards, subnet groups and caches. It changes the identifier of a database instance in place.",
    source: "plan of AWS provider 5.100.0, as in docs/replacements.md",
    checked: "2026-11-29",
    evidence: "2025-06",
    confidence: "high",
  },
  awsNamesAreUnique: {
    claim:
      "A name of a load balancer, key pair, role, launch template, auto scaling group, function, database, cache, log group or EKS cluster is taken once in an account and region, for most of which AWS refuses a second one; CreateCluster of ECS, PutMetricAlarm and PutDashboard change what has the name already.",
    source:
      "botocore 1.43.107 model of elbv2: DuplicateLoadBalancerName, of iam: EntityAlreadyExists, of lambda: ResourceConflictException, of autoscaling: AlreadyExists, of rds: DBInstanceAlreadyExists, of cloudwatch: PutMetricAlarm, PutDashboard",
    checked: "2026-11-29",
    evidence: "2026-10-01",
    confidence: "high",
  },
  terraformDataReplaced: {
    claim:
      "Terraform replaces a terraform_data resource when triggers_replace has another value, and runs its destroy-time and creation-time provisioners then.",
    source:
      "https://developer.hashicorp.com/terraform/language/resources/terraform-data; plan of Terraform 1.11.4",
    checked: "2026-11-29",
    evidence: "2025-04",
    confidence: "high",
  },
  providerArgumentsByVersion: {
    claim:
      "Since which version the AWS provider has an argument is as the bindings that were published for it show; the provider itself was run in 5.100.0 only.",
    source:
      "bindings of AWS provider 5.100 to 6.66: npm packages @cdktf/provider-aws 20.1.0 to 21.22.1, @cdktn/provider-aws 23.7.0 to 25.7.0",
    checked: "2026-11-28",
    evidence: "2026",
    confidence: "high",
  },
});
