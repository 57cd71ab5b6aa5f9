import type { Place } from "../topology/topology.ts";

/** Where a resource is written. */
export function placeOf({ address }: { readonly address: string }): Place {
  return { kind: "terraform", address };
}
