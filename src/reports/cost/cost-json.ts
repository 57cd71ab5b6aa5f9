import type { NetworkCost } from "../../model/cost/network-cost.ts";
import { stringifySafely } from "../findings/render-findings.ts";

/** The bills of networks for programs, as `docs/cost.schema.json` describes them. */
export function renderCostsJson(costs: readonly NetworkCost[]): string {
  const stacks = costs.map(({ items, facts, ...cost }) => ({
    ...cost,
    facts: facts.map(({ since: _, ...fact }) => fact),
    items: items.map(({ price, ...item }) => ({
      ...item,
      price: price === null ? null : { dollars: price.dollars, fact: price.fact.id },
    })),
  }));
  return `${stringifySafely({ version: 1, currency: "USD", stacks })}\n`;
}
