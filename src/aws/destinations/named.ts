import type { DestinationName } from "./destination.ts";

/** What most names have in common, so that a table says only what sets one apart. */
type NameInShort = Pick<DestinationName, "name" | "families" | "sources"> & Partial<DestinationName>;

/** A name outside AWS, for which nothing is to be set and no endpoint answers, unless it says so. */
export function named(name: NameInShort): DestinationName {
  return {
    withSubdomains: false,
    partitions: "all",
    setting: null,
    endpointService: null,
    endpointAnswers: "no",
    ...name,
  };
}
