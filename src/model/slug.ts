import { shortHash } from "./names.ts";

/**
 * A text as a word of `[a-z0-9-]`: everything else becomes a hyphen. Empty for a text without such characters, and the
 * same for texts that differ in other characters only: a logical id takes `uniqueSlugs`.
 */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/**
 * A part of a logical id for each text, never empty and none twice: the text's word where it is nobody else's, otherwise
 * with the text's short hash. `wordOf` makes the words; the order of the texts does not count.
 */
export function uniqueSlugs(
  texts: readonly string[],
  wordOf: (text: string) => string,
): ReadonlyMap<string, string> {
  const distinct = [...new Set(texts)];
  const claims = new Map<string, Set<string>>();
  for (const text of distinct) {
    for (const id of [wordOf(text), hashed(wordOf(text), text)]) {
      claims.set(id, (claims.get(id) ?? new Set()).add(text));
    }
  }
  return new Map(
    distinct.map((text) => {
      const word = wordOf(text);
      const isAlone = word !== "" && claims.get(word)?.size === 1;
      return [text, isAlone ? word : hashed(word, text)];
    }),
  );
}

function hashed(word: string, text: string): string {
  return word === "" ? shortHash(text) : `${word}-${shortHash(text)}`;
}
