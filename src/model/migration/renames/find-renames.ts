import { textOf, valueIn } from "../../../base/untrusted-json.ts";
import type { Blueprint } from "../../../blueprint/blueprint.generated.ts";
import type { Rename } from "../../types/renames.ts";
import { entriesAt } from "./entries-at.ts";
import { namedThings } from "./named-things.ts";

/** Every thing of the blueprint that has a `renamedFrom`, the stack itself apart. */
export function findRenames(blueprint: Blueprint): readonly Rename[] {
  const found = namedThings.flatMap(({ at, word, named }) =>
    entriesAt(blueprint, at).flatMap(({ path, value }) => {
      const [from, to] = [textOf(valueIn(value, "renamedFrom")), textOf(path.at(-1))];
      const hasAwsName = textOf(valueIn(value, "awsName")) !== null;
      return from === null || to === null ? [] : [{ path, kind: at, word, named, hasAwsName, from, to }];
    }),
  );
  if (found.length === 0) return [];
  const beginning = unusedWord(JSON.stringify(blueprint));
  // The last letter ends the number: no mark is the beginning of another.
  return found.map((one, index) => ({ ...one, mark: `${beginning}${index}q` }));
}

function unusedWord(text: string): string {
  let word = "zz";
  while (text.includes(word)) word += "z";
  return word;
}
