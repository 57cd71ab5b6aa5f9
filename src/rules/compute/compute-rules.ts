import { autoScalingFixedSize } from "./auto-scaling-fixed-size.ts";
import { autoScalingRecurrence } from "./auto-scaling-recurrence.ts";
import { autoScalingRequestCount } from "./auto-scaling-request-count.ts";
import { autoScalingTimeZone } from "./auto-scaling-time-zone.ts";
import { elasticIpInWrongTier } from "./elastic-ip-in-wrong-tier.ts";
import { fixedAddressOutsideSubnet } from "./fixed-address-outside-subnet.ts";
import { guestImdsIpv6Off } from "./guest-imds-ipv6-off.ts";
import { guestNat64Unused } from "./guest-nat64-unused.ts";
import { guestOsMismatch } from "./guest-os-mismatch.ts";
import { guestPackageMirrorArchitecture } from "./guest-package-mirror-architecture.ts";
import { iamPoliciesTooLong } from "./iam-policies-too-long.ts";
import { iamPolicyAllowsEverything } from "./iam-policy-allows-everything.ts";
import { iamPolicySidTwice } from "./iam-policy-sid-twice.ts";
import { iamPolicySourceIpIpv4 } from "./iam-policy-source-ip-ipv4.ts";
import { iamPolicyStatement } from "./iam-policy-statement.ts";
import { imdsIpv6OffInIpv6OnlySubnet } from "./imds-ipv6-off-in-ipv6-only-subnet.ts";
import { imdsTokensOptional } from "./imds-tokens-optional.ts";
import { instanceArchitectureAssumed } from "./instance-architecture-assumed.ts";
import { instanceMetadataTagKey } from "./instance-metadata-tag-key.ts";
import { instanceTypeUnknown } from "./instance-type-unknown.ts";
import { instanceTypeWithoutIpv6 } from "./instance-type-without-ipv6.ts";
import { ipv6AddressCountTooHigh } from "./ipv6-address-count-too-high.ts";
import { ipv6AddressCountWithFixedAddresses } from "./ipv6-address-count-with-fixed-addresses.ts";
import { ipv6AddressCountZero } from "./ipv6-address-count-zero.ts";
import { legacyDhcpv6NotNeeded } from "./legacy-dhcpv6-not-needed.ts";
import { macWithoutDedicatedHost } from "./mac-without-dedicated-host.ts";
import { nitroOnlyAddressOnXen } from "./nitro-only-address-on-xen.ts";
import { publicIpv4InIpv6OnlySubnet } from "./public-ipv4-in-ipv6-only-subnet.ts";
import { redHatInIpv6OnlySubnet } from "./red-hat-in-ipv6-only-subnet.ts";
import { rootVolumeIops } from "./root-volume-iops.ts";
import { ssmHostWithoutDualStackEndpoints } from "./ssm-host-without-dual-stack-endpoints.ts";
import { ssmHostWithoutWay } from "./ssm-host-without-way.ts";
import { tagCharacters } from "./tag-characters.ts";
import { tagsTooMany } from "./tags-too-many.ts";
import { userDataIpv4Literal } from "./user-data-ipv4-literal.ts";
import { userDataIpv4OnlyName } from "./user-data-ipv4-only-name.ts";
import { userDataNameUnverified } from "./user-data-name-unverified.ts";
import { userDataTooLong } from "./user-data-too-long.ts";
import { valueNewerThanKnown } from "./value-newer-than-known.ts";
import { valueUnknownToProvider } from "./value-unknown-to-provider.ts";
import { xenInIpv6OnlySubnet } from "./xen-in-ipv6-only-subnet.ts";
import { xenWithImdsIpv6 } from "./xen-with-imds-ipv6.ts";

/** The rules on compute, sorted by id. */
export const computeRules = [
  autoScalingFixedSize,
  autoScalingRecurrence,
  autoScalingRequestCount,
  autoScalingTimeZone,
  elasticIpInWrongTier,
  fixedAddressOutsideSubnet,
  guestImdsIpv6Off,
  guestNat64Unused,
  guestOsMismatch,
  guestPackageMirrorArchitecture,
  iamPoliciesTooLong,
  iamPolicyAllowsEverything,
  iamPolicySidTwice,
  iamPolicySourceIpIpv4,
  iamPolicyStatement,
  imdsIpv6OffInIpv6OnlySubnet,
  imdsTokensOptional,
  instanceArchitectureAssumed,
  instanceMetadataTagKey,
  instanceTypeUnknown,
  instanceTypeWithoutIpv6,
  ipv6AddressCountTooHigh,
  ipv6AddressCountWithFixedAddresses,
  ipv6AddressCountZero,
  legacyDhcpv6NotNeeded,
  macWithoutDedicatedHost,
  nitroOnlyAddressOnXen,
  publicIpv4InIpv6OnlySubnet,
  redHatInIpv6OnlySubnet,
  rootVolumeIops,
  ssmHostWithoutDualStackEndpoints,
  ssmHostWithoutWay,
  tagCharacters,
  tagsTooMany,
  userDataIpv4Literal,
  userDataIpv4OnlyName,
  userDataNameUnverified,
  userDataTooLong,
  valueNewerThanKnown,
  valueUnknownToProvider,
  xenInIpv6OnlySubnet,
  xenWithImdsIpv6,
] as const;
