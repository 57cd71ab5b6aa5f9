/**
 * START HERE. The whole walk on one screen: a blueprint's text is read, normalised and judged. What comes out, the
 * networks, goes to `synthStacks` in `src/stack/synth.ts`; only the commands and `src/library.ts` call
 * it, so that judging loads no CDKTF.
 */
import { byName } from "./base/compare-texts.ts";
import { atValue, type Diagnostic, hasErrors } from "./base/diagnostic.ts";
import { invariant } from "./base/invariant.ts";
import type { Blueprint } from "./blueprint/blueprint.generated.ts";
import { readBlueprint } from "./blueprint/read-blueprint.ts";
import type { Source } from "./blueprint/source.ts";
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
import type { AcceptedDiagnostic } from "./rules/acceptances.ts";
import { judgeAll } from "./rules/judge.ts";

/** A blueprint's text, and the name under which findings speak of it. */
export interface BlueprintFile {
  readonly file: string;
  readonly text: string;
}

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
 * provider hooks beside Hextet's own, `wasMade` tells what a stack had before. Never throws for a mistake in a blueprint.
 */
export function compile(
  files: readonly BlueprintFile[],
  today: string,
  userHooks: readonly UserHookFacts[] = [],
  wasMade: WasMade = nothingMade,
): Compiled {
  const walked = files.map((file) => walk(file, { today, userHooks, wasMade }));
  const twins = new Map([...findDuplicateNames(walked), ...findNamesStillThere(walked)]);
  const good = walked.flatMap((one) =>
    one.network === null || twins.has(one) ? [] : [{ network: one.network, source: one.source }],
  );
  const findings = walked.flatMap((one) =>
    [...one.diagnostics, ...(twins.get(one) ?? [])].map((found) => locateDiagnostic(found, one.source)),
  );
  const accepted = walked.flatMap((one) =>
    one.accepted.map(({ diagnostic, reason }) => ({ ...locateDiagnostic(diagnostic, one.source), reason })),
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
    findings: sortFindings(findings),
    accepted: sortAccepted(accepted),
  };
}

/** The blueprint with every default written out, as YAML; null when it cannot be read. */
export function expand({ file, text }: BlueprintFile): string | null {
  const { blueprint } = readBlueprint(file, text);
  return blueprint === null ? null : expandBlueprint(text, blueprint, normalise(blueprint).network);
}

interface Walked {
  readonly source: Source;
  readonly blueprint: Blueprint | null;
  /** Null when an error was found. */
  readonly network: Network | null;
  /** Null when an error was found before the rules. */
  readonly judged: Network | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly accepted: readonly AcceptedDiagnostic[];
}

/** What is known beside the text of a blueprint. */
interface Surroundings {
  readonly today: string;
  readonly userHooks: readonly UserHookFacts[];
  readonly wasMade: WasMade;
}

function walk({ file, text }: BlueprintFile, { today, userHooks, wasMade }: Surroundings): Walked {
  const { blueprint, source, diagnostics: found } = readBlueprint(file, text);
  const stopped = { source, blueprint, network: null, judged: null, accepted: [] };
  if (blueprint === null || hasErrors(found)) return { ...stopped, diagnostics: found };
  const { network, diagnostics: unresolved } = normalise(blueprint, userHooks);
  const soFar = [...found, ...unresolved];
  if (network === null || hasErrors(soFar)) return { ...stopped, diagnostics: soFar };
  const { open, accepted } = judgeAll(network, today, undefined, wasMade);
  const diagnostics = [...soFar, ...open];
  const sound = hasErrors(diagnostics) ? null : network;
  return { source, blueprint, network: sound, judged: network, diagnostics, accepted };
}

/** A stack takes over the state of one that is no longer there. */
function findNamesStillThere(walked: readonly Walked[]): ReadonlyMap<Walked, readonly Diagnostic[]> {
  const refused = walked.flatMap((one): readonly (readonly [Walked, readonly Diagnostic[]])[] => {
    const { name, renamedFrom } = one.blueprint ?? {};
    const other = walked.find(
      ({ blueprint }) => renamedFrom !== undefined && blueprint?.name === renamedFrom,
    );
    if (other === undefined) return [];
    const whose = other === one ? "which is its own name" : `which is still there in ${other.source.file}`;
    const message = `the stack ${JSON.stringify(name)} is renamed from ${JSON.stringify(renamedFrom)}, ${whose}`;
    const hint = "take renamedFrom out, or the other blueprint";
    return [
      [one, [{ rule: "model/renamed-from", severity: "error", message, at: atValue(["renamedFrom"]), hint }]],
    ];
  });
  return new Map(refused);
}

/** A stack's name is its folder: the second blueprint of a name is told which one came first. */
function findDuplicateNames(walked: readonly Walked[]): ReadonlyMap<Walked, readonly Diagnostic[]> {
  const first = new Map<string, Walked>();
  const duplicates = new Map<Walked, readonly Diagnostic[]>();
  for (const one of walked) {
    const name = one.blueprint?.name;
    const before = name === undefined ? undefined : first.get(name);
    if (name !== undefined && before === undefined) first.set(name, one);
    if (before === undefined) continue;
    const message = `the name ${JSON.stringify(name)} is taken by ${before.source.file}`;
    const hint = "choose another name: it is the stack's folder in the output";
    duplicates.set(one, [
      { rule: "blueprint/duplicate-name", severity: "error", message, at: atValue(["name"]), hint },
    ]);
  }
  return duplicates;
}
