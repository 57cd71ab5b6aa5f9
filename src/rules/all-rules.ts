import { cacheEngineVersionWithoutIpv6 } from "./cache-engine-version-without-ipv6.ts";
import { cacheIpDiscovery } from "./cache-ip-discovery.ts";
import { cacheNetworkType } from "./cache-network-type.ts";
import { cacheNodeTypeNotNitro } from "./cache-node-type-not-nitro.ts";
import { cidrNotCanonical } from "./cidr-not-canonical.ts";
import { databaseIdentifierTwice } from "./database-identifier-twice.ts";
import { databaseNetworkType } from "./database-network-type.ts";
import { databasePubliclyAccessible } from "./database-publicly-accessible.ts";
import { databaseSubnetGroupIpv6Only } from "./database-subnet-group-ipv6-only.ts";
import { databaseSubnetGroupSingleZone } from "./database-subnet-group-single-zone.ts";
import { dhcpDnsBreaksDns64 } from "./dhcp-dns-breaks-dns64.ts";
import { dhcpOptionsInvalid } from "./dhcp-options-invalid.ts";
import { dnsAaaaMissing } from "./dns-aaaa-missing.ts";
import { dnsRecordAddressFamily } from "./dns-record-address-family.ts";
import { dnsRecordTargetWithoutFamily } from "./dns-record-target-without-family.ts";
import { dnsRecordTwice } from "./dns-record-twice.ts";
import { dnsSupportOff } from "./dns-support-off.ts";
import { dns64OnDualStackSubnet } from "./dns64-on-dual-stack-subnet.ts";
import { dns64WithoutNat64Route } from "./dns64-without-nat64-route.ts";
import { ecsAssignPublicIp } from "./ecs-assign-public-ip.ts";
import { ecsContainerPort } from "./ecs-container-port.ts";
import { ecsDualStackAccountSetting } from "./ecs-dual-stack-account-setting.ts";
import { ecsDualStackWithoutIpv4Route } from "./ecs-dual-stack-without-ipv4-route.ts";
import { ecsExecInIpv6Only } from "./ecs-exec-in-ipv6-only.ts";
import { ecsHostNotInCluster } from "./ecs-host-not-in-cluster.ts";
import { ecsIpv6OnlyHostWithoutPrimaryIpv6 } from "./ecs-ipv6-only-host-without-primary-ipv6.ts";
import { ecsIpv6OnlyImageName } from "./ecs-ipv6-only-image-name.ts";
import { ecsIpv6OnlyImageRegistry } from "./ecs-ipv6-only-image-registry.ts";
import { ecsIpv6OnlyTargetGroup } from "./ecs-ipv6-only-target-group.ts";
import { ecsIpv6OnlyWindows } from "./ecs-ipv6-only-windows.ts";
import { ecsPlatformVersion } from "./ecs-platform-version.ts";
import { ecsSubnetWithoutIpv6AutoAssign } from "./ecs-subnet-without-ipv6-auto-assign.ts";
import { ecsTargetGroupType } from "./ecs-target-group-type.ts";
import { ecsTaskCpuMemory } from "./ecs-task-cpu-memory.ts";
import { eksDnsHostnamesOff } from "./eks-dns-hostnames-off.ts";
import { eksEndpointClosed } from "./eks-endpoint-closed.ts";
import { eksEndpointOpenToWorld } from "./eks-endpoint-open-to-world.ts";
import { eksFargateSubnet } from "./eks-fargate-subnet.ts";
import { eksIpv6InChina } from "./eks-ipv6-in-china.ts";
import { eksNodeNotNitro } from "./eks-node-not-nitro.ts";
import { eksNodeSubnetWithoutIpv6Assignment } from "./eks-node-subnet-without-ipv6-assignment.ts";
import { eksNodeWindows } from "./eks-node-windows.ts";
import { eksNodesWithoutIpv4Route } from "./eks-nodes-without-ipv4-route.ts";
import { eksPublicAccessIpv6Cidr } from "./eks-public-access-ipv6-cidr.ts";
import { eksServiceIpv4Cidr } from "./eks-service-ipv4-cidr.ts";
import { eksSubnetNotDualStack } from "./eks-subnet-not-dual-stack.ts";
import { eksTooFewZones } from "./eks-too-few-zones.ts";
import { elasticIpInWrongTier } from "./elastic-ip-in-wrong-tier.ts";
import { existingAddressUnknown } from "./existing-address-unknown.ts";
import { existingIdForm } from "./existing-id-form.ts";
import { existingIdTwice } from "./existing-id-twice.ts";
import { existingImportAndReference } from "./existing-import-and-reference.ts";
import { existingImportWithoutParent } from "./existing-import-without-parent.ts";
import { existingInstanceFixedAddress } from "./existing-instance-fixed-address.ts";
import { existingInstancePrimaryAddress } from "./existing-instance-primary-address.ts";
import { existingNetworkAclNewSubnet } from "./existing-network-acl-new-subnet.ts";
import { existingReferenceNeedsIpv6 } from "./existing-reference-needs-ipv6.ts";
import { existingSubnetIpv6Only } from "./existing-subnet-ipv6-only.ts";
import { existingSubnetNewRouteTable } from "./existing-subnet-new-route-table.ts";
import { fixedAddressOutsideSubnet } from "./fixed-address-outside-subnet.ts";
import { fixedAddressReserved } from "./fixed-address-reserved.ts";
import { fixedAddressTwice } from "./fixed-address-twice.ts";
import { flowLogFieldUnknown } from "./flow-log-field-unknown.ts";
import { flowLogWithoutIpv6Fields } from "./flow-log-without-ipv6-fields.ts";
import { guestImdsIpv6Off } from "./guest-imds-ipv6-off.ts";
import { guestOsMismatch } from "./guest-os-mismatch.ts";
import { imdsIpv6OffInIpv6OnlySubnet } from "./imds-ipv6-off-in-ipv6-only-subnet.ts";
import { imdsTokensOptional } from "./imds-tokens-optional.ts";
import { instanceConnectEndpointAddressType } from "./instance-connect-endpoint-address-type.ts";
import { instanceConnectEndpointClientIp } from "./instance-connect-endpoint-client-ip.ts";
import { instanceTypeUnknown } from "./instance-type-unknown.ts";
import { instanceTypeWithoutIpv6 } from "./instance-type-without-ipv6.ts";
import { internetGatewaysBothInOneTable } from "./internet-gateways-both-in-one-table.ts";
import { ipamAllocationLength } from "./ipam-allocation-length.ts";
import { ipamAmazonBlockWithoutLocale } from "./ipam-amazon-block-without-locale.ts";
import { ipamBlockOutsidePool } from "./ipam-block-outside-pool.ts";
import { ipamByoipBlock } from "./ipam-byoip-block.ts";
import { ipamLocaleNotOperatingRegion } from "./ipam-locale-not-operating-region.ts";
import { ipamPoolFamily } from "./ipam-pool-family.ts";
import { ipamPoolOfOtherRegion } from "./ipam-pool-of-other-region.ts";
import { ipamPoolWithoutBlock } from "./ipam-pool-without-block.ts";
import { ipamPrivateBlock } from "./ipam-private-block.ts";
import { ipamPublicSettingsMisplaced } from "./ipam-public-settings-misplaced.ts";
import { ipamSizeOrCidr } from "./ipam-size-or-cidr.ts";
import { ipv4OnlySubnetWithIpv6Settings } from "./ipv4-only-subnet-with-ipv6-settings.ts";
import { ipv4RouteToEgressOnlyGateway } from "./ipv4-route-to-egress-only-gateway.ts";
import { ipv4TargetGroupWithIpv6OnlyTargets } from "./ipv4-target-group-with-ipv6-only-targets.ts";
import { ipv6AddressCountTooHigh } from "./ipv6-address-count-too-high.ts";
import { ipv6AddressCountWithFixedAddresses } from "./ipv6-address-count-with-fixed-addresses.ts";
import { ipv6AddressInIpv4OnlySubnet } from "./ipv6-address-in-ipv4-only-subnet.ts";
import { ipv6MetricUnknown } from "./ipv6-metric-unknown.ts";
import { ipv6OnlySubnetWithIpv4Settings } from "./ipv6-only-subnet-with-ipv4-settings.ts";
import { ipv6RouteToNatGateway } from "./ipv6-route-to-nat-gateway.ts";
import { ipv6TargetGroupBehindIpv4Balancer } from "./ipv6-target-group-behind-ipv4-balancer.ts";
import { ipv6TargetGroupTargetsWithoutIpv6 } from "./ipv6-target-group-targets-without-ipv6.ts";
import { ipv6TargetGroupWithoutPrimaryIpv6 } from "./ipv6-target-group-without-primary-ipv6.ts";
import { ipv6WithoutVpcBlock } from "./ipv6-without-vpc-block.ts";
import { lambdaIpv6NotAllowed } from "./lambda-ipv6-not-allowed.ts";
import { lambdaSubnetNotDualStack } from "./lambda-subnet-not-dual-stack.ts";
import { legacyDhcpv6NotNeeded } from "./legacy-dhcpv6-not-needed.ts";
import { listenerAction } from "./listener-action.ts";
import { listenerCertificateMissing } from "./listener-certificate-missing.ts";
import { listenerPortTwice } from "./listener-port-twice.ts";
import { listenerProtocol } from "./listener-protocol.ts";
import { loadBalancerInternetFacingInPrivateSubnet } from "./load-balancer-internet-facing-in-private-subnet.ts";
import { loadBalancerSubnetNotDualStack } from "./load-balancer-subnet-not-dual-stack.ts";
import { loadBalancerTooFewZones } from "./load-balancer-too-few-zones.ts";
import { loadBalancerTypeAddressing } from "./load-balancer-type-addressing.ts";
import { loadBalancerZoneTwice } from "./load-balancer-zone-twice.ts";
import { metricFilterFieldMissing } from "./metric-filter-field-missing.ts";
import { metricFilterWithoutLogGroup } from "./metric-filter-without-log-group.ts";
import { migrationInstanceTypeUnchanged } from "./migration-instance-type-unchanged.ts";
import { migrationStageNotReady } from "./migration-stage-not-ready.ts";
import { migrationWithoutExisting } from "./migration-without-existing.ts";
import { natGatewayInWrongTier } from "./nat-gateway-in-wrong-tier.ts";
import { natGatewaySingleZone } from "./nat-gateway-single-zone.ts";
import { natGatewayUnused } from "./nat-gateway-unused.ts";
import { nat64HidesSecurityGroup } from "./nat64-hides-security-group.ts";
import { nat64PrefixSpelling } from "./nat64-prefix-spelling.ts";
import { nat64RouteWithoutDns64 } from "./nat64-route-without-dns64.ts";
import { networkAclBlocksPacketTooBig } from "./network-acl-blocks-packet-too-big.ts";
import { networkAclIcmpFamily } from "./network-acl-icmp-family.ts";
import { networkAclIcmpWithoutType } from "./network-acl-icmp-without-type.ts";
import { networkAclIpv4WithoutIpv6Twin } from "./network-acl-ipv4-without-ipv6-twin.ts";
import { networkAclOnWrongFamily } from "./network-acl-on-wrong-family.ts";
import { networkAclPortsMissing } from "./network-acl-ports-missing.ts";
import { networkAclPortsOnIcmp } from "./network-acl-ports-on-icmp.ts";
import { networkAclProtocolName } from "./network-acl-protocol-name.ts";
import { networkAclReturnTrafficMissing } from "./network-acl-return-traffic-missing.ts";
import { networkAclRuleNumberTwice } from "./network-acl-rule-number-twice.ts";
import { networkAclTooManyEntries } from "./network-acl-too-many-entries.ts";
import { peeringReturnRoutesElsewhere } from "./peering-return-routes-elsewhere.ts";
import { portRangeInverted } from "./port-range-inverted.ts";
import { prefixListFamily } from "./prefix-list-family.ts";
import { privateHostedZoneWithoutVpcDns } from "./private-hosted-zone-without-vpc-dns.ts";
import { privateIpv6BlockToInternet } from "./private-ipv6-block-to-internet.ts";
import { privateSubnetToInternetGateway } from "./private-subnet-to-internet-gateway.ts";
import { publicIpv4AddressCharge } from "./public-ipv4-address-charge.ts";
import { publicIpv4InIpv6OnlySubnet } from "./public-ipv4-in-ipv6-only-subnet.ts";
import { publicSubnetWithoutInternetGatewayRoute } from "./public-subnet-without-internet-gateway-route.ts";
import { routeDestinationTwice } from "./route-destination-twice.ts";
import { routeFamilyMissingInSubnet } from "./route-family-missing-in-subnet.ts";
import { routeInsideVpc } from "./route-inside-vpc.ts";
import type { Rule } from "./rule.ts";
import { securityGroupIcmpFamily } from "./security-group-icmp-family.ts";
import { securityGroupIpv4WithoutIpv6Twin } from "./security-group-ipv4-without-ipv6-twin.ts";
import { securityGroupNoEgress } from "./security-group-no-egress.ts";
import { securityGroupOpenToWorld } from "./security-group-open-to-world.ts";
import { securityGroupPortsIgnored } from "./security-group-ports-ignored.ts";
import { securityGroupPortsMissing } from "./security-group-ports-missing.ts";
import { securityGroupProtocolUnknown } from "./security-group-protocol-unknown.ts";
import { slotOutOfRange } from "./slot-out-of-range.ts";
import { slotOverlap } from "./slot-overlap.ts";
import { subnetInTwoNetworkAcls } from "./subnet-in-two-network-acls.ts";
import { subnetIpv4OutsideVpc } from "./subnet-ipv4-outside-vpc.ts";
import { subnetIpv4Overlap } from "./subnet-ipv4-overlap.ts";
import { subnetIpv4PrefixLength } from "./subnet-ipv4-prefix-length.ts";
import { subnetIpv6PrefixLength } from "./subnet-ipv6-prefix-length.ts";
import { subnetIpv6PrefixNot64 } from "./subnet-ipv6-prefix-not-64.ts";
import { targetAddressFamily } from "./target-address-family.ts";
import { targetGroupInTwoLoadBalancers } from "./target-group-in-two-load-balancers.ts";
import { targetGroupProtocol } from "./target-group-protocol.ts";
import { targetGroupUnused } from "./target-group-unused.ts";
import { transitAttachmentSubnetFamily } from "./transit-attachment-subnet-family.ts";
import { transitAttachmentWithoutIpv6 } from "./transit-attachment-without-ipv6.ts";
import { transitAttachmentZoneTwice } from "./transit-attachment-zone-twice.ts";
import { transitRouteWithoutIpv6Twin } from "./transit-route-without-ipv6-twin.ts";
import { udpOnDualstackNetworkBalancer } from "./udp-on-dualstack-network-balancer.ts";
import { userDataIpv4Literal } from "./user-data-ipv4-literal.ts";
import { userDataIpv4OnlyName } from "./user-data-ipv4-only-name.ts";
import { userDataNameUnverified } from "./user-data-name-unverified.ts";
import { userDataTooLong } from "./user-data-too-long.ts";
import { vpcEndpointAddressType } from "./vpc-endpoint-address-type.ts";
import { vpcEndpointDnsRecordType } from "./vpc-endpoint-dns-record-type.ts";
import { vpcEndpointGatewayIpv4Only } from "./vpc-endpoint-gateway-ipv4-only.ts";
import { vpcEndpointGatewayService } from "./vpc-endpoint-gateway-service.ts";
import { vpcEndpointInterfaceIpv4Only } from "./vpc-endpoint-interface-ipv4-only.ts";
import { vpcEndpointPolicyInvalid } from "./vpc-endpoint-policy-invalid.ts";
import { vpcEndpointRouteTableTwice } from "./vpc-endpoint-route-table-twice.ts";
import { vpcEndpointServiceWithoutIpv6 } from "./vpc-endpoint-service-without-ipv6.ts";
import { vpcEndpointWithoutVpcDns } from "./vpc-endpoint-without-vpc-dns.ts";
import { vpcEndpointZoneTwice } from "./vpc-endpoint-zone-twice.ts";
import { vpcIpv4BlocksOverlap } from "./vpc-ipv4-blocks-overlap.ts";
import { vpcIpv4PrefixLength } from "./vpc-ipv4-prefix-length.ts";
import { vpcIpv6BlocksOverlap } from "./vpc-ipv6-blocks-overlap.ts";
import { vpcIpv6PrefixLength } from "./vpc-ipv6-prefix-length.ts";
import { xenInIpv6OnlySubnet } from "./xen-in-ipv6-only-subnet.ts";
import { xenWithImdsIpv6 } from "./xen-with-imds-ipv6.ts";

/** Every rule, sorted by id. */
export const allRules: readonly Rule[] = [
  cacheEngineVersionWithoutIpv6,
  cacheIpDiscovery,
  cacheNetworkType,
  cacheNodeTypeNotNitro,
  cidrNotCanonical,
  databaseIdentifierTwice,
  databaseNetworkType,
  databasePubliclyAccessible,
  databaseSubnetGroupIpv6Only,
  databaseSubnetGroupSingleZone,
  dhcpDnsBreaksDns64,
  dhcpOptionsInvalid,
  dnsAaaaMissing,
  dnsRecordAddressFamily,
  dnsRecordTargetWithoutFamily,
  dnsRecordTwice,
  dnsSupportOff,
  dns64OnDualStackSubnet,
  dns64WithoutNat64Route,
  ecsAssignPublicIp,
  ecsContainerPort,
  ecsDualStackAccountSetting,
  ecsDualStackWithoutIpv4Route,
  ecsExecInIpv6Only,
  ecsHostNotInCluster,
  ecsIpv6OnlyHostWithoutPrimaryIpv6,
  ecsIpv6OnlyImageName,
  ecsIpv6OnlyImageRegistry,
  ecsIpv6OnlyTargetGroup,
  ecsIpv6OnlyWindows,
  ecsPlatformVersion,
  ecsSubnetWithoutIpv6AutoAssign,
  ecsTargetGroupType,
  ecsTaskCpuMemory,
  eksDnsHostnamesOff,
  eksEndpointClosed,
  eksEndpointOpenToWorld,
  eksFargateSubnet,
  eksIpv6InChina,
  eksNodeNotNitro,
  eksNodeSubnetWithoutIpv6Assignment,
  eksNodeWindows,
  eksNodesWithoutIpv4Route,
  eksPublicAccessIpv6Cidr,
  eksServiceIpv4Cidr,
  eksSubnetNotDualStack,
  eksTooFewZones,
  elasticIpInWrongTier,
  existingAddressUnknown,
  existingIdForm,
  existingIdTwice,
  existingImportAndReference,
  existingImportWithoutParent,
  existingInstanceFixedAddress,
  existingInstancePrimaryAddress,
  existingNetworkAclNewSubnet,
  existingReferenceNeedsIpv6,
  existingSubnetIpv6Only,
  existingSubnetNewRouteTable,
  fixedAddressOutsideSubnet,
  fixedAddressReserved,
  fixedAddressTwice,
  flowLogFieldUnknown,
  flowLogWithoutIpv6Fields,
  guestImdsIpv6Off,
  guestOsMismatch,
  imdsIpv6OffInIpv6OnlySubnet,
  imdsTokensOptional,
  instanceConnectEndpointAddressType,
  instanceConnectEndpointClientIp,
  instanceTypeUnknown,
  instanceTypeWithoutIpv6,
  internetGatewaysBothInOneTable,
  ipamAllocationLength,
  ipamAmazonBlockWithoutLocale,
  ipamBlockOutsidePool,
  ipamByoipBlock,
  ipamLocaleNotOperatingRegion,
  ipamPoolFamily,
  ipamPoolOfOtherRegion,
  ipamPoolWithoutBlock,
  ipamPrivateBlock,
  ipamPublicSettingsMisplaced,
  ipamSizeOrCidr,
  ipv4OnlySubnetWithIpv6Settings,
  ipv4RouteToEgressOnlyGateway,
  ipv4TargetGroupWithIpv6OnlyTargets,
  ipv6AddressCountTooHigh,
  ipv6AddressCountWithFixedAddresses,
  ipv6AddressInIpv4OnlySubnet,
  ipv6MetricUnknown,
  ipv6OnlySubnetWithIpv4Settings,
  ipv6RouteToNatGateway,
  ipv6TargetGroupBehindIpv4Balancer,
  ipv6TargetGroupTargetsWithoutIpv6,
  ipv6TargetGroupWithoutPrimaryIpv6,
  ipv6WithoutVpcBlock,
  lambdaIpv6NotAllowed,
  lambdaSubnetNotDualStack,
  legacyDhcpv6NotNeeded,
  listenerAction,
  listenerCertificateMissing,
  listenerPortTwice,
  listenerProtocol,
  loadBalancerInternetFacingInPrivateSubnet,
  loadBalancerSubnetNotDualStack,
  loadBalancerTooFewZones,
  loadBalancerTypeAddressing,
  loadBalancerZoneTwice,
  metricFilterFieldMissing,
  metricFilterWithoutLogGroup,
  migrationInstanceTypeUnchanged,
  migrationStageNotReady,
  migrationWithoutExisting,
  natGatewayInWrongTier,
  natGatewaySingleZone,
  natGatewayUnused,
  nat64HidesSecurityGroup,
  nat64PrefixSpelling,
  nat64RouteWithoutDns64,
  networkAclBlocksPacketTooBig,
  networkAclIcmpFamily,
  networkAclIcmpWithoutType,
  networkAclIpv4WithoutIpv6Twin,
  networkAclOnWrongFamily,
  networkAclPortsMissing,
  networkAclPortsOnIcmp,
  networkAclProtocolName,
  networkAclReturnTrafficMissing,
  networkAclRuleNumberTwice,
  networkAclTooManyEntries,
  peeringReturnRoutesElsewhere,
  portRangeInverted,
  prefixListFamily,
  privateHostedZoneWithoutVpcDns,
  privateIpv6BlockToInternet,
  privateSubnetToInternetGateway,
  publicIpv4AddressCharge,
  publicIpv4InIpv6OnlySubnet,
  publicSubnetWithoutInternetGatewayRoute,
  routeDestinationTwice,
  routeFamilyMissingInSubnet,
  routeInsideVpc,
  securityGroupIcmpFamily,
  securityGroupIpv4WithoutIpv6Twin,
  securityGroupNoEgress,
  securityGroupOpenToWorld,
  securityGroupPortsIgnored,
  securityGroupPortsMissing,
  securityGroupProtocolUnknown,
  slotOutOfRange,
  slotOverlap,
  subnetInTwoNetworkAcls,
  subnetIpv4OutsideVpc,
  subnetIpv4Overlap,
  subnetIpv4PrefixLength,
  subnetIpv6PrefixLength,
  subnetIpv6PrefixNot64,
  targetAddressFamily,
  targetGroupInTwoLoadBalancers,
  targetGroupProtocol,
  targetGroupUnused,
  transitAttachmentSubnetFamily,
  transitAttachmentWithoutIpv6,
  transitAttachmentZoneTwice,
  transitRouteWithoutIpv6Twin,
  udpOnDualstackNetworkBalancer,
  userDataIpv4Literal,
  userDataIpv4OnlyName,
  userDataNameUnverified,
  userDataTooLong,
  vpcEndpointAddressType,
  vpcEndpointDnsRecordType,
  vpcEndpointGatewayIpv4Only,
  vpcEndpointGatewayService,
  vpcEndpointInterfaceIpv4Only,
  vpcEndpointPolicyInvalid,
  vpcEndpointRouteTableTwice,
  vpcEndpointServiceWithoutIpv6,
  vpcEndpointWithoutVpcDns,
  vpcEndpointZoneTwice,
  vpcIpv4BlocksOverlap,
  vpcIpv4PrefixLength,
  vpcIpv6BlocksOverlap,
  vpcIpv6PrefixLength,
  xenInIpv6OnlySubnet,
  xenWithImdsIpv6,
];
