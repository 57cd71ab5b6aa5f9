/**
 * START HERE. The whole walk on one screen: a blueprint's text is read, normalised and judged. What comes out, the
 * networks, goes to `synthStacks` in `src/stack/synth.ts`; only the commands and `src/library.ts` call
 * it, so that judging loads no CDKTF.
 */
import { byName } from "./base/compare-texts.ts";
import { type Diagnostic, hasErrors } from "./base/diagnostic.ts";
import { invariant } from "./base/invariant.ts";
import type { BlueprintFile } from "./blueprint/blueprint-file.ts";
import { includedBy } from "./blueprint/included-by.ts";
import { readInstances } from "./blueprint/read-instances.ts";
import { type Judged, type Walked, withCauses } from "./compile/deciding-values.ts";
import { type FileCache, noFileCache, type Outside, openFile, walkFile } from "./compile/file-cache.ts";
import { joinBlueprints } from "./compile/join-blueprints.ts";
import type { Read } from "./compile/read-file.ts";
import { judgeTogether } from "./compile/stacks-together.ts";
import { tellOnce } from "./compile/tell-once.ts";
import { nothingMade, type WasMade } from "./model/addressing/was-made.ts";
import type { UserHookFacts } from "./model/hooks/normalise-hooks.ts";
import { normalise } from "./model/normalise.ts";
import type { Network } from "./model/types/network.ts";
import { expandBlueprint } from "./reports/expand/expand-blueprint.ts";
import {
  type AcceptedFinding,
  type Finding,
  locateDiagnostic,
  sortAccepted,
  sortFindings,
} from "./reports/findings/finding.ts";
import { judgeAll } from "./rules/judge.ts";

export type { BlueprintFile, IncludedFile } from "./blueprint/blueprint-file.ts";
export type { FileCache, FileResult } from "./compile/file-cache.ts";

/** What the walk gives. */
export interface Compiled {
  /** Sorted by name: those of the files in which no error was found. */
  readonly networks: readonly Network[];
  /** Sorted by name: those that could be judged, also where errors were found. */
  readonly judged: readonly Network[];
  /** The file of each of the networks without errors, by its name. */
  readonly files: ReadonlyMap<string, string>;
  /** The place of a diagnostic in the blueprint of one of these networks. */
  readonly locate: (network: string, diagnostic: Diagnostic) => Finding;
  /** Sorted by file, line, column and rule; each once. */
  readonly findings: readonly Finding[];
  /** What the blueprints accept, sorted likewise. */
  readonly accepted: readonly AcceptedFinding[];
}

/**
 * Reads, normalises and judges blueprints; a stage begins only when the one before found no error in the file, and
 * one file's errors never hide another's. `today` (YYYY-MM-DD) decides which acceptances still hold, `userHooks` are
 * provider hooks beside Hextet's own, `wasMade` tells what a stack had before. `neighbours` are
 * blueprints that the others may take values from, and that may take theirs: nothing else of them is judged or given.
 * `cache` keeps what each file alone says. Never throws for a mistake in a blueprint.
 */
export function compile(
  files: readonly BlueprintFile[],
  today: string,
  userHooks: readonly UserHookFacts[] = [],
  wasMade: WasMade = nothingMade,
  neighbours: readonly BlueprintFile[] = [],
  cache: FileCache = noFileCache,
): Compiled {
  const open = (file: BlueprintFile) => openFile(file, userHooks, wasMade, cache);
  const opened = files.map(open);
  const read = opened.flatMap(({ stacks }) => stacks);
  const names = new Set(read.map(({ name }) => name));
  const others = neighbours.flatMap((file) => open(file).stacks).filter(({ name }) => !names.has(name));
  const joined = joinBlueprints(read, others);
  const anyRefers = [...read, ...others].some(({ references }) => references.length > 0);
  const walk = (one: Read, outside: Outside) =>
    withCauses(judgeOne(joined.get(one) ?? one, today, outside.wasMade), (fewer) => {
      if (fewer.references.length > 0) outside.sawOthers();
      const without = joinBlueprints([...read.filter((other) => other !== one), fewer], others);
      return judgeOne(without.get(fewer) ?? fewer, today, outside.wasMade);
    });
  const walked = opened.flatMap((file) => walkFile(file, { joined, anyRefers, walk }, wasMade, cache));
  const together = judgeTogether(walked);
  const good = walked.flatMap((one) =>
    one.network === null || together.has(one) ? [] : [{ network: one.network, source: one.source }],
  );
  const findings = walked.flatMap((one) =>
    locateAll(one, together.get(one) ?? []).map((finding) => ({ one, finding })),
  );
  const isWhole = walked.every(({ network }) => network !== null);
  invariant(
    isWhole || hasErrors(findings.map(({ finding }) => finding)),
    "a blueprint makes no network, and nothing says why",
  );
  const accepted = walked.flatMap((one) =>
    one.accepted.map(({ diagnostic, reason }) => ({
      one,
      finding: { ...locateOne(one, diagnostic), reason },
    })),
  );
  return {
    networks: good.map(({ network }) => network).sort(byName),
    judged: walked.flatMap(({ judged }) => judged ?? []).sort(byName),
    files: new Map(good.map(({ network, source }) => [network.name, source.file])),
    locate: (name, diagnostic) => {
      const source = good.find(({ network }) => network.name === name)?.source;
      invariant(source !== undefined, `the network ${name} is of no blueprint`);
      return locateDiagnostic(diagnostic, source);
    },
    findings: sortFindings(tellOnce(findings, walked)),
    accepted: sortAccepted(tellOnce(accepted, walked)),
  };
}

/** All that was found in a stack, and in the files that its blueprint includes. */
function locateAll(one: Walked, others: readonly Diagnostic[]): readonly Finding[] {
  const own = [...one.diagnostics, ...others].map((found) => locateOne(one, found));
  const included = one.included.flatMap(({ source, diagnostics }) =>
    diagnostics.map((found) => locateDiagnostic(found, source)),
  );
  return [...own, ...included];
}

function locateOne({ source, causes }: Walked, found: Diagnostic): Finding {
  return locateDiagnostic(found, source, causes.get(found));
}

/** The files that a blueprint includes, as it calls them: who reads blueprints reads these too. */
export function includedNames(text: string): readonly string[] {
  return includedBy(text);
}

/** Each of its stacks as a blueprint with every default written out, as YAML; null when none can be read. */
export function expand(file: BlueprintFile): string | null {
  const texts = readInstances(file).flatMap(({ blueprint, references, written }) =>
    blueprint === null
      ? []
      : [expandBlueprint(file.text, { blueprint, references, written }, normalise(blueprint).network)],
  );
  return texts.length === 0 ? null : texts.join("---\n");
}

function judgeOne(read: Read, today: string, wasMade: WasMade): Judged {
  const { network, diagnostics: soFar } = read;
  if (network === null) return { ...read, judged: null, accepted: [] };
  const { open, accepted } = judgeAll(network, today, undefined, wasMade);
  const diagnostics = [...soFar, ...open];
  return {
    ...read,
    network: hasErrors(diagnostics) ? null : network,
    judged: network,
    diagnostics,
    accepted,
  };
}
