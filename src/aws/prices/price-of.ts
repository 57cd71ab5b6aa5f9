import type { Fact } from "../facts/fact.ts";
import { priceFacts } from "../facts/prices.ts";
import { routingFacts } from "../facts/routing.ts";
import { partitionOf } from "../partitions.ts";
import { hourlyPrices } from "./hourly-prices.ts";
import { publicIpv4Price } from "./public-ipv4-price.ts";

/** What AWS charges for, by the hour or by the GB. */
export type Charge =
  | "public-ipv4-hour"
  | "nat-gateway-hour"
  | "nat-gateway-gb"
  | "cross-zone-gb"
  | "interface-endpoint-hour"
  | "interface-endpoint-gb"
  | "transit-gateway-attachment-hour"
  | "network-firewall-endpoint-hour";

/** A price with the evidence for it. */
export interface Price {
  /** US dollars for one hour or one GB. */
  readonly dollars: number;
  readonly fact: Fact;
}

/** A month, as AWS's examples count it: 30 days. */
export const HOURS_A_MONTH = publicIpv4Price.hoursAMonth;

const NAT_GATEWAY_GB: ReadonlyMap<string, number> = new Map([
  ["us-east-1", 0.045],
  ["us-east-2", 0.045],
  ["eu-west-1", 0.048],
]);

/** A GB that crosses zones leaves one and enters another. */
const CROSS_ZONE_GB: ReadonlyMap<string, number> = new Map([["us-east-1", 2 * 0.01]]);

const TRANSIT_GATEWAY_ATTACHMENT_HOUR: ReadonlyMap<string, number> = new Map([
  ["us-east-1", 0.05],
  ["us-east-2", 0.05],
]);

/** What AWS charges in a region; null where no source tells: never another region's price. */
export function priceOf(charge: Charge, region: string): Price | null {
  switch (charge) {
    case "public-ipv4-hour":
      return inCommercial(region, publicIpv4Price.dollarsAnHour, publicIpv4Price.fact);
    case "nat-gateway-hour":
      return priced(hourlyIn(region)?.natGateway, priceFacts.natGatewayHours);
    case "nat-gateway-gb":
      return priced(NAT_GATEWAY_GB.get(region), routingFacts.natGatewayPrice);
    case "cross-zone-gb":
      return priced(CROSS_ZONE_GB.get(region), priceFacts.crossZoneData);
    case "interface-endpoint-hour":
      return priced(hourlyIn(region)?.interfaceEndpoint, priceFacts.interfaceEndpointHours);
    case "interface-endpoint-gb":
      return inCommercial(region, 0.01, priceFacts.interfaceEndpointData);
    case "transit-gateway-attachment-hour":
      return priced(TRANSIT_GATEWAY_ATTACHMENT_HOUR.get(region), priceFacts.transitGatewayAttachmentHours);
    case "network-firewall-endpoint-hour":
      // No source that can be held against AWS's page was found.
      return null;
  }
}

function hourlyIn(region: string) {
  return Object.hasOwn(hourlyPrices, region) ? hourlyPrices[region] : undefined;
}

/** What the sources say of every region they mean of the commercial ones. */
function inCommercial(region: string, dollars: number, fact: Fact): Price | null {
  return partitionOf(region) === "aws" ? { dollars, fact } : null;
}

function priced(dollars: number | undefined, fact: Fact): Price | null {
  return dollars === undefined ? null : { dollars, fact };
}
