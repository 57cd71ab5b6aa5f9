/**
 * START HERE. The whole walk on one screen: a blueprint's text is read, normalised and judged. What comes out, the
 * networks, goes to `synthStacks` in `src/stack/synth.ts`; only the commands and `src/library.ts` call
 * it, so that judging loads no CDKTF.
 */
import { byName } from "./base/compare-texts.ts";
import { atValue, type Diagnostic, hasErrors } from "./base/diagnostic.ts";
import { deepFreeze } from "./base/freeze.ts";
import { invariant } from "./base/invariant.ts";
import type { Path } from "./base/path.ts";
import type { Blueprint } from "./blueprint/blueprint.generated.ts";
import type { LiftedReference } from "./blueprint/lift-references.ts";
import { readBlueprint } from "./blueprint/read-blueprint.ts";
import type { Source } from "./blueprint/source.ts";
import { nothingMade, type WasMade } from "./model/addressing/was-made.ts";
import type { UserHookFacts } from "./model/hooks/normalise-hooks.ts";
import { normalise } from "./model/normalise.ts";
import { findJoined } from "./model/outputs/references/find-joined.ts";
import { joinNetworks } from "./model/outputs/references/join-networks.ts";
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
 * provider hooks beside Hextet's own, `wasMade` tells what a stack had before. `neighbours` are
 * blueprints that the others may take values from, and that may take theirs: nothing else of them is judged or given.
 * Never throws for a mistake in a blueprint.
 */
export function compile(
  files: readonly BlueprintFile[],
  today: string,
  userHooks: readonly UserHookFacts[] = [],
  wasMade: WasMade = nothingMade,
  neighbours: readonly BlueprintFile[] = [],
): Compiled {
  const read = files.map((file) => readOne(file, userHooks));
  const names = new Set(read.map(({ name }) => name));
  const beside = neighbours.map((file) => readOne(file, userHooks));
  const joined = joinAll(
    read,
    beside.filter(({ name }) => !names.has(name)),
  );
  const walked = read.map((one) => judgeOne(joined.get(one) ?? one, today, wasMade));
  const twins = new Map([...findDuplicateNames(walked), ...findNamesStillThere(walked)]);
  const good = walked.flatMap((one) =>
    one.network === null || twins.has(one) ? [] : [{ network: one.network, source: one.source }],
  );
  const findings = walked.flatMap((one) =>
    [...one.diagnostics, ...(twins.get(one) ?? [])].map((found) => locateDiagnostic(found, one.source)),
  );
  const isWhole = walked.every(({ network }) => network !== null);
  invariant(isWhole || hasErrors(findings), "a blueprint makes no network, and nothing says why");
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
  const { blueprint, references } = readBlueprint(file, text);
  if (blueprint === null) return null;
  return expandBlueprint(text, { blueprint, references }, normalise(blueprint).network);
}

/** A blueprint as it was read and normalised. */
interface Read {
  readonly source: Source;
  readonly name: string | null;
  readonly blueprint: Blueprint | null;
  /** Null when an error was found. */
  readonly network: Network | null;
  readonly references: readonly LiftedReference[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Walked extends Read {
  /** Null when an error was found before the rules. */
  readonly judged: Network | null;
  readonly accepted: readonly AcceptedDiagnostic[];
}

function readOne({ file, text }: BlueprintFile, userHooks: readonly UserHookFacts[]): Read {
  const { blueprint, name, references, source, diagnostics: found } = readBlueprint(file, text);
  const stopped = { source, name, blueprint, references, network: null };
  if (blueprint === null || hasErrors(found)) return { ...stopped, diagnostics: found };
  const { network, diagnostics: unresolved } = normalise(blueprint, userHooks);
  const diagnostics = [...found, ...unresolved];
  return { ...stopped, network: hasErrors(diagnostics) ? null : network, diagnostics };
}

/** Blueprints take values from each other, once each is a network. */
function joinAll(asked: readonly Read[], beside: readonly Read[]): ReadonlyMap<Read, Read> {
  const all = [...asked, ...beside];
  const joining = all.flatMap((read) => {
    const { blueprint, network, references } = read;
    return blueprint === null || network === null ? [] : [{ read, blueprint, network, references }];
  });
  const stopped = all.flatMap((read) =>
    read.network === null && read.name !== null ? [{ name: read.name, isTold: asked.includes(read) }] : [],
  );
  const joined = joinNetworks(joining, stopped);
  const placeOf = (stack: string, path: Path): string => {
    const source = joining.find(({ network }) => network.name === stack)?.read.source;
    invariant(source !== undefined, `the network ${stack} is of no blueprint`);
    return `${source.file}:${source.locate(atValue(path)).line}`;
  };
  const networks = [...joined.values()].flatMap(({ network }) => network ?? []);
  return new Map(
    joining.map((one) => {
      const found = joined.get(one);
      invariant(found !== undefined, `${one.network.name} was not joined`);
      const links = found.network === null ? [] : findJoined(found.network, networks, placeOf);
      const network = links.length === 0 ? found.network : withJoined(found.network, links);
      return [
        one.read,
        { ...one.read, network, diagnostics: [...one.read.diagnostics, ...found.diagnostics] },
      ];
    }),
  );
}

function withJoined(network: Network | null, joined: Network["joined"]): Network | null {
  return network === null ? null : deepFreeze({ ...network, joined });
}

function judgeOne(read: Read, today: string, wasMade: WasMade): Walked {
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
