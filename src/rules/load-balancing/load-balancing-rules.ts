import { fixedResponseStatusCode } from "./fixed-response-status-code.ts";
import { gatewayLoadBalancerApplianceClosed } from "./gateway-load-balancer-appliance-closed.ts";
import { gatewayLoadBalancerSubnetFamily } from "./gateway-load-balancer-subnet-family.ts";
import { gatewayLoadBalancerTargetGroup } from "./gateway-load-balancer-target-group.ts";
import { gatewayLoadBalancerZoneWithoutAppliance } from "./gateway-load-balancer-zone-without-appliance.ts";
import { grpcWithoutHttpsListener } from "./grpc-without-https-listener.ts";
import { healthCheckProtocol } from "./health-check-protocol.ts";
import { healthCheckTimeout } from "./health-check-timeout.ts";
import { ipv4TargetGroupWithIpv6OnlyTargets } from "./ipv4-target-group-with-ipv6-only-targets.ts";
import { ipv6TargetGroupBehindIpv4Balancer } from "./ipv6-target-group-behind-ipv4-balancer.ts";
import { ipv6TargetGroupTargetsWithoutIpv6 } from "./ipv6-target-group-targets-without-ipv6.ts";
import { ipv6TargetGroupWithoutPrimaryIpv6 } from "./ipv6-target-group-without-primary-ipv6.ts";
import { ipv6TargetOutsideVpc } from "./ipv6-target-outside-vpc.ts";
import { listenerAction } from "./listener-action.ts";
import { listenerAuthenticationEgress } from "./listener-authentication-egress.ts";
import { listenerAuthenticationWithoutIpv4 } from "./listener-authentication-without-ipv4.ts";
import { listenerCertificateMissing } from "./listener-certificate-missing.ts";
import { listenerNeedsHttps } from "./listener-needs-https.ts";
import { listenerPortTwice } from "./listener-port-twice.ts";
import { listenerProtocol } from "./listener-protocol.ts";
import { listenerRedirect } from "./listener-redirect.ts";
import { listenerRedirectToOwnHost } from "./listener-redirect-to-own-host.ts";
import { listenerRedirectToOwnPath } from "./listener-redirect-to-own-path.ts";
import { listenerRedirectValue } from "./listener-redirect-value.ts";
import { listenerRedirectWrongPort } from "./listener-redirect-wrong-port.ts";
import { listenerRuleCondition } from "./listener-rule-condition.ts";
import { listenerRuleConditionText } from "./listener-rule-condition-text.ts";
import { listenerRuleHostHeader } from "./listener-rule-host-header.ts";
import { listenerRulePriorityTwice } from "./listener-rule-priority-twice.ts";
import { listenerRuleSourceIpFamily } from "./listener-rule-source-ip-family.ts";
import { listenerRuleTooManyValues } from "./listener-rule-too-many-values.ts";
import { listenerRuleWithoutDualstackNetworkBalancer } from "./listener-rule-without-dualstack-network-balancer.ts";
import { listenerSecurityPolicyLegacy } from "./listener-security-policy-legacy.ts";
import { loadBalancerAddressesNeverSettle } from "./load-balancer-addresses-never-settle.ts";
import { loadBalancerApplicationOnly } from "./load-balancer-application-only.ts";
import { loadBalancerFixedAddress } from "./load-balancer-fixed-address.ts";
import { loadBalancerInternetFacingInPrivateSubnet } from "./load-balancer-internet-facing-in-private-subnet.ts";
import { loadBalancerMixesLocalZones } from "./load-balancer-mixes-local-zones.ts";
import { loadBalancerSubnetNotDualStack } from "./load-balancer-subnet-not-dual-stack.ts";
import { loadBalancerSubnetTooSmall } from "./load-balancer-subnet-too-small.ts";
import { loadBalancerTooFewZones } from "./load-balancer-too-few-zones.ts";
import { loadBalancerTypeAddressing } from "./load-balancer-type-addressing.ts";
import { loadBalancerZoneTwice } from "./load-balancer-zone-twice.ts";
import { networkLoadBalancerWithoutSecurityGroups } from "./network-load-balancer-without-security-groups.ts";
import { resourceOfOtherRegion } from "./resource-of-other-region.ts";
import { targetAddressFamily } from "./target-address-family.ts";
import { targetGroupInTwoLoadBalancers } from "./target-group-in-two-load-balancers.ts";
import { targetGroupProtocol } from "./target-group-protocol.ts";
import { targetGroupUnused } from "./target-group-unused.ts";
import { targetZoneWithoutLoadBalancer } from "./target-zone-without-load-balancer.ts";
import { udpOnDualstackNetworkBalancer } from "./udp-on-dualstack-network-balancer.ts";

/** The rules on load balancing, sorted by id. */
export const loadBalancingRules = [
  fixedResponseStatusCode,
  gatewayLoadBalancerApplianceClosed,
  gatewayLoadBalancerSubnetFamily,
  gatewayLoadBalancerTargetGroup,
  gatewayLoadBalancerZoneWithoutAppliance,
  grpcWithoutHttpsListener,
  healthCheckProtocol,
  healthCheckTimeout,
  ipv4TargetGroupWithIpv6OnlyTargets,
  ipv6TargetGroupBehindIpv4Balancer,
  ipv6TargetGroupTargetsWithoutIpv6,
  ipv6TargetGroupWithoutPrimaryIpv6,
  ipv6TargetOutsideVpc,
  listenerAction,
  listenerAuthenticationEgress,
  listenerAuthenticationWithoutIpv4,
  listenerCertificateMissing,
  listenerNeedsHttps,
  listenerPortTwice,
  listenerProtocol,
  listenerRedirect,
  listenerRedirectToOwnHost,
  listenerRedirectToOwnPath,
  listenerRedirectValue,
  listenerRedirectWrongPort,
  listenerRuleCondition,
  listenerRuleConditionText,
  listenerRuleHostHeader,
  listenerRulePriorityTwice,
  listenerRuleSourceIpFamily,
  listenerRuleTooManyValues,
  listenerRuleWithoutDualstackNetworkBalancer,
  listenerSecurityPolicyLegacy,
  loadBalancerAddressesNeverSettle,
  loadBalancerApplicationOnly,
  loadBalancerFixedAddress,
  loadBalancerInternetFacingInPrivateSubnet,
  loadBalancerMixesLocalZones,
  loadBalancerSubnetNotDualStack,
  loadBalancerSubnetTooSmall,
  loadBalancerTooFewZones,
  loadBalancerTypeAddressing,
  loadBalancerZoneTwice,
  networkLoadBalancerWithoutSecurityGroups,
  resourceOfOtherRegion,
  targetAddressFamily,
  targetGroupInTwoLoadBalancers,
  targetGroupProtocol,
  targetGroupUnused,
  targetZoneWithoutLoadBalancer,
  udpOnDualstackNetworkBalancer,
] as const;
