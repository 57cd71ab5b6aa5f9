import type { Fact } from "../../aws/facts/fact.ts";
import { type Charge, HOURS_A_MONTH, type Price, priceOf } from "../../aws/prices/price-of.ts";
import type { Network } from "../types/network.ts";
import { type BreakEven, breakEvens } from "./break-evens.ts";
import { type CostDriver, costDrivers } from "./cost-drivers.ts";
import { costFacts } from "./cost-facts.ts";
import { type Saving, savings } from "./savings.ts";
import { exact, type Sum, sumOf } from "./sum.ts";
import { type Uncounted, uncounted } from "./uncounted.ts";

/** What a network costs a month, as far as its shape decides it. US dollars. */
export interface NetworkCost {
  readonly stack: string;
  readonly region: string;
  readonly hoursAMonth: number;
  /** The assumption: GB a month through all NAT gateways. */
  readonly natGb: number;
  readonly items: readonly CostItem[];
  readonly total: Sum;
  /** What the same network costs without its IPv4-only ways. */
  readonly savings: readonly Saving[];
  /** The total with every saving; complete when each price is known. */
  readonly withIpv6: Sum;
  readonly breakEvens: readonly BreakEven[];
  /** What costs too, and nobody can count before it runs. */
  readonly uncounted: readonly Uncounted[];
  /** What it rests on. */
  readonly facts: readonly Fact[];
}

/** One line of the bill. */
export interface CostItem extends CostDriver {
  /** Null: the price in the region is not known. */
  readonly price: Price | null;
  readonly dollarsAMonth: number | null;
}

/** What a network costs, with so many GB a month through its NAT gateways. */
export function costOf(network: Network, natGb: number): NetworkCost {
  const items = costDrivers(network, natGb).map((driver) => itemOf(driver, network.region));
  const total = sumOf(items);
  const ways = savings(network, items);
  const saved = ways.reduce((sum, { sum: { dollars } }) => sum + dollars, 0);
  return {
    stack: network.name,
    region: network.region,
    hoursAMonth: HOURS_A_MONTH,
    natGb,
    items,
    total,
    savings: ways,
    withIpv6: { dollars: exact(total.dollars - saved), isComplete: total.isComplete },
    breakEvens: breakEvens(network, items),
    uncounted: uncounted(network),
    facts: costFacts(network, items, ways),
  };
}

function itemOf(driver: CostDriver, region: string): CostItem {
  const price = priceOf(driver.charge, region);
  const units = isHourly(driver.charge) ? driver.count * HOURS_A_MONTH : driver.count;
  return { ...driver, price, dollarsAMonth: price === null ? null : exact(units * price.dollars) };
}

/** True for what is charged for by the hour, false for what is by the GB. */
export function isHourly(charge: Charge): boolean {
  return charge.endsWith("-hour");
}
