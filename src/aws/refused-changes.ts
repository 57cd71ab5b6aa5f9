import { addressingFacts } from "./facts/addressing.ts";
import { changeFacts } from "./facts/changes.ts";
import { computeFacts } from "./facts/compute.ts";
import { databaseFacts } from "./facts/databases.ts";
import type { Fact } from "./facts/fact.ts";
import { filteringFacts } from "./facts/filtering.ts";
import { interruptionFacts } from "./facts/interruptions.ts";
import { loadBalancingFacts } from "./facts/load-balancing.ts";
import { publicAccessFacts } from "./facts/public-access.ts";
import { routingFacts } from "./facts/routing.ts";
import { sharingFacts } from "./facts/sharing.ts";
import { vpcEndpointFacts } from "./facts/vpc-endpoints.ts";
import { keptThings } from "./kept-things.ts";

/** What an argument was or is to be: nothing (null, "" or an empty list), anything but that, or one value. */
export type ArgumentSide = "absent" | "present" | { readonly value: string | boolean };

/**
 * Why a subnet's block is still in use when it is wanted again. `taken`: the subnet goes, and another is to have its block.
 * `exchanged`: it gets another block, and another subnet its old one. `made-first`: it is replaced, keeps the block, and
 * Terraform makes the new one before it destroys the old one.
 */
export type BlockConflict = "taken" | "exchanged" | "made-first";

/**
 * A change of something that is there which one apply does not make, or makes at a price that the plan does not show.
 * Whether Terraform replaces the resource is the provider's to say, and not told here.
 */
export interface RefusedChange {
  /** Terraform resource type, such as `aws_subnet`. */
  readonly type: string;
  /**
   * Path of the argument, as `vpc_config.subnet_ids`; null: the resource is destroyed, alone or to be replaced, or it comes
   * where `takesOver` or `comes` says so.
   */
  readonly argument: string | null;
  /** Only a change away from this; left out: from anything. */
  readonly from?: ArgumentSide;
  /** Only a change to this; left out: to anything else. */
  readonly to?: ArgumentSide;
  /** Of a resource that is destroyed: only where it has this argument, and that is true. */
  readonly whileOn?: string;
  /** It comes, and takes over what AWS made with a VPC that was there before. */
  readonly takesOver?: true;
  /** It comes: nothing of it was in the stack before. */
  readonly comes?: true;
  /** Only where `ignore_changes` left the argument as AWS has it until now, and the number that is written may be smaller. */
  readonly wasIgnored?: true;
  /** Of a subnet: only where its block is in use for this reason. */
  readonly conflict?: BlockConflict;
  /**
   * refused: AWS answers with an error. needs-order: refused unless other things have changed before, in this apply or
   * an earlier one. interrupts: something that runs stops or loses connections. loses-address: an address or name that
   * others may know is gone for good. loses-capacity: hosts or tasks that run are stopped and not started again.
   */
  readonly effect: "refused" | "needs-order" | "interrupts" | "loses-address" | "loses-capacity";
  /** In words, where the plan does not show whether it is so, such as "an interface has an address of it"; null: always. */
  readonly when: string | null;
  /** How to get there instead, or what to do before; null: there is no way but a new resource. */
  readonly way: string | null;
  readonly fact: Fact;
}

const MORE_BY_NOW = "more run by now than the number that is written: the apply stops the rest";
const WRITE_WHAT_RUNS = "first look how many run, and write that number or the most that scaling allowed";

/** All but what deletion protection refuses. */
const others: readonly RefusedChange[] = [
  {
    type: "aws_appautoscaling_target",
    argument: "max_capacity",
    wasIgnored: true,
    effect: "loses-capacity",
    when: MORE_BY_NOW,
    way: WRITE_WHAT_RUNS,
    fact: interruptionFacts.serviceWithFewerTasksStopsThem,
  },
  {
    type: "aws_autoscaling_group",
    argument: "desired_capacity",
    wasIgnored: true,
    effect: "loses-capacity",
    when: MORE_BY_NOW,
    way: WRITE_WHAT_RUNS,
    fact: interruptionFacts.groupWithFewerHostsStopsThem,
  },
  {
    type: "aws_autoscaling_group",
    argument: "max_size",
    wasIgnored: true,
    effect: "loses-capacity",
    when: MORE_BY_NOW,
    way: WRITE_WHAT_RUNS,
    fact: interruptionFacts.groupWithFewerHostsStopsThem,
  },
  {
    type: "aws_db_instance",
    argument: "db_subnet_group_name",
    effect: "refused",
    when: "the two groups are of one VPC",
    way: "change the subnets of the group that it has, or restore a snapshot into the other group",
    fact: changeFacts.databaseSubnetGroupOfTheSameVpc,
  },
  {
    type: "aws_db_instance",
    argument: "db_subnet_group_name",
    effect: "interrupts",
    when: "the two groups are of different VPCs",
    way: null,
    fact: changeFacts.databaseSubnetGroupOfTheSameVpc,
  },
  {
    type: "aws_db_instance",
    argument: "max_allocated_storage",
    from: "present",
    to: "absent",
    effect: "refused",
    when: "its storage has grown beyond allocated_storage: the plan makes it smaller, which RDS never does",
    way: "write as allocated_storage the size that it has by now, in the same edit",
    fact: changeFacts.databaseStorageNeverShrinks,
  },
  {
    type: "aws_db_instance",
    argument: "network_type",
    effect: "interrupts",
    when: null,
    way: "apply it in a maintenance window",
    fact: interruptionFacts.databaseNetworkTypeMayInterrupt,
  },
  {
    type: "aws_db_instance",
    argument: "network_type",
    to: { value: "DUAL" },
    effect: "needs-order",
    when: "a subnet of its group has no IPv6 block yet",
    way: "give every subnet of the group an IPv6 block first",
    fact: databaseFacts.databaseDualNeedsIpv6InEverySubnet,
  },
  {
    type: "aws_db_subnet_group",
    argument: "subnet_ids",
    effect: "refused",
    when: "the new subnets are of another VPC",
    way: "make another group in that VPC",
    fact: changeFacts.databaseSubnetGroupStaysInItsVpc,
  },
  {
    type: "aws_db_subnet_group",
    argument: "subnet_ids",
    effect: "interrupts",
    when: "a database of network type DUAL is in it and a new subnet has no IPv6 block",
    way: "put the databases back to IPV4 first",
    fact: changeFacts.databaseLosesDualStackSubnets,
  },
  {
    type: "aws_default_network_acl",
    argument: null,
    takesOver: true,
    effect: "interrupts",
    when: "a subnet has the VPC's default network ACL, which it takes over: the entries that it has now are taken out and do not come back",
    way: "give each subnet an ACL of its own first, in an apply before this one",
    fact: filteringFacts.defaultNetworkAclAdopted,
  },
  {
    type: "aws_default_route_table",
    argument: null,
    takesOver: true,
    effect: "interrupts",
    when: "a subnet has the VPC's main route table, which it takes over and empties: the routes that it has now are taken out and do not come back",
    way: "give each subnet a table of its own first, in an apply before this one",
    fact: routingFacts.mainRouteTableAdopted,
  },
  {
    type: "aws_default_security_group",
    argument: null,
    takesOver: true,
    effect: "interrupts",
    when: "something stands in the VPC's default security group, which it takes over and empties: the rules that it has now are taken out and do not come back",
    way: "give what stands in it a group of its own first, in an apply before this one",
    fact: filteringFacts.defaultSecurityGroupAdopted,
  },
  {
    type: "aws_ec2_instance_connect_endpoint",
    argument: null,
    effect: "needs-order",
    when: "the new one is made before the old one goes",
    way: "let the old one go first: a VPC has one",
    fact: vpcEndpointFacts.instanceConnectEndpointQuota,
  },
  {
    type: "aws_ec2_managed_prefix_list",
    argument: "max_entries",
    effect: "refused",
    when: "a security group or route table that refers to it has not the quota for so many entries",
    way: "ask for the quota first, or take the references away",
    fact: changeFacts.prefixListSizeNeedsRoom,
  },
  {
    type: "aws_ec2_managed_prefix_list",
    argument: null,
    effect: "needs-order",
    when: "something outside the stack refers to it",
    way: "take every reference away first",
    fact: changeFacts.prefixListInUseStays,
  },
  {
    type: "aws_ecs_cluster",
    argument: null,
    effect: "needs-order",
    when: "container instances are registered in it",
    way: "let the hosts go first",
    fact: changeFacts.ecsClusterWithHostsStays,
  },
  {
    type: "aws_ecs_service",
    argument: "desired_count",
    wasIgnored: true,
    effect: "loses-capacity",
    when: MORE_BY_NOW,
    way: WRITE_WHAT_RUNS,
    fact: interruptionFacts.serviceWithFewerTasksStopsThem,
  },
  {
    type: "aws_ecs_service",
    argument: "network_configuration",
    effect: "loses-address",
    when: null,
    way: "let others find the tasks by a load balancer or a name",
    fact: changeFacts.ecsServiceMovesByNewTasks,
  },
  {
    type: "aws_eip",
    argument: null,
    effect: "loses-address",
    when: null,
    way: "keep it allocated, or tell all who have the address in their filters and DNS",
    fact: changeFacts.elasticIpReleased,
  },
  {
    type: "aws_eks_cluster",
    argument: "kubernetes_network_config.ip_family",
    effect: "refused",
    when: null,
    way: "make a second cluster and move the workloads",
    fact: changeFacts.eksAddressesAreForEver,
  },
  {
    type: "aws_eks_cluster",
    argument: "kubernetes_network_config.service_ipv4_cidr",
    effect: "refused",
    when: null,
    way: "make a second cluster and move the workloads",
    fact: changeFacts.eksAddressesAreForEver,
  },
  {
    type: "aws_eks_cluster",
    argument: "vpc_config.subnet_ids",
    effect: "refused",
    when: "the new subnets are of another VPC",
    way: "make a second cluster and move the workloads",
    fact: changeFacts.eksAddressesAreForEver,
  },
  {
    type: "aws_eks_fargate_profile",
    argument: null,
    effect: "interrupts",
    when: null,
    way: "make a second profile with the same selectors first",
    fact: changeFacts.eksFargateProfileTakesItsPods,
  },
  {
    type: "aws_eks_node_group",
    argument: "scaling_config.desired_size",
    wasIgnored: true,
    effect: "loses-capacity",
    when: MORE_BY_NOW,
    way: WRITE_WHAT_RUNS,
    fact: interruptionFacts.nodeGroupWithFewerNodesStopsThem,
  },
  {
    type: "aws_elasticache_cluster",
    argument: "network_type",
    effect: "refused",
    when: null,
    way: "make a second cache and move its clients",
    fact: databaseFacts.cacheNetworkTypeNeverChanges,
  },
  {
    type: "aws_elasticache_replication_group",
    argument: "network_type",
    effect: "refused",
    when: null,
    way: "make a second cache and move its clients",
    fact: databaseFacts.cacheNetworkTypeNeverChanges,
  },
  {
    type: "aws_elasticache_subnet_group",
    argument: "subnet_ids",
    effect: "refused",
    when: "a cache has nodes in a subnet that leaves",
    way: "add subnets first, and replace the nodes",
    fact: changeFacts.cacheSubnetInUseStays,
  },
  {
    type: "aws_instance",
    argument: "enable_primary_ipv6",
    from: { value: true },
    effect: "refused",
    when: null,
    way: null,
    fact: computeFacts.primaryIpv6CannotBeDisabled,
  },
  {
    type: "aws_instance",
    argument: "instance_type",
    effect: "interrupts",
    when: null,
    way: "change it when the host may stop",
    fact: interruptionFacts.instanceTypeChangeStops,
  },
  {
    type: "aws_instance",
    argument: "instance_type",
    effect: "loses-address",
    when: "it has a public IPv4 address that is not an Elastic IP",
    way: "give it an Elastic IP first",
    fact: interruptionFacts.stopReleasesPublicIpv4,
  },
  {
    type: "aws_instance",
    argument: "ipv6_address_count",
    from: "present",
    effect: "loses-address",
    when: "the number becomes smaller",
    way: "look which addresses are known elsewhere first",
    fact: changeFacts.instanceGivesAddressesBack,
  },
  {
    type: "aws_internet_gateway",
    argument: null,
    effect: "needs-order",
    when: "running instances have Elastic IP addresses or public IPv4 addresses",
    way: "take those addresses away first",
    fact: changeFacts.internetGatewayWithPublicAddressesStays,
  },
  {
    type: "aws_lb",
    argument: "ip_address_type",
    to: { value: "ipv4" },
    effect: "loses-address",
    when: null,
    way: "take the AAAA records of names that lead to it away first",
    fact: changeFacts.balancerLosesItsIpv6Addresses,
  },
  {
    type: "aws_lb",
    argument: "ip_address_type",
    to: { value: "ipv4" },
    effect: "needs-order",
    when: "a listener forwards to an IPv6 target group",
    way: "forward to an IPv4 target group first",
    fact: changeFacts.ipv6TargetGroupKeepsBalancerDualStack,
  },
  {
    type: "aws_lb",
    argument: "security_groups",
    from: "absent",
    to: "present",
    effect: "refused",
    when: "it is a network load balancer",
    way: "make a second one with security groups and move its clients: the DNS name changes",
    fact: changeFacts.networkBalancerSecurityGroupsFromTheStart,
  },
  {
    type: "aws_lb_target_group",
    argument: null,
    effect: "needs-order",
    when: "a listener or rule forwards to it",
    way: "make the new one first and let listeners forward to it",
    fact: changeFacts.targetGroupInUseStays,
  },
  {
    type: "aws_lb_target_group",
    argument: "ip_address_type",
    effect: "interrupts",
    when: "hosts are registered in it",
    way: "make a second target group with the same hosts, apply, and forward to it in a second apply",
    fact: loadBalancingFacts.targetGroupAddressTypeReplaces,
  },
  {
    type: "aws_nat_gateway",
    argument: null,
    effect: "interrupts",
    when: null,
    way: "make a second one and move the routes first",
    fact: changeFacts.natGatewayConnectionsEnd,
  },
  {
    type: "aws_route53_zone",
    argument: "vpc",
    from: "present",
    to: "absent",
    effect: "refused",
    when: "it is the zone's last VPC",
    way: null,
    fact: changeFacts.privateZoneKeepsOneVpc,
  },
  {
    type: "aws_security_group",
    argument: null,
    effect: "needs-order",
    when: "an interface has it, or a rule of another group names it",
    way: "make the new one first and move its users",
    fact: changeFacts.securityGroupInUseStays,
  },
  {
    type: "aws_subnet",
    argument: "ipv6_cidr_block",
    from: "present",
    effect: "refused",
    when: "an interface in it has an address of the block",
    way: "make a new subnet with the new block and move the hosts",
    fact: changeFacts.subnetBlockInUseStays,
  },
  {
    type: "aws_subnet",
    argument: "ipv6_cidr_block",
    from: "present",
    effect: "needs-order",
    conflict: "exchanged",
    when: "another subnet is to have its old block",
    way: "give the other one its block in a second apply",
    fact: addressingFacts.subnetBlocksMustNotOverlap,
  },
  {
    type: "aws_subnet",
    argument: "ipv6_cidr_block",
    from: "present",
    to: "absent",
    effect: "interrupts",
    when: "a database of network type DUAL has the subnet in its group",
    way: "put the databases back to IPV4 first",
    fact: changeFacts.databaseLosesDualStackSubnets,
  },
  {
    type: "aws_subnet",
    argument: null,
    effect: "needs-order",
    conflict: "taken",
    when: "another subnet is to have its block",
    way: "keep the name, or write the old one as renamedFrom",
    fact: addressingFacts.subnetBlocksMustNotOverlap,
  },
  {
    type: "aws_subnet",
    argument: null,
    effect: "needs-order",
    conflict: "exchanged",
    when: "another subnet is to have its old block",
    way: "give the other one its block in a second apply",
    fact: addressingFacts.subnetBlocksMustNotOverlap,
  },
  {
    type: "aws_subnet",
    argument: null,
    effect: "refused",
    conflict: "made-first",
    when: "the new one has its block and is made first, as create_before_destroy of what refers to it wants",
    way: "give it another block in the same edit, or let nothing with create_before_destroy refer to it",
    fact: addressingFacts.subnetBlocksMustNotOverlap,
  },
  {
    type: "aws_subnet",
    argument: null,
    effect: "needs-order",
    when: "instances or other network interfaces are in it",
    way: "move them first",
    fact: changeFacts.subnetWithInstancesStays,
  },
  {
    type: "aws_vpc",
    argument: "assign_generated_ipv6_cidr_block",
    from: { value: true },
    effect: "needs-order",
    when: "a subnet has a block of it",
    way: "take the IPv6 blocks from all subnets in one apply, and the VPC's in a second",
    fact: changeFacts.vpcBlockInUseStays,
  },
  {
    type: "aws_vpc",
    argument: "assign_generated_ipv6_cidr_block",
    from: { value: true },
    effect: "loses-address",
    when: null,
    way: "keep the block: it costs nothing",
    fact: changeFacts.vpcIpv6BlockIsNotGivenBack,
  },
  {
    type: "aws_vpc",
    argument: "enable_dns_support",
    to: { value: false },
    effect: "refused",
    when: "enable_dns_hostnames stays on",
    way: "turn enable_dns_hostnames off too",
    fact: routingFacts.dnsHostnamesNeedDnsSupport,
  },
  {
    type: "aws_vpc",
    argument: "ipv6_ipam_pool_id",
    from: "present",
    effect: "needs-order",
    when: "a subnet has a block of it",
    way: "take the IPv6 blocks from all subnets in one apply, and the VPC's in a second",
    fact: changeFacts.vpcBlockInUseStays,
  },
  {
    type: "aws_vpc_block_public_access_exclusion",
    argument: null,
    effect: "interrupts",
    when: "Block Public Access is on in the account and region",
    way: "look first at what the internet reaches by it",
    fact: publicAccessFacts.exclusionModes,
  },
  {
    type: "aws_vpc_block_public_access_options",
    argument: null,
    comes: true,
    effect: "interrupts",
    when: "a VPC of the account in the region, of whatever stack, lives by an internet gateway and is not excluded: ALL of them get the mode",
    way: "exclude what must be reached in every other stack first",
    fact: publicAccessFacts.blockPublicAccessIsOfTheAccount,
  },
  {
    type: "aws_vpc_block_public_access_options",
    argument: "internet_gateway_block_mode",
    effect: "interrupts",
    when: "a VPC of the account in the region, of whatever stack, lives by an internet gateway and is not excluded: ALL of them get the mode",
    way: "exclude what must be reached in every other stack first",
    fact: publicAccessFacts.blockPublicAccessIsOfTheAccount,
  },
  {
    type: "aws_vpc_block_public_access_options",
    argument: null,
    effect: "needs-order",
    when: "somebody relies on it: destroying it opens ALL VPCs of the account in the region to the internet",
    way: "let another blueprint set the mode first, and take this one out of the state with a removed block",
    fact: publicAccessFacts.blockPublicAccessGoneIsOff,
  },
  {
    type: "aws_vpc_endpoint",
    argument: "private_dns_enabled",
    to: { value: true },
    effect: "refused",
    when: "another interface endpoint of the VPC has the service's private name",
    way: "turn it off there first",
    fact: vpcEndpointFacts.endpointPrivateNameOnce,
  },
  {
    type: "aws_ec2_transit_gateway_vpc_attachment_accepter",
    argument: null,
    effect: "interrupts",
    when: null,
    way: "let the other account take out its attachment, and the routes to it, first",
    fact: sharingFacts.accepterDeletesTheAttachment,
  },
  {
    type: "aws_ram_principal_association",
    argument: null,
    effect: "interrupts",
    when: "the accounts of the principal use what is shared: VPCs lose Resolver rules and rule groups of the DNS Firewall at once, and nothing new can be made of the rest",
    way: "let those accounts take out first what uses it",
    fact: sharingFacts.unsharing,
  },
  {
    type: "aws_ram_resource_association",
    argument: null,
    effect: "interrupts",
    when: "another account uses it: VPCs lose Resolver rules and rule groups of the DNS Firewall at once, and nothing new can be made of the rest",
    way: "let those accounts take out first what uses it",
    fact: sharingFacts.unsharing,
  },
  {
    type: "aws_ram_resource_share_accepter",
    argument: null,
    effect: "interrupts",
    when: "something here uses what is shared: the account leaves the share, and comes back by a new invitation only",
    way: null,
    fact: sharingFacts.accepterLeavesTheShare,
  },
  {
    type: "aws_vpc_ipam_pool",
    argument: null,
    effect: "needs-order",
    when: "it has allocations or blocks",
    way: "release them first",
    fact: changeFacts.ipamPoolInUseStays,
  },
  {
    type: "aws_vpc_ipv4_cidr_block_association",
    argument: null,
    effect: "needs-order",
    when: "a subnet has a block of it",
    way: "move what is in those subnets, and let the subnets go first",
    fact: changeFacts.vpcBlockInUseStays,
  },
  {
    type: "aws_vpc_ipv6_cidr_block_association",
    argument: null,
    effect: "needs-order",
    when: "a subnet has a block of it",
    way: "take the IPv6 blocks from those subnets in one apply, and this one in a second",
    fact: changeFacts.vpcBlockInUseStays,
  },
  {
    type: "aws_vpc_ipv6_cidr_block_association",
    argument: null,
    effect: "loses-address",
    when: "the block is Amazon's",
    way: "keep the block: it costs nothing",
    fact: changeFacts.vpcIpv6BlockIsNotGivenBack,
  },
];

const protectedOnes = Object.entries(keptThings).flatMap(([type, { guard }]): readonly RefusedChange[] =>
  guard === undefined
    ? []
    : [
        {
          type,
          argument: null,
          whileOn: guard,
          effect: "refused",
          when: "its deletion protection is on",
          way: "turn it off in an apply of its own first",
          fact: changeFacts.deletionProtectionRefusesDeletion,
        },
      ],
);

/** All known ones, by type. The list is not complete: a change that is not in it may be refused too. */
export const refusedChanges: readonly RefusedChange[] = [...others, ...protectedOnes].sort((a, b) =>
  a.type < b.type ? -1 : a.type > b.type ? 1 : 0,
);
