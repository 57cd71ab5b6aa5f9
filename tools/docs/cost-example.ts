import { readFileSync } from "node:fs";
import picocolors from "picocolors";
import { costOf } from "../../src/model/cost/network-cost.ts";
import { compile } from "../../src/pipeline.ts";
import { renderCosts } from "../../src/reports/cost/cost-text.ts";
import { codeBlock } from "../../src/reports/reference/markdown.ts";

const FILE = "blueprints/nat64-playground.yaml";

/** What `hextet cost` says of a blueprint, as `docs/cost.md` shows it. */
export function renderCostExample(): string {
  const text = readFileSync(new URL(`../../${FILE}`, import.meta.url), "utf8");
  const { networks } = compile([{ file: FILE, text }], "2026-01-01");
  const costs = networks.map((network) => costOf(network, 100));
  const shown = renderCosts(costs, picocolors.createColors(false), 100);
  return codeBlock("", shown.trimEnd().split("\n")).join("\n");
}
