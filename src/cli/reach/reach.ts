import { destinations } from "../../aws/destinations/destinations.ts";
import { asApplied } from "../../model/migration/as-applied.ts";
import { topologyOf } from "../../reach/from-network/topology-of.ts";
import { indexTopology } from "../../reach/walk/index-topology.ts";
import { NO_COLORS } from "../../reports/colors.ts";
import { exitCodeOf, type Options, pathsOr } from "../commands.ts";
import { compileAt } from "../compile-at.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { findUnwritable } from "../find-unwritable.ts";
import { showFindings } from "../show-findings.ts";
import type { Terminal } from "../terminal.ts";
import { writeWhole } from "../write-whole.ts";
import { answerOf, type FollowedStack } from "./reach-answer.ts";
import type { ReachOptions } from "./reach-options.ts";
import { readPlanTopology } from "./read-plan-topology.ts";

/** `hextet reach`: who reaches whom, also of blueprints with errors; findings go to stderr. */
export async function reach(
  { paths, plan, ...what }: ReachOptions,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  if (plan !== null) {
    const topology = await readPlanTopology(plan, terminal);
    if (topology === null) return exitCodes.findings;
    const name = plan === "-" ? "<stdin>" : plan;
    return show([{ name, index: indexTopology(topology, destinations), network: null }], what, terminal);
  }
  const { findings, judged } = await compileAt(pathsOr(paths, options), options.strict);
  showFindings(findings, terminal);
  const exitCode = exitCodeOf(findings);
  const stacks = judged.map(asApplied).map(
    (network): FollowedStack => ({
      name: network.name,
      index: indexTopology(topologyOf(network), destinations),
      network,
    }),
  );
  if (stacks.length === 0) return exitCode;
  const shown = await show(stacks, what, terminal);
  return shown === exitCodes.clean ? exitCode : shown;
}

/** A file has no width and no colours. */
const FILE = { columns: Number.POSITIVE_INFINITY, outColors: NO_COLORS };

async function show(
  stacks: readonly FollowedStack[],
  { file, ...what }: Omit<ReachOptions, "paths" | "plan">,
  terminal: Terminal,
): Promise<ExitCode> {
  const answer = await answerOf(stacks, what, file === null ? terminal : FILE);
  if (answer.text === null) {
    terminal.err(`hextet: ${answer.refusal}\n`);
    return exitCodes.usage;
  }
  if (file === null) {
    if (what.format === "pretty") terminal.show(answer.text);
    else terminal.out(answer.text);
    return exitCodes.clean;
  }
  const { text } = answer;
  const findings = findUnwritable(file, () => writeWhole(file, text));
  showFindings(findings, terminal);
  return findings.length > 0 ? exitCodes.findings : exitCodes.clean;
}
