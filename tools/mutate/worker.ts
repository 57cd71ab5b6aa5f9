import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Case, CorpusFile, CorpusNetwork } from "./corpus.ts";
import type { Mutant } from "./mutant.ts";

/** What a worker is sent first. */
export interface Work {
  /** A file with a CommonJS bundle of `corpus.ts`. */
  readonly bundle: string;
  readonly files: readonly CorpusFile[];
  /** The mutants to try, in this order. */
  readonly mutants: readonly Mutant[];
}

/** What a worker says: it begins a mutant, or it knows how one ended; `killedBy` is null for a survivor. */
export type Message =
  | { readonly kind: "begins"; readonly id: number }
  | { readonly kind: "ended"; readonly id: number; readonly killedBy: string | null };

interface Program {
  readonly networksOf: (files: readonly CorpusFile[]) => readonly CorpusNetwork[];
  readonly casesOf: (networks: readonly CorpusNetwork[]) => readonly Case[];
}

let active = -1;
let reached = new Set<number>();
Object.assign(globalThis, {
  isMutant(id: number): boolean {
    reached.add(id);
    return id === active;
  },
});

/** Runs the work and tells the parent about each mutant. */
function runMutants({ bundle, files, mutants }: Work): void {
  const code = readFileSync(bundle, "utf8");
  const program = load(code);
  const whileLoading = reached;
  const networks = program.networksOf(files);
  const { answers, cases } = askAll(program.casesOf(networks));
  for (const mutant of mutants) {
    const { id } = mutant;
    tell({ kind: "begins", id });
    active = id;
    const own = cases.get(id);
    const killedBy =
      own === undefined && whileLoading.has(id) ? killerOfStatic(mutant) : firstDifference(own ?? []);
    active = -1;
    tell({ kind: "ended", id, killedBy });
  }

  function firstDifference(asked: readonly Case[]): string | null {
    const killer = asked.find((one) => answer(one) !== answers.get(nameOf(one)));
    return killer === undefined ? null : nameOf(killer);
  }

  /** A mutant that acts while the program loads: the program is loaded anew. */
  function killerOfStatic({ file }: Mutant): string | null {
    const rule = /^src\/rules\/[^/]+\/(.*)\.ts$/.exec(file)?.[1];
    try {
      const anew = load(code).casesOf(networks);
      return firstDifference(rule === undefined ? anew : anew.filter((one) => one.rule === rule));
    } catch {
      return "loading";
    }
  }
}

/** The program of a bundle, loaded anew. */
function load(code: string): Program {
  const module = { exports: {} };
  new Function("module", "exports", "require", code)(module, module.exports, createRequire(import.meta.url));
  return module.exports as Program;
}

/** What every case says without a mutant, by its name; and the cases that reach each mutant. Throws when a case does. */
function askAll(all: readonly Case[]): {
  readonly answers: ReadonlyMap<string, string>;
  readonly cases: ReadonlyMap<number, readonly Case[]>;
} {
  const answers = new Map<string, string>();
  const cases = new Map<number, Case[]>();
  for (const one of all) {
    reached = new Set();
    // A case that fails by itself would see no mutant.
    answers.set(nameOf(one), one.ask());
    for (const id of reached) {
      const known = cases.get(id);
      if (known === undefined) cases.set(id, [one]);
      else known.push(one);
    }
  }
  return { answers, cases };
}

/** What a case says; to throw is an answer too. */
function answer({ ask }: Case): string {
  try {
    return ask();
  } catch (cause) {
    return `threw ${String(cause)}`;
  }
}

function nameOf({ rule, file }: Case): string {
  return `${rule} in ${file}`;
}

function tell(message: Message): void {
  process.send?.(message);
}

process.once("message", (work: Work) => runMutants(work));
