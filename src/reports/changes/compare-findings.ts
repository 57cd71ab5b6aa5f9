import type { Finding } from "../findings/finding.ts";
import { type NewNames, pointerToday, wordsToday } from "./under-new-names.ts";

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
 * finding, on whatever line it stands, and also where only names differ that `renamed` says are new. Of a blueprint that
 * could not be judged whole nothing is compared.
 */
export function compareFindings(
  before: JudgedSide,
  after: JudgedSide,
  renamed: readonly NewNames[],
): FindingChanges {
  const notJudged = stopped(before.findings);
  const skipped = new Set(notJudged.map(({ file }) => file));
  const wasKey = (one: Finding) => {
    const was = stackIn(one, before);
    // A blueprint in which an error was found makes no stack: what its file makes today was meant.
    const is = was === null ? stackIn(one, after) : null;
    const names = renamed.find(({ stack, formerStack }) =>
      was === null ? stack === is : formerStack === was,
    );
    return keyOf(one, names?.stack ?? was ?? is, names, true);
  };
  const isKey = (one: Finding) => {
    const is = stackIn(one, after);
    return keyOf(
      one,
      is,
      renamed.find(({ stack }) => stack === is),
      false,
    );
  };
  const [olds, news] = [new Set(before.findings.map(wasKey)), new Set(after.findings.map(isKey))];
  const isSkipped = (file: string) => skipped.has(file);
  return {
    notCompared: null,
    notJudged,
    appeared: after.findings.filter((one) => !isSkipped(one.file) && !olds.has(isKey(one))),
    gone: before.findings.filter((one) => !isSkipped(one.file) && !news.has(wasKey(one))),
  };
}

/** Errors of the stages before the rules, whose ids have a slash, keep the rules from being asked. */
function stopped(findings: readonly Finding[]): readonly NotJudged[] {
  const first = new Map<string, string>();
  for (const { file, severity, rule, message } of findings)
    if (severity === "error" && rule.includes("/") && !first.has(file)) first.set(file, message);
  return [...first].map(([file, why]) => ({ file, why }));
}

function stackIn({ file }: Finding, { files }: JudgedSide): string | null {
  return [...files].find(([, other]) => other === file)?.[0] ?? null;
}

function keyOf(
  { file, rule, pointer, message }: Finding,
  stack: string | null,
  names: NewNames | undefined,
  isBefore: boolean,
): string {
  if (names === undefined) return JSON.stringify([stack ?? file, rule, pointer, message]);
  const place = isBefore && pointer !== null ? pointerToday(pointer, names) : pointer;
  return JSON.stringify([stack, rule, place, wordsToday(message, names)]);
}
