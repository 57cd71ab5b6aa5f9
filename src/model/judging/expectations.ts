import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { sortedEntries } from "../context.ts";
import type { Expectation, WrittenEnd } from "../types/network.ts";

/** The expectations. Whether there are such ends, and whether they hold, is judged later. */
export function normaliseExpectations(blueprint: Blueprint): readonly Expectation[] {
  return sortedEntries(blueprint.expect).map(([name, { reaches, notReachedFrom }]) => {
    const path = ["expect", name];
    return {
      path,
      name,
      reaches: ends(reaches, [...path, "reaches"]),
      notReachedFrom: ends(notReachedFrom, [...path, "notReachedFrom"]),
    };
  });
}

function ends(texts: readonly string[], path: Path): readonly WrittenEnd[] {
  return texts.map((text, index) => ({ path: [...path, index], text }));
}
