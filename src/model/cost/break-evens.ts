import { HOURS_A_MONTH, priceOf } from "../../aws/prices/price-of.ts";
import { nat64Ways } from "../routing/nat64-ways.ts";
import type { Network } from "../types/network.ts";
import type { CostDriver } from "./cost-drivers.ts";
import { exact, sumOf } from "./sum.ts";

/** Where two ways cost the same. Dollars and GB a month. */
export type BreakEven =
  /** Data through the NAT gateways, NAT64 or not, costs as much as the gateways and their addresses. */
  | { readonly kind: "nat-data-equals-nat-gateways"; readonly gb: number }
  /** The gateways cost as much as a public IPv4 address for each of so many hosts, one host more for each so many GB. */
  | { readonly kind: "nat-equals-addresses"; readonly hosts: number; readonly gbForEachHost: number }
  /** From so many GB through it an interface endpoint is cheaper than the NAT gateway; each of those that have so many zones. */
  | {
      readonly kind: "endpoint-equals-nat";
      /** Names in the blueprint, sorted. */
      readonly names: readonly string[];
      readonly zones: number;
      readonly gb: number;
    }
  /** A NAT gateway for each of these instances, which translate, costs so much an hour and so much a GB; an address each has. */
  | {
      readonly kind: "nat64-instances-equal-nat-gateways";
      /** Names in the blueprint, sorted. */
      readonly names: readonly string[];
      readonly dollarsAnHour: number;
      /** Null: no price is known. */
      readonly dollarsAGb: number | null;
    };

/** A line of the bill. */
type Item = CostDriver & { readonly dollarsAMonth: number | null };

/** Where the network's ways break even; nothing where a price is not known, or there is neither a NAT gateway nor a NAT64. */
export function breakEvens(network: Network, items: readonly Item[]): readonly BreakEven[] {
  return [...natBreakEvens(network, items), ...nat64InstanceBreakEvens(network)];
}

function nat64InstanceBreakEvens(network: Network): readonly BreakEven[] {
  const names = [...new Set(nat64Ways(network).map(({ instance }) => instance.name))].sort();
  const hour = priceOf("nat-gateway-hour", network.region);
  if (names.length === 0 || hour === null) return [];
  const dollarsAGb = priceOf("nat-gateway-gb", network.region)?.dollars ?? null;
  return [{ kind: "nat64-instances-equal-nat-gateways", names, dollarsAnHour: hour.dollars, dollarsAGb }];
}

function natBreakEvens(network: Network, items: readonly Item[]): readonly BreakEven[] {
  const fixed = sumOf(items.filter(({ of, charge }) => of === "nat-gateways" && charge.endsWith("-hour")));
  const gbPrice = priceOf("nat-gateway-gb", network.region);
  if (fixed.dollars === 0 || !fixed.isComplete || gbPrice === null) return [];
  const data: BreakEven = {
    kind: "nat-data-equals-nat-gateways",
    gb: exact(fixed.dollars / gbPrice.dollars),
  };
  // A private gateway leads to other networks, where neither an address nor an endpoint leads.
  if (network.natGateways.some(({ connectivityType }) => connectivityType === "private")) return [data];
  const address = priceOf("public-ipv4-hour", network.region);
  return [
    data,
    ...(address === null ? [] : [comparedToAddresses(fixed.dollars, gbPrice.dollars, address.dollars)]),
    ...endpointBreakEvens(network, gbPrice.dollars),
  ];
}

function comparedToAddresses(fixed: number, gbPrice: number, hourPrice: number): BreakEven {
  const address = hourPrice * HOURS_A_MONTH;
  return {
    kind: "nat-equals-addresses",
    hosts: exact(fixed / address),
    gbForEachHost: exact(address / gbPrice),
  };
}

function endpointBreakEvens({ region, vpcEndpoints }: Network, natGbPrice: number): readonly BreakEven[] {
  const hour = priceOf("interface-endpoint-hour", region);
  const gb = priceOf("interface-endpoint-gb", region);
  if (hour === null || gb === null || gb.dollars >= natGbPrice) return [];
  const counted = vpcEndpoints.flatMap(({ name, type }) =>
    type.kind === "interface" ? [{ name, zones: type.subnets.length }] : [],
  );
  return [...new Set(counted.map(({ zones }) => zones))]
    .sort((one, other) => one - other)
    .map((zones) => ({
      kind: "endpoint-equals-nat",
      names: counted.filter((one) => one.zones === zones).map(({ name }) => name),
      zones,
      gb: exact((hour.dollars * HOURS_A_MONTH * zones) / (natGbPrice - gb.dollars)),
    }));
}
