import type { AddressArguments } from "../../aws/address-arguments.ts";
import type { ResourceChange, StageChanges } from "../types/migration.ts";
import { isEmpty } from "./is-less.ts";
import { argumentAt, heldBy, isLost } from "./losses.ts";

/** What moves between stages do to the Terraform configuration, by Terraform address. */
export interface Announced {
  readonly creates: ReadonlySet<string>;
  /** With the names of the arguments that change. */
  readonly updates: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same, of those alone that give less than before: by them blocks, addresses and rules may go. */
  readonly takes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly destroys: ReadonlySet<string>;
  /** What leaves Terraform's hands and stays in AWS. */
  readonly forgets: ReadonlySet<string>;
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
  const staying = moves.flatMap(({ stage, back }) => (back ? stage.staysOnWayBack : []));
  const imports = moves.flatMap(({ stage, back }) => (back ? [] : stage.imports));
  return {
    creates: addressesOf(made),
    updates: argumentsOf(moves.flatMap(({ stage }) => stage.changes)),
    takes: argumentsOf(
      moves.flatMap(({ stage, back }) => stage.changes.map((change) => lessIn(change, back))),
    ),
    destroys: addressesOf(gone.filter(({ address }) => !staying.includes(address))),
    forgets: new Set(staying),
    imports: new Set(imports.map(({ address }) => address)),
  };
}

/** Of a change, in the direction of the move, the arguments that give less than before. */
function lessIn({ address, arguments: changed }: ResourceChange, back: boolean): ResourceChange {
  const isLoss = (held: AddressArguments, before: unknown, after: unknown) =>
    // Left out, an argument stays as it is; a written "none" takes away what is there.
    isLost(held, before, after) || ((before ?? null) === null && (after ?? null) !== null && isEmpty(after));
  return {
    address,
    arguments: changed.filter(({ name, before, after }) =>
      heldArguments(address, name).some(({ held, inner }) => {
        const [was, is] = [before, after].map((value) => argumentAt({ [name]: value }, inner));
        return back ? isLoss(held, is, was) : isLoss(held, was, is);
      }),
    ),
  };
}

function heldArguments(address: string, argument: string) {
  return heldBy(address).flatMap((held) =>
    held.names.filter((name) => name.split(".", 1)[0] === argument).map((inner) => ({ held, inner })),
  );
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
