import type { Draft } from "./draft.ts";
import { startNaming } from "./names.ts";

/** How a blueprint that a network is merged into calls what is there; of a first one nothing is known. */
export interface Known {
  /**
   * The name that a resource of the type with the AWS id has there; `place` counts the names that its logical id is made
   * of, as `app` and `ssh` in `app_ssh_ipv4`. Null: it is new.
   */
  readonly nameOf: (type: string, id: string, place?: number) => string | null;
  /** The names in one of its sections, which nothing new may get. */
  readonly keysAt: (...path: readonly string[]) => readonly string[];
  /** The name of what says the same there under all of the keys, whether or not its id is known; null: nothing does. */
  readonly sameAt: (value: object, keys: readonly string[], ...path: readonly string[]) => string | null;
}

/** Of a first blueprint. */
export const NOTHING_KNOWN: Known = { nameOf: () => null, keysAt: () => [], sameAt: () => null };

/** A namer of one section, for resources of one type: who has a name keeps it. */
export function nameIn(
  { known }: Pick<Draft, "known">,
  type: string,
  ...section: readonly string[]
): (id: string, ...preferredNames: readonly (string | null)[]) => string {
  const name = startNaming(known.keysAt(...section));
  return (id, ...preferredNames) => known.nameOf(type, id) ?? name(...preferredNames);
}
