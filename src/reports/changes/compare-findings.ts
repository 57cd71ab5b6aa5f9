import type { Finding } from "../findings/finding.ts";

/** Findings of one side, and the stack that each file's blueprint makes, where it makes one. */
export interface JudgedSide {
  readonly findings: readonly Finding[];
  /** The file of each stack, by the stack's name. */
  readonly files: ReadonlyMap<string, string>;
}

/** A blueprint of before that could not be judged whole, and why. */
interface NotJudged {
  readonly file: string;
  readonly why: string;
}

/** What became of the findings of the blueprints. */
export interface FindingChanges {
  /** Why there are none to compare with; null where there are. */
  readonly notCompared: string | null;
  readonly notJudged: readonly NotJudged[];
  readonly appeared: readonly Finding[];
  readonly gone: readonly Finding[];
}

/** The answer where the blueprints of before cannot be had. */
export function notCompared(why: string): FindingChanges {
  return { notCompared: why, notJudged: [], appeared: [], gone: [] };
}

/**
 * The findings that are on one side only. The same rule at the same place of the same stack with the same words is the same
 * finding, on whatever line it stands. Of a blueprint that could not be judged whole nothing is compared.
 */
export function compareFindings(before: JudgedSide, after: JudgedSide): FindingChanges {
  const notJudged = stopped(before.findings);
  const skipped = new Set(notJudged.map(({ file }) => file));
  const [olds, news] = [keysOf(before), keysOf(after)];
  const isSkipped = (file: string) => skipped.has(file);
  return {
    notCompared: null,
    notJudged,
    appeared: after.findings.filter((one) => !isSkipped(one.file) && !olds.has(keyOf(one, after))),
    gone: before.findings.filter((one) => !isSkipped(one.file) && !news.has(keyOf(one, before))),
  };
}

/** Errors of the stages before the rules, whose ids have a slash, keep the rules from being asked. */
function stopped(findings: readonly Finding[]): readonly NotJudged[] {
  const first = new Map<string, string>();
  for (const { file, severity, rule, message } of findings)
    if (severity === "error" && rule.includes("/") && !first.has(file)) first.set(file, message);
  return [...first].map(([file, why]) => ({ file, why }));
}

function keysOf(side: JudgedSide): ReadonlySet<string> {
  return new Set(side.findings.map((one) => keyOf(one, side)));
}

function keyOf({ file, rule, pointer, message }: Finding, { files }: JudgedSide): string {
  const stack = [...files].find(([, other]) => other === file)?.[0] ?? file;
  return JSON.stringify([stack, rule, pointer, message]);
}
