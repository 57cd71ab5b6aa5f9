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
import { ipamWithoutOwnRegion } from "./ipam-without-own-region.ts";
import { privateIpv6BlockToInternet } from "./private-ipv6-block-to-internet.ts";

/** The rules on ipam, sorted by id. */
export const ipamRules = [
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
  ipamWithoutOwnRegion,
  privateIpv6BlockToInternet,
] as const;
