import { factsOf } from "./fact.ts";

const EC2 = "botocore 1.43.107 model of ec2";
const RDS_GUIDE =
  "https://github.com/awsdocs/amazon-rds-user-guide/blob/50e7617/doc_source/USER_VPC.WorkingWithRDSInstanceinaVPC.md";
const VPC_GUIDE = "https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source";

/** Changes of what is there that AWS refuses, or that cost an address, the order of an apply, or an interruption. */
export const changeFacts = factsOf({
  vpcBlockInUseStays: {
    claim:
      "EC2 takes a block from a VPC only when no subnet, gateway or other thing uses it any more, and never the VPC's first IPv4 block.",
    source: `${EC2}: DisassociateVpcCidrBlock; https://github.com/hashicorp/terraform-provider-aws/issues/40791`,
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  deletionProtectionRefusesDeletion: {
    claim:
      "While its deletion protection is on, RDS refuses to delete a DB instance or cluster, EKS a cluster and ELB a load balancer; the servers of a DB cluster are deleted all the same.",
    source:
      "botocore 1.43.11 model of rds: ModifyDBInstance.DeletionProtection; botocore 1.43.11 model of eks: UpdateClusterConfig.deletionProtection; botocore 1.43.11 model of elbv2: DeleteLoadBalancer",
    checked: "2026-11-29",
    evidence: "2026-05",
    confidence: "high",
  },
  vpcIpv6BlockIsNotGivenBack: {
    claim: "Whoever gives up a VPC's Amazon-provided IPv6 block cannot expect to get the same one again.",
    source: `https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html; ${VPC_GUIDE}/vpc-cidr-blocks.md`,
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  subnetIpv4BlockIsFixed: {
    claim: "EC2 changes the IPv4 block of no subnet; the AWS provider replaces the subnet.",
    source: `${EC2}: ModifySubnetAttribute takes no block; plan of AWS provider 5.100.0`,
    checked: "2026-11-29",
    evidence: "2026-10-01",
    confidence: "high",
  },
  subnetBlockInUseStays: {
    claim:
      "EC2 takes the IPv6 block from a subnet only when no network interface has an address of it, and the AWS provider changes it in place: first away, then the new one.",
    source: `${EC2}: DisassociateSubnetCidrBlock; ${VPC_GUIDE}/modify-subnets.md; https://github.com/hashicorp/terraform-provider-aws/issues/46017`,
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  subnetWithInstancesStays: {
    claim: "EC2 deletes a subnet only after all instances and other network interfaces in it are gone.",
    source: `${EC2}: DeleteSubnet`,
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  internetGatewayWithPublicAddressesStays: {
    claim:
      "EC2 detaches an internet gateway only from a VPC without running instances that have Elastic IP addresses or public IPv4 addresses.",
    source: `${EC2}: DetachInternetGateway`,
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  natGatewayConnectionsEnd: {
    claim:
      "A NAT gateway that is deleted gives its Elastic IP back to the account, and the routes to it stay as black holes.",
    source: `${EC2}: DeleteNatGateway`,
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  elasticIpReleased: {
    claim:
      "An Elastic IP address that is released goes back to Amazon's pool, others may get it, and it must be disassociated first.",
    source: `${EC2}: ReleaseAddress`,
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  securityGroupInUseStays: {
    claim:
      "EC2 refuses to delete a security group that an interface has or that a rule of another group names: DependencyViolation.",
    source: `${EC2}: DeleteSecurityGroup`,
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  prefixListInUseStays: {
    claim: "EC2 deletes a managed prefix list only after every reference to it is gone.",
    source: `${EC2}: DeleteManagedPrefixList`,
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  prefixListSizeNeedsRoom: {
    claim:
      "A managed prefix list gets a larger maximum only when everything that refers to it has the quota for as many entries.",
    source: `${EC2}: ModifyManagedPrefixList.MaxEntries`,
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  ipamPoolInUseStays: {
    claim: "An IPAM pool is deleted only without allocations in it and without blocks provisioned to it.",
    source: `${EC2}: DeleteIpamPool`,
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  networkBalancerSecurityGroupsFromTheStart: {
    claim:
      "A network load balancer that was made without security groups never gets any; the AWS provider makes a new one, with another DNS name.",
    source:
      "botocore 1.43.107 model of elbv2: SetSecurityGroups; https://github.com/hashicorp/terraform-provider-aws/issues/43703",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  ipv6TargetGroupKeepsBalancerDualStack: {
    claim:
      "A load balancer that forwards to an IPv6 target group stays dualstack: its listeners forward elsewhere first.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html; https://github.com/awsdocs/elb-network-load-balancers-user-guide/blob/d08f999/doc_source/load-balancer-target-groups.md",
    checked: "2026-11-28",
    evidence: "2023-04-06",
    // The guide says when an IPv6 target group can be used; that SetIpAddressType looks at it follows.
    confidence: "medium",
  },
  balancerLosesItsIpv6Addresses: {
    claim:
      "A load balancer that becomes ipv4 again has no AAAA record any more: clients that have only IPv6 lose it.",
    source:
      "botocore 1.43.107 model of elbv2: SetIpAddressType; https://github.com/awsdocs/elb-application-load-balancers-user-guide/blob/fb24293/doc_source/application-load-balancers.md",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  targetGroupInUseStays: {
    claim:
      "ELB deletes a target group only when no action of a listener or rule refers to it: ResourceInUse.",
    source: "botocore 1.43.107 model of elbv2: DeleteTargetGroup, ResourceInUseException",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  databaseStorageNeverShrinks: {
    claim:
      "RDS makes the storage of a DB instance larger only. While max_allocated_storage is written, the AWS provider passes over what autoscaling has added to allocated_storage.",
    source:
      "botocore 1.43.11 model of rds: ModifyDBInstance.AllocatedStorage; documentation of the AWS provider (repository at 0130d51a): aws_db_instance.max_allocated_storage",
    checked: "2026-12-01",
    evidence: "2026-05",
    confidence: "high",
  },
  databaseSubnetGroupOfTheSameVpc: {
    claim:
      "RDS refuses to move a DB instance to another subnet group of the same VPC (InvalidVPCNetworkStateFault); to one of another VPC it moves with an outage.",
    source:
      "botocore 1.43.107 model of rds: ModifyDBInstance.DBSubnetGroupName; https://github.com/hashicorp/terraform-provider-aws/issues/512 (RDS's answer)",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  databaseSubnetGroupStaysInItsVpc: {
    claim:
      "The subnets of a database subnet group stay in the VPC in which it was made; RDS refuses those of another.",
    source: "https://github.com/hashicorp/terraform-provider-aws/issues/27459 (RDS's answer)",
    checked: "2026-11-28",
    evidence: "2022-10-26",
    confidence: "high",
  },
  databaseLosesDualStackSubnets: {
    claim:
      "Databases of network type DUAL risk the state incompatible-network when a subnet of their group goes or loses its IPv6 block.",
    source: `https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html; ${RDS_GUIDE}`,
    checked: "2026-11-28",
    evidence: "2023-06-10",
    confidence: "high",
  },
  cacheSubnetInUseStays: {
    claim: "A subnet leaves a cache subnet group only when no cache uses it.",
    source:
      "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SubnetGroups.Modifying.html; https://github.com/awsdocs/amazon-elasticache-docs/blob/6ea3dbf/doc_source/memcache/SubnetGroups.Modifying.md",
    checked: "2026-11-28",
    evidence: "2023-05-22",
    confidence: "high",
  },
  eksAddressesAreForEver: {
    claim:
      "The address family and the service block of a cluster are chosen when it is made, and so is its VPC: EKS changes none of them.",
    source:
      "botocore 1.43.107 model of eks: KubernetesNetworkConfigRequest.ipFamily, KubernetesNetworkConfigRequest.serviceIpv4Cidr, UpdateClusterConfig",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  eksFargateProfileTakesItsPods: {
    claim:
      "Pods of a Fargate profile are deleted with it, and EKS deletes one profile of a cluster at a time.",
    source: "botocore 1.43.107 model of eks: DeleteFargateProfile",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  ecsServiceMovesByNewTasks: {
    claim:
      "A service with other subnets or security groups is deployed anew: new tasks with new addresses take the place of the old.",
    source: "botocore 1.43.107 model of ecs: UpdateService.networkConfiguration",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  ecsClusterWithHostsStays: {
    claim: "ECS deletes a cluster only after its container instances are deregistered.",
    source: "botocore 1.43.107 model of ecs: DeleteCluster",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  privateZoneKeepsOneVpc: {
    claim: "Route 53 refuses to take a private hosted zone from its last VPC.",
    source: "botocore 1.43.107 model of route53: LastVPCAssociation",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  instanceGivesAddressesBack: {
    claim: "An instance that is to have fewer IPv6 addresses gives some back at once; nobody says which.",
    source: `plan of AWS provider 5.100.0 for an imported aws_instance; ${EC2}: UnassignIpv6Addresses`,
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "medium",
  },
});
