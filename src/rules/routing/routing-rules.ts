import { blockPublicAccessExclusionIdle } from "./block-public-access-exclusion-idle.ts";
import { blockPublicAccessShutsPublicAddress } from "./block-public-access-shuts-public-address.ts";
import { blockPublicAccessShutsWayOut } from "./block-public-access-shuts-way-out.ts";
import { blockPublicAccessTooManyExclusions } from "./block-public-access-too-many-exclusions.ts";
import { blockPublicAccessWholeRegion } from "./block-public-access-whole-region.ts";
import { dns64OnDualStackSubnet } from "./dns64-on-dual-stack-subnet.ts";
import { dns64WithoutNat64Route } from "./dns64-without-nat64-route.ts";
import { elasticIpTwice } from "./elastic-ip-twice.ts";
import { existingDns64WithoutNat64Route } from "./existing-dns64-without-nat64-route.ts";
import { firewallAddressType } from "./firewall-address-type.ts";
import { firewallDropsFragments } from "./firewall-drops-fragments.ts";
import { firewallDropsPacketTooBig } from "./firewall-drops-packet-too-big.ts";
import { firewallHomeNetIncomplete } from "./firewall-home-net-incomplete.ts";
import { firewallIcmpPorts } from "./firewall-icmp-ports.ts";
import { firewallManagedGroupOrder } from "./firewall-managed-group-order.ts";
import { firewallOrderTwice } from "./firewall-order-twice.ts";
import { firewallPassesNothing } from "./firewall-passes-nothing.ts";
import { firewallRuleFamilies } from "./firewall-rule-families.ts";
import { firewallRuleGroupCapacity } from "./firewall-rule-group-capacity.ts";
import { firewallRulesNotAsked } from "./firewall-rules-not-asked.ts";
import { firewallTierShared } from "./firewall-tier-shared.ts";
import { inspectionAsymmetric } from "./inspection-asymmetric.ts";
import { inspectionBypassedOnReturn } from "./inspection-bypassed-on-return.ts";
import { inspectionEndpointFamily } from "./inspection-endpoint-family.ts";
import { inspectionInterfaceOneWay } from "./inspection-interface-one-way.ts";
import { inspectionWithoutWayOn } from "./inspection-without-way-on.ts";
import { internetGatewaysBothInOneTable } from "./internet-gateways-both-in-one-table.ts";
import { ipv4RouteToEgressOnlyGateway } from "./ipv4-route-to-egress-only-gateway.ts";
import { ipv6RouteToNatGateway } from "./ipv6-route-to-nat-gateway.ts";
import { natGatewayInLocalZone } from "./nat-gateway-in-local-zone.ts";
import { natGatewayInWrongTier } from "./nat-gateway-in-wrong-tier.ts";
import { natGatewaySingleZone } from "./nat-gateway-single-zone.ts";
import { natGatewayUnused } from "./nat-gateway-unused.ts";
import { nat64HidesSecurityGroup } from "./nat64-hides-security-group.ts";
import { nat64InstanceInWrongTier } from "./nat64-instance-in-wrong-tier.ts";
import { nat64InstanceSingleZone } from "./nat64-instance-single-zone.ts";
import { nat64InstanceTranslatesNothing } from "./nat64-instance-translates-nothing.ts";
import { nat64InstanceWithoutWayOut } from "./nat64-instance-without-way-out.ts";
import { nat64PrefixSpelling } from "./nat64-prefix-spelling.ts";
import { nat64RouteWithoutDns64 } from "./nat64-route-without-dns64.ts";
import { nat64ThroughRegionalGateway } from "./nat64-through-regional-gateway.ts";
import { privateSubnetToInternetGateway } from "./private-subnet-to-internet-gateway.ts";
import { publicSubnetWithoutInternetGatewayRoute } from "./public-subnet-without-internet-gateway-route.ts";
import { routeDestinationTwice } from "./route-destination-twice.ts";
import { routeInsideVpc } from "./route-inside-vpc.ts";
import { routeTableTooManyRoutes } from "./route-table-too-many-routes.ts";
import { routeToInstanceThatChecks } from "./route-to-instance-that-checks.ts";
import { routeToReservedBlock } from "./route-to-reserved-block.ts";

/** The rules on routing, sorted by id. */
export const routingRules = [
  blockPublicAccessExclusionIdle,
  blockPublicAccessShutsPublicAddress,
  blockPublicAccessShutsWayOut,
  blockPublicAccessTooManyExclusions,
  blockPublicAccessWholeRegion,
  dns64OnDualStackSubnet,
  dns64WithoutNat64Route,
  elasticIpTwice,
  existingDns64WithoutNat64Route,
  firewallAddressType,
  firewallDropsFragments,
  firewallDropsPacketTooBig,
  firewallHomeNetIncomplete,
  firewallIcmpPorts,
  firewallManagedGroupOrder,
  firewallOrderTwice,
  firewallPassesNothing,
  firewallRuleFamilies,
  firewallRuleGroupCapacity,
  firewallRulesNotAsked,
  firewallTierShared,
  inspectionAsymmetric,
  inspectionBypassedOnReturn,
  inspectionEndpointFamily,
  inspectionInterfaceOneWay,
  inspectionWithoutWayOn,
  internetGatewaysBothInOneTable,
  ipv4RouteToEgressOnlyGateway,
  ipv6RouteToNatGateway,
  natGatewayInLocalZone,
  natGatewayInWrongTier,
  natGatewaySingleZone,
  natGatewayUnused,
  nat64HidesSecurityGroup,
  nat64InstanceInWrongTier,
  nat64InstanceSingleZone,
  nat64InstanceTranslatesNothing,
  nat64InstanceWithoutWayOut,
  nat64PrefixSpelling,
  nat64RouteWithoutDns64,
  nat64ThroughRegionalGateway,
  privateSubnetToInternetGateway,
  publicSubnetWithoutInternetGatewayRoute,
  routeDestinationTwice,
  routeInsideVpc,
  routeTableTooManyRoutes,
  routeToInstanceThatChecks,
  routeToReservedBlock,
] as const;
