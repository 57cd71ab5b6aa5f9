import type { ResourceChange, StageChanges } from "../types/migration.ts";

/** What moves between stages do to the Terraform configuration, by Terraform address. */
export interface Announced {
  readonly creates: ReadonlySet<string>;
  /** With the names of the arguments that change. */
  readonly updates: ReadonlyMap<string, ReadonlySet<string>>;
  readonly destroys: ReadonlySet<string>;
  readonly imports: ReadonlySet<string>;
}

/** One move: into a stage from the one before it, or out of it, back. */
export interface Move {
  readonly stage: StageChanges;
  readonly back: boolean;
}

/** What all of the moves announce together. */
export function announcedBy(moves: readonly Move[]): Announced {
  const made = moves.flatMap(({ stage, back }) => (back ? stage.removes : stage.adds));
  const gone = moves.flatMap(({ stage, back }) => (back ? stage.adds : stage.removes));
  const imports = moves.flatMap(({ stage, back }) => (back ? [] : stage.imports));
  return {
    creates: addressesOf(made),
    updates: argumentsOf(moves.flatMap(({ stage }) => stage.changes)),
    destroys: addressesOf(gone),
    imports: new Set(imports.map(({ address }) => address)),
  };
}

function addressesOf(changes: readonly ResourceChange[]): ReadonlySet<string> {
  return new Set(changes.map(({ address }) => address));
}

function argumentsOf(changes: readonly ResourceChange[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byAddress = new Map<string, Set<string>>();
  for (const { address, arguments: changed } of changes) {
    const names = byAddress.get(address) ?? new Set();
    for (const { name } of changed) names.add(name);
    byAddress.set(address, names);
  }
  return byAddress;
}
