import { destinations } from "../../aws/destinations/destinations.ts";
import { shortText } from "../../base/short-text.ts";
import { asApplied } from "../../model/migration/as-applied.ts";
import type { ReachFinding } from "../../reach/findings/reach-finding.ts";
import { indexJoined } from "../../reach/joined/index-joined.ts";
import { indexTopology } from "../../reach/walk/index-topology.ts";
import { NO_COLORS } from "../../reports/colors.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import { placeText } from "../../reports/reach/hop-words.ts";
import { exitCodeOf, type Options, pathsOr } from "../commands.ts";
import { compileAt } from "../compile-at.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { showFindings } from "../show-findings.ts";
import type { Terminal } from "../terminal.ts";
import { writeReport } from "../write-report.ts";
import { answerOf, type FollowedStack } from "./reach-answer.ts";
import type { ReachOptions } from "./reach-options.ts";
import { readPlanTopology } from "./read-plan-topology.ts";

/** `hextet reach`: who reaches whom, also of blueprints with errors; findings go to stderr. */
export async function reach(
  { paths, plans, ...what }: ReachOptions,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  if (plans.length > 0) {
    const topology = await readPlanTopology(plans, terminal);
    if (topology === null) return exitCodes.findings;
    const name = plans.map((plan) => (plan === "-" ? "<stdin>" : plan)).join(", ");
    const index = indexTopology(topology, destinations);
    const words = plans.flatMap((plan) => [`--plan`, plan]);
    return show([{ name, index, network: null }], { ...what, words }, [], terminal);
  }
  const { findings, judged } = await compileAt(pathsOr(paths, options), options.strict);
  const exitCode = exitCodeOf(findings);
  const stacks = judged.map(asApplied).map(
    (network): FollowedStack => ({
      name: network.name,
      index: indexJoined(network),
      network,
    }),
  );
  const shown = await show(stacks, { ...what, words: paths }, findings, terminal);
  return shown === exitCodes.clean ? exitCode : shown;
}

/** A file has no width and no colours. */
const FILE = { columns: Number.POSITIVE_INFINITY, outColors: NO_COLORS };

async function show(
  stacks: readonly FollowedStack[],
  { file, ...what }: Omit<ReachOptions, "paths" | "plans"> & { readonly words: readonly string[] },
  findings: readonly Finding[],
  terminal: Terminal,
): Promise<ExitCode> {
  if (stacks.length === 0) {
    showFindings(findings, terminal);
    return exitCodes.clean;
  }
  const answer = await answerOf(stacks, what, file === null ? terminal : FILE);
  showFindings(
    answer.text === null ? findings : findings.filter((one) => !isListed(one, answer.listed)),
    terminal,
  );
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
  const unwritable = writeReport(file, text);
  showFindings(unwritable, terminal);
  return unwritable.length > 0 ? exitCodes.findings : exitCodes.clean;
}

/** What the answer says is said once; what `--strict` makes an error stands with the errors. */
function isListed({ severity, rule, pointer, message }: Finding, listed: readonly ReachFinding[]): boolean {
  return (
    severity === "warning" &&
    listed.some(
      (one) =>
        one.rule === rule && shortText(one.message) === message && placeText(one.place) === (pointer ?? ""),
    )
  );
}
