import { deepFreeze } from "../base/freeze.ts";
import type { BlueprintFile } from "../blueprint/blueprint-file.ts";
import type { Source } from "../blueprint/source.ts";
import type { WasMade } from "../model/addressing/was-made.ts";
import type { UserHookFacts } from "../model/hooks/normalise-hooks.ts";
import type { Walked } from "./deciding-values.ts";
import { type Read, readFile } from "./read-file.ts";

/** A question of the rules about what a stack had when its output was last written, and the answer. */
interface Asked {
  readonly stack: string;
  readonly address: string;
  readonly wasMade: boolean;
}

type PlainRead = Omit<Read, "source" | "withFirst" | "included">;
type PlainWalk = Pick<Walked, "network" | "judged" | "diagnostics" | "accepted" | "causes">;

/** What a file alone says, all of it plain data: a structured clone keeps it whole. */
export interface FileResult {
  readonly stacks: readonly { readonly read: PlainRead; readonly walk: PlainWalk }[];
  /** What else it was found from: it holds as long as the answers do. */
  readonly asked: readonly Asked[];
}

/** Keeps what was found about files. A result is found again for the same file only, and the same Hextet and day. */
export interface FileCache {
  get(file: BlueprintFile): FileResult | null;
  set(file: BlueprintFile, result: FileResult): void;
}

/** Keeps nothing. */
export const noFileCache: FileCache = { get: () => null, set: () => {} };

/** A file with its stacks, read now or found again. */
export interface OpenedFile {
  readonly file: BlueprintFile;
  readonly stacks: readonly Read[];
  /** What was found about its stacks before, as long as no other file has a part in it; empty: they were read now. */
  readonly before: ReadonlyMap<Read, PlainWalk>;
}

/** Reads a file, or finds it again in the cache. */
export function openFile(
  file: BlueprintFile,
  userHooks: readonly UserHookFacts[],
  wasMade: WasMade,
  cache: FileCache,
): OpenedFile {
  const found = cache.get(file);
  const holds = found?.asked.every((one) => wasMade(one.stack, one.address) === one.wasMade) === true;
  if (found === null || !holds) return { file, stacks: readFile(file, userHooks), before: new Map() };
  let read: readonly Read[] | undefined;
  const again = (index: number): Read => {
    read ??= readFile(file, userHooks);
    const one = read[index];
    if (one === undefined) throw new Error(`${file.file} has fewer stacks than were kept of it`);
    return one;
  };
  const stacks = found.stacks.map(({ read: plain, walk }, index) => ({
    walk,
    one: {
      ...plain,
      network: deepFreeze(plain.network),
      source: sourceOf(file, () => again(index).source),
      included: [],
      withFirst: (count: number) => again(index).withFirst(count),
    },
  }));
  return {
    file,
    stacks: stacks.map(({ one }) => one),
    before: new Map(stacks.map(({ one, walk }) => [one, walk])),
  };
}

/** The text is read again only where the place of something is asked for. */
function sourceOf({ file }: BlueprintFile, again: () => Source): Source {
  return {
    file,
    get text() {
      return again().text;
    },
    locate: (at) => again().locate(at),
    textOf: (at) => again().textOf(at),
  };
}

/** What else than its file a stack is found from. */
export interface Outside {
  readonly wasMade: WasMade;
  /** To be called where other blueprints were looked at. */
  readonly sawOthers: () => void;
}

/** How the stacks of a file are walked, and what of other files has a part in it. */
export interface Walk {
  /** A stack as other blueprints make it; the stack itself where they have no part in it. */
  readonly joined: ReadonlyMap<Read, Read>;
  /** True where any blueprint of the run takes a value from another. */
  readonly anyRefers: boolean;
  readonly walk: (one: Read, outside: Outside) => Walked;
}

/** What is found about the stacks of a file: what was found before, where no other file has a part in it. */
export function walkFile(
  { file, stacks, before }: OpenedFile,
  { joined, anyRefers, walk }: Walk,
  wasMade: WasMade,
  cache: FileCache,
): readonly Walked[] {
  const isOwn = (one: Read) =>
    // What an environment's values cause is found by joining again without them.
    isAlone(one, joined.get(one)) && !(anyRefers && one.values.length > 0);
  const asked: Asked[] = [];
  let didSeeOthers = false;
  const outside: Outside = {
    wasMade: (stack, address) => {
      const answer = wasMade(stack, address);
      asked.push({ stack, address, wasMade: answer });
      return answer;
    },
    sawOthers: () => {
      didSeeOthers = true;
    },
  };
  const walked = stacks.map((one) => {
    const known = isOwn(one) ? before.get(one) : undefined;
    return known === undefined ? walk(one, outside) : { ...one, ...known };
  });
  const isNew = before.size === 0 && !didSeeOthers;
  if (isNew && stacks.every((one) => isOwn(one) && hasNoWordsElsewhere(one)))
    cache.set(file, {
      stacks: walked.map((one, index) => ({ read: plainRead(stacks[index] ?? one), walk: plainWalk(one) })),
      asked,
    });
  return walked;
}

/** No other blueprint gives it a value, or takes one of it. */
function isAlone({ network, diagnostics, references }: Read, joined: Read | undefined): boolean {
  if (references.length > 0) return false;
  return (
    joined === undefined || (joined.network === network && joined.diagnostics.length === diagnostics.length)
  );
}

/** Nothing is said of the texts of files that it includes. */
function hasNoWordsElsewhere({ included }: Read): boolean {
  return included.every(({ diagnostics }) => diagnostics.length === 0);
}

function plainRead(one: Read): PlainRead {
  const { name, environment, blueprint, network, references, diagnostics, values } = one;
  return { name, environment, blueprint, network, references, diagnostics, values };
}

function plainWalk({ network, judged, diagnostics, accepted, causes }: Walked): PlainWalk {
  return { network, judged, diagnostics, accepted, causes };
}
