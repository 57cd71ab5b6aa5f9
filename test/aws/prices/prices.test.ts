import { expect, it } from "vitest";
import { hourlyPrices } from "../../../src/aws/prices/hourly-prices.ts";
import { type Charge, HOURS_A_MONTH, priceOf } from "../../../src/aws/prices/price-of.ts";
import { knownRegions, regionsOfNewerProviders } from "../../../src/aws/regions.ts";

it.each<[Charge, string, number | null]>([
  ["public-ipv4-hour", "eu-west-1", 0.005],
  ["public-ipv4-hour", "ap-southeast-6", 0.005],
  ["public-ipv4-hour", "cn-north-1", null],
  ["public-ipv4-hour", "us-gov-west-1", null],
  ["nat-gateway-hour", "us-east-1", 0.045],
  ["nat-gateway-hour", "eu-west-1", 0.048],
  ["nat-gateway-hour", "sa-east-1", 0.093],
  ["nat-gateway-hour", "cn-north-1", null],
  ["nat-gateway-hour", "constructor", null],
  ["nat-gateway-gb", "us-east-2", 0.045],
  ["nat-gateway-gb", "eu-west-1", 0.048],
  ["nat-gateway-gb", "eu-central-1", null],
  ["cross-zone-gb", "us-east-1", 0.02],
  ["cross-zone-gb", "eu-west-1", null],
  ["interface-endpoint-hour", "eu-north-1", 0.0105],
  ["interface-endpoint-hour", "us-iso-east-1", null],
  ["interface-endpoint-gb", "eu-north-1", 0.01],
  ["interface-endpoint-gb", "us-gov-west-1", null],
  ["transit-gateway-attachment-hour", "us-east-1", 0.05],
  ["transit-gateway-attachment-hour", "eu-west-1", null],
  ["network-firewall-endpoint-hour", "us-east-1", null],
])("%s in %s costs %s: another region's price is never taken", (charge, region, dollars) => {
  const price = priceOf(charge, region);
  expect(price?.dollars ?? null).toBe(dollars);
  // Who says so is said too.
  if (price !== null) expect(price.fact.claim).toMatch(/\$/);
});

it("the table has regions that there are, and no price that is none", () => {
  const regions = [...knownRegions, ...regionsOfNewerProviders];
  expect(Object.keys(hourlyPrices).filter((region) => !regions.includes(region))).toEqual([]);
  expect(Object.keys(hourlyPrices).length).toBeGreaterThan(30);
  for (const { natGateway, interfaceEndpoint } of Object.values(hourlyPrices)) {
    expect(natGateway).toBeGreaterThan(0.04);
    expect(natGateway).toBeLessThan(0.1);
    expect(interfaceEndpoint).toBeGreaterThanOrEqual(0.01);
    expect(interfaceEndpoint).toBeLessThan(natGateway);
  }
});

it("a month has thirty days", () => {
  expect(HOURS_A_MONTH).toBe(30 * 24);
});
