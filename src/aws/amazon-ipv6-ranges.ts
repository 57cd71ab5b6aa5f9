/**
 * Where every IPv6 block lies that Amazon gives to VPCs: the ranges of ip-ranges.json of 2026-08-22, each
 * widened to the /24 that it is in, so that more of the same allocation changes nothing. Source: addressingFacts.amazonIpv6Ranges. Blocks of one's own (BYOIP) lie elsewhere.
 */
export const AMAZON_IPV6_RANGES: readonly string[] = [
  "2001:3f00::/24",
  "2400:6500::/24",
  "2400:6700::/24",
  "2400:7f00::/24",
  "2403:b300::/24",
  "2404:c200::/24",
  "2406:da00::/24",
  "2409:8c00::/24",
  "240f:8000::/24",
  "2600:1f00::/24",
  "2600:9000::/24",
  "2600:f000::/24",
  "2602:f700::/24",
  "2605:9c00::/24",
  "2605:b100::/24",
  "2606:f00::/24",
  "2606:7b00::/24",
  "2606:8100::/24",
  "2620:100::/24",
  "2804:800::/24",
  "2a01:500::/24",
  "2a05:d000::/24",
];
