import type { Fact } from "../../aws/facts/fact.ts";
import { priceFacts } from "../../aws/facts/prices.ts";
import type { Price } from "../../aws/prices/price-of.ts";
import { nat64Ways } from "../routing/nat64-ways.ts";
import type { Network } from "../types/network.ts";
import type { Saving } from "./savings.ts";

/** What a bill rests on: each fact once, those of its prices first. */
export function costFacts(
  network: Network,
  items: readonly { readonly price: Price | null }[],
  savings: readonly Saving[],
): readonly Fact[] {
  const facts = [
    ...items.flatMap(({ price }) => (price === null ? [] : [price.fact])),
    ...(network.natGateways.some(({ tier }) => tier === null) ? [priceFacts.regionalNatGatewayHours] : []),
    ...(nat64Ways(network).length > 0 ? [priceFacts.natGatewayHours] : []),
    ...(savings.some(({ way }) => way === "nat-data") ? [priceFacts.egressOnlyGatewayIsFree] : []),
  ];
  return facts.filter((fact, index) => facts.findIndex(({ id }) => id === fact.id) === index);
}
