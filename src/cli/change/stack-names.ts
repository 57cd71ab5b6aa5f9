import type { Network } from "../../model/types/network.ts";

/** The name that stacks had before, by their name. */
export function stackNames(networks: readonly Network[]): ReadonlyMap<string, string> {
  return new Map(
    networks.flatMap(({ name, renamedFrom }): [string, string][] =>
      renamedFrom === null ? [] : [[name, renamedFrom]],
    ),
  );
}
