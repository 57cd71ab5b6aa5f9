/**
 * The Local Zones whose subnets can have IPv6, as AWS lists them.
 * Source: https://docs.aws.amazon.com/local-zones/latest/ug/how-local-zones-work.html, checked 2026-11-30.
 */
export const localZonesWithIpv6: readonly string[] = [
  "us-east-1-atl-2a",
  "us-east-1-chi-2a",
  "us-east-1-dfw-2a",
  "us-east-1-iah-2a",
  "us-east-1-mia-2a",
  "us-east-1-nyc-2a",
  "us-west-2-lax-1a",
  "us-west-2-lax-1b",
  "us-west-2-phx-2a",
];
