import { WAYS } from "../../lab/show-results.ts";
import type { NameDisagreement } from "./compare-names.ts";
import type { Comparison, Disagreement } from "./compare-reach-with-lab.ts";

/** Where reach and packets disagree, what was not compared, and how many connections were, as text. */
export function showComparison({ disagreements, leftOut, unknown, counts, names }: Comparison): string {
  const lines = [
    ...leftOut.map(({ address, why }) => `not compared: ${address}: ${why}`),
    ...unknown.map((reason) => `unknown to reach: ${reason}`),
    ...disagreements.flatMap(disagreementLines),
    ...names.disagreements.map(nameLine),
    `names: ${names.agreed} answered alike, ${names.disagreements.length} disagree, ${names.unknown} unknown to reach`,
    `compared with hextet reach: ${counts.arrive} arrive, ${counts.lost} do not, ${disagreements.length} disagree, ` +
      `${counts.unsure} unknown to reach, ${counts.leftOut} not compared`,
  ];
  return `${lines.join("\n")}\n`;
}

function nameLine({ source, name, family, reach, answer }: NameDisagreement): string {
  const record = family === "ipv6" ? "AAAA" : "A";
  const said = (all: readonly string[] | null) =>
    all === null || all.length === 0 ? "nothing" : all.join(" ");
  return `disagree: ${source} asks for ${name} ${record}: reach says ${said(reach)}, the resolver ${said(answer)}`;
}

function disagreementLines(one: Disagreement): readonly string[] {
  const { source, destination, family, protocol, port, reach, packets, reason } = one;
  const what = port === null ? "echo" : `${protocol}/${port}`;
  const said = reach === "yes" ? "reaches" : "is blocked";
  const head = `disagree: ${source} > ${destination} ${WAYS[family]} ${what}: reach says ${said}, packets: ${packets}`;
  return reason === null ? [head] : [head, `  reach: ${reason}`];
}
