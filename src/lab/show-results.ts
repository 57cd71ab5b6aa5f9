import type { NotModelled } from "./cloud/cloud.ts";
import type { TryResult } from "./run/run-tries.ts";

/** The ways of a try as people write them. */
export const WAYS = { ipv4: "IPv4", ipv6: "IPv6", nat64: "NAT64" } as const;

/** What arrived, by source and destination, as text: one line for each pair and way that carries something. */
export function showResults(results: readonly TryResult[]): string {
  const sources = [...new Set(results.map(({ from }) => from))];
  const parts = sources.map((source) => {
    const own = results.filter(({ from, outcome }) => from === source && outcome === "arrived");
    const lines = linesOf(own);
    return [source, ...(lines.length === 0 ? ["  reaches nothing"] : lines)].join("\n");
  });
  return `${[...parts, countsOf(results)].join("\n\n")}\n`;
}

/** What the laboratory leaves out, as text; empty when it leaves out nothing. */
export function showNotModelled(all: readonly NotModelled[]): string {
  return all.map(({ address, why }) => `not modelled: ${address}: ${why}\n`).join("");
}

function linesOf(arrived: readonly TryResult[]): readonly string[] {
  const byPair = new Map<string, string[]>();
  for (const { to, family, protocol, port } of arrived) {
    const pair = `${to} ${WAYS[family]}`;
    byPair.set(pair, [...(byPair.get(pair) ?? []), port === null ? "echo" : `${protocol}/${port}`]);
  }
  const width = Math.max(0, ...[...byPair.keys()].map(({ length }) => length));
  return [...byPair].map(([pair, ports]) => `  ${pair.padEnd(width)}  ${ports.join(" ")}`);
}

function countsOf(results: readonly TryResult[]): string {
  const count = (outcome: TryResult["outcome"]) => results.filter((one) => one.outcome === outcome).length;
  return [
    `${results.length} tried: ${count("arrived")} arrived`,
    `${count("refused")} refused`,
    `${count("timeout")} without an answer`,
    `${count("no-address")} without an address`,
  ].join(", ");
}
