import { byText } from "../../base/compare-texts.ts";
import { slug } from "../../model/slug.ts";

const LONGEST = 32;
/** Names in a blueprint never are these words: objects of JavaScript have them. */
const RESERVED = new Set(["constructor", "prototype"]);

/** Letters that no normal form takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  ø: "o",
  œ: "oe",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
};

/** The text in letters of the alphabet, none dropped where there is one for it: German vowels as Germans spell them out. */
export function transliterate(text: string): string {
  const plain = text.normalize("NFC").toLowerCase();
  const spelt = plain.replace(/[äöü]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue" })[letter] ?? letter);
  const letters = spelt.replace(/\P{ASCII}/gu, (letter) => LETTERS[letter] ?? letter);
  return letters.normalize("NFKD").replace(/\p{M}/gu, "");
}

/** What Terraform puts behind a `name_prefix`: the time and a counter. */
const UNIQUE_ENDING = /-*20\d{16}[0-9a-f]{8}$/;

/** A text of strangers as the beginning of a blueprint's name; empty when it holds no letter of the alphabet. */
export function nameOf(text: string): string {
  const written = text.replace(UNIQUE_ENDING, "");
  const plain = slug(transliterate(written)).replace(/^[^a-z]+/, "");
  const short = plain.slice(0, LONGEST).replace(/-+$/, "");
  return RESERVED.has(short) ? "" : short;
}

/** Words that YAML 1.1 or a hasty reader takes for a value. */
const VALUES = new Set(["true", "false", "yes", "no", "on", "off", "null"]);

/** True for what is read as a value rather than as a name. */
export function isValueWord(name: string): boolean {
  return VALUES.has(name);
}

/** Gives out names, none twice: the first good one of the preferredNames, with a number when it is taken. */
export type Namer = (...preferredNames: readonly (string | null)[]) => string;

/** A namer that knows the names in `taken` already. */
export function startNaming(taken: readonly string[] = []): Namer {
  const used = new Set(taken);
  return (...preferredNames) => {
    const [first = "unnamed", second = "named"] = preferredNames
      .map((text) => nameOf(text ?? ""))
      .filter((name) => name !== "");
    const preferredName = isValueWord(first) ? nameOf(`${second}-${first}`) : first;
    let name = preferredName;
    for (let count = 2; used.has(name); count++) {
      const ending = `-${count}`;
      name = `${preferredName.slice(0, LONGEST - ending.length).replace(/-+$/, "")}${ending}`;
    }
    used.add(name);
    return name;
  };
}

/** Sorted by Name tag, then id: names must not depend on the order in which AWS lists things. */
export function inNameOrder<T extends { readonly id: string; readonly name: string | null }>(
  found: readonly T[],
): readonly T[] {
  const key = ({ id, name }: T) => `${name ?? ""}\u0000${id}`;
  return [...found].sort(byText(key));
}
