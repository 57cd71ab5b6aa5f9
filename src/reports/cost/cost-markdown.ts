import type { CostItem, NetworkCost } from "../../model/cost/network-cost.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { escapePlain } from "../reference/markdown.ts";
import {
  assumptionsOf,
  breakEvenText,
  dollars,
  factText,
  priceText,
  quantityOf,
  savingText,
  sumText,
  uncountedText,
  whatOf,
} from "./cost-words.ts";

/** The bills of networks as Markdown, for a page or a comment. */
export function renderCostsMarkdown(costs: readonly NetworkCost[]): string {
  return `${costs.flatMap(section).join("\n").trimEnd()}\n`;
}

function section(cost: NetworkCost): readonly string[] {
  const list = (title: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [`**${title}**`, "", ...texts.map((text) => `- ${plain(text)}`), ""];
  const remain = `all of it: ${sumText(cost.withIpv6)} remain`;
  return [
    `## ${plain(`${cost.stack} in ${cost.region}: ${sumText(cost.total)}`)}`,
    "",
    ...(cost.items.length === 0 ? ["Nothing that is counted here costs anything.", ""] : table(cost.items)),
    ...list("IPv6 saves", cost.savings.length === 0 ? [] : [...cost.savings.map(savingText), remain]),
    ...list("Breaks even", cost.breakEvens.map(breakEvenText)),
    ...list("Not counted", cost.uncounted.map(uncountedText)),
    ...list("How it is counted", [...assumptionsOf(cost), ...cost.facts.map(factText)]),
  ];
}

function table(items: readonly CostItem[]): readonly string[] {
  return [
    "| how many | what | price | a month | names |",
    "|--:|---|--:|--:|---|",
    ...items.map((item) => {
      const amount = item.dollarsAMonth === null ? "?" : dollars(item.dollarsAMonth);
      const cells = [quantityOf(item), whatOf(item), priceText(item), amount, item.names.join(", ")];
      return `| ${cells.map(plain).join(" | ")} |`;
    }),
    "",
  ];
}

function plain(text: string): string {
  return escapePlain(escapeUnsafe(text)).replaceAll("@", "&#64;");
}
