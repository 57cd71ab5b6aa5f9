import type { Rename } from "../../types/renames.ts";

/** A resource whose state moves to another address. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** The address with the marks of the renamed things that it follows from. */
  readonly marked: string;
}

/** The Terraform addresses of one network under its three sets of names. */
export interface Addresses {
  readonly marked: readonly string[];
  readonly former: readonly string[];
  readonly current: readonly string[];
}

/**
 * The old and the new address of each resource whose address follows from a renamed thing, sorted by the new one, and
 * the addresses, old or new, that have no counterpart.
 */
export function pairAddresses(
  renames: readonly Pick<Rename, "mark" | "from" | "to">[],
  { marked, former, current }: Addresses,
): { readonly moves: readonly Move[]; readonly unpaired: readonly string[] } {
  const pairs = marked.map((address) => ({
    marked: address,
    from: renames.reduce((text, { mark, from }) => text.replaceAll(mark, from), address),
    to: renames.reduce((text, { mark, to }) => text.replaceAll(mark, to), address),
  }));
  const moves = pairs.filter(({ from, to }) => from !== to).sort((a, b) => (a.to < b.to ? -1 : 1));
  return {
    moves,
    unpaired: [
      // Terraform moves nothing from an address that something else has now.
      ...moves.map(({ from }) => from).filter((from) => current.includes(from)),
      ...differences(
        pairs.map(({ from }) => from),
        former,
      ),
      ...differences(
        pairs.map(({ to }) => to),
        current,
      ),
    ],
  };
}

function differences(some: readonly string[], others: readonly string[]): readonly string[] {
  const [one, other] = [new Set(some), new Set(others)];
  return [...some.filter((text) => !other.has(text)), ...others.filter((text) => !one.has(text))].sort();
}
