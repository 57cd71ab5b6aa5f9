import { additionalIpv6BlockBorderGroup } from "./additional-ipv6-block-border-group.ts";
import { cidrHostBits } from "./cidr-host-bits.ts";
import { cidrNotCanonical } from "./cidr-not-canonical.ts";
import { existingSubnetIpv6Only } from "./existing-subnet-ipv6-only.ts";
import { fixedAddressReserved } from "./fixed-address-reserved.ts";
import { fixedAddressTwice } from "./fixed-address-twice.ts";
import { ipamSizeOrCidr } from "./ipam-size-or-cidr.ts";
import { ipv4OnlySubnetWithIpv6Settings } from "./ipv4-only-subnet-with-ipv6-settings.ts";
import { ipv6AddressInIpv4OnlySubnet } from "./ipv6-address-in-ipv4-only-subnet.ts";
import { ipv6BlockOfOtherBorderGroup } from "./ipv6-block-of-other-border-group.ts";
import { ipv6OnlySubnetWithIpv4Settings } from "./ipv6-only-subnet-with-ipv4-settings.ts";
import { ipv6OnlySubnetWithoutAssignment } from "./ipv6-only-subnet-without-assignment.ts";
import { ipv6WithoutVpcBlock } from "./ipv6-without-vpc-block.ts";
import { localZoneWithoutIpv6 } from "./local-zone-without-ipv6.ts";
import { networkBorderGroupOfOtherRegion } from "./network-border-group-of-other-region.ts";
import { publicIpv4AddressCharge } from "./public-ipv4-address-charge.ts";
import { regionUnknown } from "./region-unknown.ts";
import { routeFamilyMissingInSubnet } from "./route-family-missing-in-subnet.ts";
import { sameVpcSubnetsOverlap } from "./same-vpc-subnets-overlap.ts";
import { serviceNotInLocalZone } from "./service-not-in-local-zone.ts";
import { slotOutOfRange } from "./slot-out-of-range.ts";
import { slotOverlap } from "./slot-overlap.ts";
import { subnetIpv4OutsideVpc } from "./subnet-ipv4-outside-vpc.ts";
import { subnetIpv4Overlap } from "./subnet-ipv4-overlap.ts";
import { subnetIpv4PrefixLength } from "./subnet-ipv4-prefix-length.ts";
import { subnetIpv6Overlap } from "./subnet-ipv6-overlap.ts";
import { subnetIpv6PrefixLength } from "./subnet-ipv6-prefix-length.ts";
import { subnetIpv6PrefixNot64 } from "./subnet-ipv6-prefix-not-64.ts";
import { vpcIpv4BlockRestricted } from "./vpc-ipv4-block-restricted.ts";
import { vpcIpv4BlocksOverlap } from "./vpc-ipv4-blocks-overlap.ts";
import { vpcIpv4PrefixLength } from "./vpc-ipv4-prefix-length.ts";
import { vpcIpv6BlockNotRoutable } from "./vpc-ipv6-block-not-routable.ts";
import { vpcIpv6PrefixLength } from "./vpc-ipv6-prefix-length.ts";

/** The rules on addressing, sorted by id. */
export const addressingRules = [
  additionalIpv6BlockBorderGroup,
  cidrHostBits,
  cidrNotCanonical,
  existingSubnetIpv6Only,
  fixedAddressReserved,
  fixedAddressTwice,
  ipamSizeOrCidr,
  ipv4OnlySubnetWithIpv6Settings,
  ipv6AddressInIpv4OnlySubnet,
  ipv6BlockOfOtherBorderGroup,
  ipv6OnlySubnetWithIpv4Settings,
  ipv6OnlySubnetWithoutAssignment,
  ipv6WithoutVpcBlock,
  localZoneWithoutIpv6,
  networkBorderGroupOfOtherRegion,
  publicIpv4AddressCharge,
  regionUnknown,
  routeFamilyMissingInSubnet,
  sameVpcSubnetsOverlap,
  serviceNotInLocalZone,
  slotOutOfRange,
  slotOverlap,
  subnetIpv4OutsideVpc,
  subnetIpv4Overlap,
  subnetIpv4PrefixLength,
  subnetIpv6Overlap,
  subnetIpv6PrefixLength,
  subnetIpv6PrefixNot64,
  vpcIpv4BlockRestricted,
  vpcIpv4BlocksOverlap,
  vpcIpv4PrefixLength,
  vpcIpv6BlockNotRoutable,
  vpcIpv6PrefixLength,
] as const;
