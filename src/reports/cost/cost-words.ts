import { datesOf, type Fact } from "../../aws/facts/fact.ts";
import type { Charge } from "../../aws/prices/price-of.ts";
import type { BreakEven } from "../../model/cost/break-evens.ts";
import type { CostSource } from "../../model/cost/cost-drivers.ts";
import { type CostItem, isHourly, type NetworkCost } from "../../model/cost/network-cost.ts";
import type { Saving } from "../../model/cost/savings.ts";
import type { Sum } from "../../model/cost/sum.ts";
import type { Uncounted } from "../../model/cost/uncounted.ts";

/** What stands for an amount that nobody knows. */
const NOT_KNOWN = "price not known here";

const CHARGES: Readonly<Record<Charge, string>> = {
  "public-ipv4-hour": "public IPv4 addresses",
  "nat-gateway-hour": "NAT gateways",
  "nat-gateway-gb": "data through NAT gateways",
  "cross-zone-gb": "data to a NAT gateway of another zone",
  "interface-endpoint-hour": "interface endpoints, each zone",
  "interface-endpoint-gb": "data through interface endpoints",
  "transit-gateway-attachment-hour": "transit gateway attachments",
  "network-firewall-endpoint-hour": "endpoints of Network Firewalls",
};

const SOURCES: Readonly<Record<CostSource, string>> = {
  "nat-gateways": "NAT gateways",
  "load-balancers": "load balancers",
  instances: "instances",
  databases: "databases",
  "vpc-endpoints": "VPC endpoints",
  "transit-gateway-attachments": "transit gateway attachments",
  "network-firewalls": "Network Firewalls",
};

/** What a line of the bill is for. */
export function whatOf({ charge, of }: Pick<CostItem, "charge" | "of">): string {
  return charge === "public-ipv4-hour" ? `${CHARGES[charge]} of ${SOURCES[of]}` : CHARGES[charge];
}

/** How much of it there is: `2`, `100 GB`. */
export function quantityOf({ charge, count }: Pick<CostItem, "charge" | "count">): string {
  return isHourly(charge) ? String(count) : `${gigabytes(count)} GB`;
}

/** The price of one: `$0.048/h`, `$0.048/GB`. */
export function priceText({ charge, price }: Pick<CostItem, "charge" | "price">): string {
  return price === null ? NOT_KNOWN : `$${price.dollars}/${isHourly(charge) ? "h" : "GB"}`;
}

/** An amount in dollars and cents. */
export function dollars(amount: number): string {
  return `$${amount.toFixed(2)}`;
}

/** A sum a month; `at least` where a price in it is not known. */
export function sumText({ dollars: amount, isComplete }: Sum): string {
  if (isComplete) return `${dollars(amount)} a month`;
  return amount === 0 ? NOT_KNOWN : `at least ${dollars(amount)} a month`;
}

/** GB as people write them: whole from ten on. */
function gigabytes(amount: number): string {
  return amount >= 10 ? amount.toFixed(0) : String(Number(amount.toFixed(2)));
}

/** What one saving is, with its condition. Names are as they are: escape them. */
export function savingText({ way, names, sum, tiers }: Saving): string {
  const list = names.join(", ");
  const worth = sumText(sum);
  switch (way) {
    case "nat-data":
      return `${worth} if all of it goes: data through NAT gateways. ${natDataAdvice(tiers)}`;
    case "nat-gateways":
      return `${worth}: NAT gateways ${list} with their addresses, once nothing calls an IPv4-only destination`;
    case "load-balancer-addresses":
      return `${worth}: ${list} with addressing dualstack-without-public-ipv4, where every client has IPv6 or comes by CloudFront`;
    case "instance-addresses":
      return `${worth}: the public IPv4 addresses of ${list}, where clients reach them over IPv6`;
    case "nat64-instances":
      return `${worth}: the public IPv4 addresses of ${list}, and what these hosts cost, once nothing calls an IPv4-only destination`;
  }
}

function natDataAdvice(tiers: readonly string[]): string {
  const free = "an egress-only internet gateway, which costs nothing";
  return tiers.length === 0
    ? `Each tier has ::/0 beside it: what is left goes to names without IPv6, and other names for the same may take ${free} (docs/destinations.md)`
    : `With a route ::/0 in ${tiers.join(", ")}, what goes to destinations with IPv6 leaves by ${free} (docs/destinations.md)`;
}

/** Where two ways cost the same, in a sentence. Names are as they are: escape them. */
export function breakEvenText(breakEven: BreakEven): string {
  switch (breakEven.kind) {
    case "nat-data-equals-nat-gateways":
      return `from ${gigabytes(breakEven.gb)} GB a month on, data through NAT (NAT64 too) costs more than the gateways and their addresses`;
    case "nat-equals-addresses": {
      const { hosts, gbForEachHost } = breakEven;
      return `NAT without data costs as much as a public IPv4 address for each of ${gigabytes(hosts)} hosts, and as one host more for each ${gigabytes(gbForEachHost)} GB a month`;
    }
    case "endpoint-equals-nat":
      return `from ${gigabytes(breakEven.gb)} GB a month on, an interface endpoint in ${breakEven.zones} ${breakEven.zones === 1 ? "zone" : "zones"} is cheaper than NAT (${breakEven.names.join(", ")}); a public name over IPv6 costs neither`;
    case "nat64-instances-equal-nat-gateways": {
      const { names, dollarsAnHour, dollarsAGb } = breakEven;
      const data = dollarsAGb === null ? "" : `, and $${dollarsAGb} for each GB`;
      return `a NAT gateway in the place of each of ${names.join(", ")} would cost $${dollarsAnHour} an hour${data}: an instance for NAT64 is the cheaper one where it costs less, with your work on it`;
    }
  }
}

const UNCOUNTED: Readonly<Record<Uncounted["what"], string>> = {
  "hosts-of-groups": "public IPv4 addresses of the hosts of auto scaling groups",
  tasks: "public IPv4 addresses of the tasks of ECS services",
  nodes: "public IPv4 addresses of the nodes of EKS node groups",
  "resolver-endpoints": "addresses of Resolver endpoints, by the hour, and the queries through them",
  "own-terraform": "what your own Terraform files make",
};

/** What is not in the bill although it costs. Names are as they are: escape them. */
export function uncountedText({ what, names }: Uncounted): string {
  return `${UNCOUNTED[what]}: ${names.join(", ")}`;
}

/** What every bill leaves out, and what it assumes. */
export function assumptionsOf({ hoursAMonth, natGb, items }: NetworkCost): readonly string[] {
  const usesNat = items.some(({ of }) => of === "nat-gateways");
  return [
    `a month has ${hoursAMonth} hours; US dollars, list prices, before taxes and discounts`,
    ...(usesNat
      ? [
          `assumed: ${gigabytes(natGb)} GB a month through all NAT gateways (--nat-gb), the same from each subnet`,
        ]
      : []),
    "not in it: data to the internet and between zones or regions, hosts, load balancers, databases, data through endpoints",
  ];
}

/** What a bill rests on, with its dates and where it is said. */
export function factText(fact: Fact): string {
  return `${fact.id}: ${datesOf(fact)}; ${fact.source}`;
}
