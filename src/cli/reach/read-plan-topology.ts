import { parseJson } from "../../base/untrusted-json.ts";
import { topologyOfPlan } from "../../reach/from-terraform/topology-of-plan.ts";
import type { LeftOut, Topology } from "../../reach/topology/topology.ts";
import { findingAboutFile } from "../../reports/findings/finding.ts";
import { progressOf } from "../progress.ts";
import { readPlanFile } from "../read-plan-file.ts";
import { showFindings } from "../show-findings.ts";
import type { Terminal } from "../terminal.ts";

/** Reads a plan or state from a file, or with `-` from standard input; null when there is none in it, which is said. */
export async function readPlanTopology(path: string, terminal: Terminal): Promise<Topology | null> {
  const say = progressOf(terminal);
  const reader = { command: "reach", rule: "reach/not-a-plan", wanted: "plan or state" } as const;
  const { name, bytes, finding } = await readPlanFile(path, reader);
  if (bytes === null) {
    showFindings([finding], terminal);
    return null;
  }
  const read = terminal.whileDoing(`reading ${name}`, () => {
    say(`reading ${Math.round(bytes.length / MEGABYTE)} MB`);
    const json = parseJson(textOf(bytes));
    say("making a network of it");
    return topologyOfPlan(json);
  });
  if (read.topology === null) {
    const { message, hint } = read.mistake;
    showFindings([findingAboutFile(name, "reach/not-a-plan", message, hint)], terminal);
    return null;
  }
  const { leftOut } = read.topology;
  const more = leftOut.length - MOST_LEFT_OUT;
  terminal.err(leftOut.slice(0, MOST_LEFT_OUT).map(describe).join(""));
  if (more > 0) terminal.err(`left out: ${more} more; --format json lists them\n`);
  say("following packets");
  return read.topology;
}

const MEGABYTE = 1e6;

/** Of what was left out; a state of fifty thousand rules of groups elsewhere would fill the screen. */
const MOST_LEFT_OUT = 100;

/** PowerShell's `>` writes UTF-16. */
function textOf(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(bytes);
}

/** As a JSON text: an address holds keys of anybody's choice. */
function describe({ place, why }: LeftOut): string {
  const where = place.kind === "terraform" ? place.address : "the blueprint";
  return `left out: ${JSON.stringify(where).slice(1, -1)}: ${why}\n`;
}
