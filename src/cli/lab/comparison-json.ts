import type { NotModelled } from "../../lab/cloud/cloud.ts";
import { stringifySafely } from "../../reports/findings/render-findings.ts";
import type { Comparison } from "./compare-reach-with-lab.ts";

/** A comparison as JSON: `docs/lab.schema.json`. Within version 1 keys are only added. */
export function comparisonJson(
  stack: string,
  { disagreements, counts, leftOut, unknown, names, results }: Comparison,
  notModelled: readonly NotModelled[],
): string {
  const tries = results.map(({ from, to, family, protocol, port, outcome }) => ({
    source: from,
    destination: to,
    family,
    protocol,
    port,
    outcome,
  }));
  const told = { stack, disagreements, counts, leftOut, unknown, names, notModelled, tries };
  return `${stringifySafely({ version: 1, ...told })}\n`;
}
