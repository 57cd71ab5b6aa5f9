import { didYouMean } from "../../base/did-you-mean.ts";
import { type HandoverJudgement, judgeHandover } from "../../importer/adopt/judge-handover.ts";
import { readOldPlan } from "../../importer/adopt/read-old-plan.ts";
import type { PlanFinding } from "../../model/migration/plan-finding.ts";
import { readPlan } from "../../model/migration/read-plan.ts";
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import { amount, exitCodeOf, type Options, report, say } from "../commands.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { readPlanFile } from "../read-plan-file.ts";
import type { Terminal } from "../terminal.ts";

/** What the command line of `hextet adopt check` says beside the options of every command. */
export interface AdoptCheckOptions extends Pick<Options, "format"> {
  /** The plan that was adopted from. */
  readonly plan: string;
  /** What the old configuration plans now; null: the new stack has its state. */
  readonly old: string | null;
  readonly new: string;
  readonly allow: readonly string[];
}

type Read<T> =
  | { readonly read: T; readonly finding: null }
  | { readonly read: null; readonly finding: Finding };

/** `hextet adopt check`: whether the plans of both sides hand over everything, and destroy, lose and share nothing. */
export async function adoptCheck(options: AdoptCheckOptions, terminal: Terminal): Promise<ExitCode> {
  const before = await readFile(options.plan, (bytes) => {
    const { old, mistake } = readOldPlan(bytes);
    return old === null ? { read: null, mistake } : { read: old, mistake: null };
  });
  const old = options.old === null ? { read: null, finding: null } : await readFile(options.old, planOf);
  const next = await readFile(options.new, planOf);
  const unread = [before, old, next].flatMap(({ finding }) => finding ?? []);
  if (before.read === null || next.read === null || unread.length > 0)
    return finish(unread, options, terminal);
  const judged = judgeHandover({
    before: before.read,
    old: old.read,
    new: next.read,
    allowed: options.allow,
  });
  sayIdleAllowed(options.allow, before.read.managed, judged, terminal);
  const findings = judged.findings.map(({ rule, severity, message, hint, side }): Finding => {
    const file = side === "new" ? options.new : (options.old ?? options.new);
    return { ...findingAbout(file, rule, message, hint), severity };
  });
  const exitCode = finish(findings, options, terminal);
  if (exitCode === exitCodes.clean)
    say(wordsOf(judged, options), { ...options, output: "", blueprints: "", strict: false }, terminal);
  return exitCode;
}

/** Says which values of `--allow` allow nothing: they name nothing that there was, or what somebody manages. */
function sayIdleAllowed(
  allow: readonly string[],
  managed: readonly { readonly address: string }[],
  { keptThough }: HandoverJudgement,
  terminal: Terminal,
): void {
  const known = new Set(managed.map(({ address }) => address));
  for (const one of allow.filter((address) => !known.has(address))) {
    const hint = didYouMean(one, known, "it is the address of a resource there, instance key and all");
    terminal.err(
      `hextet: --allow ${JSON.stringify(one)} names nothing that the old configuration had: ${hint}\n`,
    );
  }
  for (const one of keptThough)
    terminal.err(`hextet: --allow ${JSON.stringify(one)} allows nothing: it is managed after the handover\n`);
}

function planOf(bytes: Uint8Array) {
  const { plan, mistake } = readPlan(bytes);
  return plan === null ? { read: null, mistake } : { read: plan, mistake: null };
}

type Parsed<T> =
  | { readonly read: T; readonly mistake: null }
  | { readonly read: null; readonly mistake: PlanFinding };

async function readFile<T>(path: string, parse: (bytes: Uint8Array) => Parsed<T>): Promise<Read<T>> {
  const reader = { command: "adopt", rule: "migrate/not-a-plan", wanted: "plan" } as const;
  const { name, bytes, finding } = await readPlanFile(path, reader);
  if (bytes === null) return { read: null, finding };
  const { read, mistake } = parse(bytes);
  if (mistake === null) return { read, finding: null };
  return { read: null, finding: findingAbout(name, mistake.rule, mistake.message, mistake.hint) };
}

function wordsOf(
  { total, handedOver, kept, givenUp }: HandoverJudgement,
  { old, new: next }: AdoptCheckOptions,
): string {
  const up = givenUp.length === 0 ? "" : `, ${givenUp.length} given up as allowed (${givenUp.join(", ")})`;
  const who =
    old === null
      ? `${handedOver} in the one state of ${next}`
      : `${handedOver} handed over, ${kept} left with the old configuration`;
  return `${amount(total, "resource")}: ${who}${up}; nothing is destroyed, lost or in two hands`;
}

function finish(findings: readonly Finding[], options: AdoptCheckOptions, terminal: Terminal): ExitCode {
  report(findings, { ...options, output: "", blueprints: "", strict: false }, terminal);
  return exitCodeOf(findings);
}
