import type { CostItem, NetworkCost } from "../../model/cost/network-cost.ts";
import type { Colors } from "../colors.ts";
import { escapeUnsafe, screenWidth } from "../findings/terminal-text.ts";
import { wrapText } from "../wrap-line.ts";
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

/** The bills of networks for a terminal of so many columns. */
export function renderCosts(costs: readonly NetworkCost[], colors: Colors, columns: number): string {
  return costs.map((cost) => `${renderCost(cost, colors, columns).join("\n")}\n`).join("\n");
}

function renderCost(cost: NetworkCost, colors: Colors, columns: number): readonly string[] {
  const list = (title: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : ["", colors.bold(title), ...texts.flatMap((text) => bullet(text, columns))];
  return [
    ...wrapText(escapeUnsafe(`${cost.stack} in ${cost.region}: ${sumText(cost.total)}`), "", columns).map(
      colors.bold,
    ),
    ...(cost.items.length === 0 ? ["", "nothing that is counted here costs anything"] : []),
    ...renderItems(cost, colors, columns),
    ...list("IPv6 saves", cost.savings.map(savingText)),
    ...(cost.savings.length === 0 ? [] : bullet(`all of it: ${sumText(cost.withIpv6)} remain`, columns)),
    ...list("breaks even", cost.breakEvens.map(breakEvenText)),
    ...list("not counted", cost.uncounted.map(uncountedText)),
    ...list("how it is counted", [...assumptionsOf(cost), ...cost.facts.map(factText)]).map(colors.dim),
  ];
}

function bullet(text: string, columns: number): readonly string[] {
  const [first = "", ...others] = wrapText(escapeUnsafe(text), "    ", columns);
  return [`  - ${first.trimStart()}`, ...others];
}

/** A table where it fits, else each line of the bill in lines of its own. */
function renderItems({ items }: NetworkCost, colors: Colors, columns: number): readonly string[] {
  if (items.length === 0) return [];
  const rows = items.map((item) => [
    quantityOf(item),
    whatOf(item),
    priceText(item),
    amountOf(item),
    escapeUnsafe(item.names.join(", ")),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => screenWidth(row[column] ?? ""))));
  const fixed = widths.reduce((sum, width) => sum + width + 2, 2);
  const width = columns - fixed;
  if (width >= 12) return ["", ...rows.flatMap((row) => tableRow(row, widths, fixed, columns))];
  return [
    "",
    ...items.flatMap((item) => [
      ...wrapText(`${amountOf(item)}  ${whatOf(item)}`, "  ", columns),
      ...wrapText(
        `${quantityOf(item)} at ${priceText(item)}: ${escapeUnsafe(item.names.join(", "))}`,
        "      ",
        columns,
      ).map(colors.dim),
    ]),
  ];
}

function tableRow(
  row: readonly string[],
  widths: readonly number[],
  fixed: number,
  columns: number,
): readonly string[] {
  const cells = widths.map((width, column) => {
    const text = row[column] ?? "";
    const gap = " ".repeat(width - screenWidth(text));
    return column === 1 ? text + gap : gap + text;
  });
  const [first = "", ...others] = wrapText(row[4] ?? "", " ".repeat(fixed), columns);
  return [`  ${cells.join("  ")}  ${first.trimStart()}`.trimEnd(), ...others];
}

function amountOf({ dollarsAMonth }: CostItem): string {
  return dollarsAMonth === null ? "?" : dollars(dollarsAMonth);
}
