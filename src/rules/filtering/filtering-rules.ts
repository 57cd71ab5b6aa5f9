import { defaultNetworkAclEmptied } from "./default-network-acl-emptied.ts";
import { defaultSecurityGroupEmptied } from "./default-security-group-emptied.ts";
import { networkAclBlocksPacketTooBig } from "./network-acl-blocks-packet-too-big.ts";
import { networkAclIcmpFamily } from "./network-acl-icmp-family.ts";
import { networkAclIcmpWithoutType } from "./network-acl-icmp-without-type.ts";
import { networkAclIpv4WithoutIpv6Twin } from "./network-acl-ipv4-without-ipv6-twin.ts";
import { networkAclOnWrongFamily } from "./network-acl-on-wrong-family.ts";
import { networkAclPortsMissing } from "./network-acl-ports-missing.ts";
import { networkAclPortsOnIcmp } from "./network-acl-ports-on-icmp.ts";
import { networkAclProtocolName } from "./network-acl-protocol-name.ts";
import { networkAclReturnTrafficMissing } from "./network-acl-return-traffic-missing.ts";
import { networkAclRuleNumberTooHigh } from "./network-acl-rule-number-too-high.ts";
import { networkAclRuleNumberTwice } from "./network-acl-rule-number-twice.ts";
import { networkAclTooManyEntries } from "./network-acl-too-many-entries.ts";
import { portRangeInverted } from "./port-range-inverted.ts";
import { prefixListFamily } from "./prefix-list-family.ts";
import { prefixListTooManyEntries } from "./prefix-list-too-many-entries.ts";
import { securityGroupIcmpFamily } from "./security-group-icmp-family.ts";
import { securityGroupIpv4WithoutIpv6Twin } from "./security-group-ipv4-without-ipv6-twin.ts";
import { securityGroupNoEgress } from "./security-group-no-egress.ts";
import { securityGroupOfOtherVpc } from "./security-group-of-other-vpc.ts";
import { securityGroupOpenToWorld } from "./security-group-open-to-world.ts";
import { securityGroupPortsIgnored } from "./security-group-ports-ignored.ts";
import { securityGroupPortsMissing } from "./security-group-ports-missing.ts";
import { securityGroupProtocolUnknown } from "./security-group-protocol-unknown.ts";
import { securityGroupTooManyRules } from "./security-group-too-many-rules.ts";
import { subnetInTwoNetworkAcls } from "./subnet-in-two-network-acls.ts";

/** The rules on filtering, sorted by id. */
export const filteringRules = [
  defaultNetworkAclEmptied,
  defaultSecurityGroupEmptied,
  networkAclBlocksPacketTooBig,
  networkAclIcmpFamily,
  networkAclIcmpWithoutType,
  networkAclIpv4WithoutIpv6Twin,
  networkAclOnWrongFamily,
  networkAclPortsMissing,
  networkAclPortsOnIcmp,
  networkAclProtocolName,
  networkAclReturnTrafficMissing,
  networkAclRuleNumberTooHigh,
  networkAclRuleNumberTwice,
  networkAclTooManyEntries,
  portRangeInverted,
  prefixListFamily,
  prefixListTooManyEntries,
  securityGroupIcmpFamily,
  securityGroupIpv4WithoutIpv6Twin,
  securityGroupNoEgress,
  securityGroupOfOtherVpc,
  securityGroupOpenToWorld,
  securityGroupPortsIgnored,
  securityGroupPortsMissing,
  securityGroupProtocolUnknown,
  securityGroupTooManyRules,
  subnetInTwoNetworkAcls,
] as const;
