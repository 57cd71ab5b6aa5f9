import { parse } from "node:path";
import { parseJson } from "../../base/untrusted-json.ts";
import {
  type NamedPlan,
  topologyOfPlan,
  topologyOfPlans,
} from "../../reach/from-terraform/topology-of-plan.ts";
import type { LeftOut, Topology } from "../../reach/topology/topology.ts";
import { findingAbout } from "../../reports/findings/finding.ts";
import { progressOf } from "../progress.ts";
import { readPlanFile } from "../read-plan-file.ts";
import { showFindings } from "../show-findings.ts";
import type { Terminal } from "../terminal.ts";

/**
 * Reads plans or states from files, or with `-` from standard input; null when there is none in one of them, which is said. Of
 * several, addresses begin with the name of the file: `module.hub` of `plans/hub.json`.
 */
export async function readPlanTopology(
  paths: readonly string[],
  terminal: Terminal,
): Promise<Topology | null> {
  const say = progressOf(terminal);
  const reader = { command: "reach", rule: "reach/not-a-plan", wanted: "plan or state" } as const;
  const plans: (NamedPlan & { readonly file: string })[] = [];
  for (const path of paths) {
    const { name, bytes, finding } = await readPlanFile(path, reader);
    if (bytes === null) {
      showFindings([finding], terminal);
      return null;
    }
    const json = terminal.whileDoing(`reading ${name}`, () => {
      say(`reading ${Math.round(bytes.length / MEGABYTE)} MB`);
      return parseJson(textOf(bytes));
    });
    plans.push({ name: moduleName(path, plans), file: name, json });
  }
  const [first, ...others] = plans;
  const read = terminal.whileDoing("making a network of it", () => {
    say("making a network of it");
    return others.length === 0 ? topologyOfPlan(first?.json) : topologyOfPlans(plans);
  });
  if (read.topology === null) {
    const { message, hint } = read.mistake;
    const of = "of" in read ? read.of : first?.name;
    const { file = "" } = plans.find(({ name }) => name === of) ?? {};
    showFindings([findingAbout(file, "reach/not-a-plan", message, hint)], terminal);
    return null;
  }
  const { leftOut } = read.topology;
  const more = leftOut.length - MOST_LEFT_OUT;
  terminal.err(leftOut.slice(0, MOST_LEFT_OUT).map(describe).join(""));
  if (more > 0) terminal.err(`left out: ${more} more; --format json lists them\n`);
  say("following packets");
  return read.topology;
}

/** A name that Terraform would take for a module, and none of the others has. */
function moduleName(path: string, others: readonly NamedPlan[]): string {
  const base = parse(path)
    .name.replace(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^(?![A-Za-z_])/, "_");
  const isTaken = (name: string) => others.some((one) => one.name === name);
  let name = base;
  for (let number = 2; isTaken(name); number++) name = `${base}-${number}`;
  return name;
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
