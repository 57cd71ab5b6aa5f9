import { isScalar, type ParsedNode } from "yaml";
import type { Lines } from "../base/lines.ts";
import { formatPath, type Path } from "../base/path.ts";
import { findForbiddenCharacters } from "./forbidden-characters.ts";
import type { Reading } from "./reading.ts";
import type { Range, SourceNode } from "./source.ts";
import { syntaxError } from "./syntax-diagnostics.ts";
import type { SyntaxRuleId } from "./syntax-rules.ts";
import { looksLikeBrokenIpv6, looksLikeIpv6, quoteHint } from "./unquoted-ipv6.ts";

/** The key of a map's entry as parsed. */
export interface Key {
  readonly node: ParsedNode;
  readonly range: Range;
  /** False when nothing stands behind the key. */
  readonly hasValue: boolean;
}

/** Why a key is left out. */
interface Refusal {
  readonly rule: SyntaxRuleId;
  readonly message: string;
  readonly hint: string | null;
  /** True when the whole map is no map but a torn value, or lacks what it would have. */
  readonly tearsMap?: boolean;
  /** True when the first one of a file is told, and no further ones. */
  readonly once?: boolean;
}

/** Names that every JavaScript object has: never to be assigned from a text. */
const dangerous: readonly string[] = ["__proto__", "constructor", "prototype"];

/** The key's name, or null when it was reported and its entry is to be left out. */
export function readKey(
  reading: Reading,
  key: Key,
  path: Path,
  siblings: ReadonlyMap<string | number, SourceNode>,
): string | null {
  const name = nameOf(key);
  const refusal = name === null ? refuseNode(key) : refuseName(name, key, path, siblings, reading.lines);
  if (refusal === null) return name;
  const { rule, message, hint } = refusal;
  if (refusal.tearsMap) reading.misread.push(path);
  // One is enough: who knows merge keys from elsewhere has many.
  if (refusal.once && reading.diagnostics.some((found) => found.message === message)) return null;
  reading.diagnostics.push(syntaxError(rule, key.range.start, key.range.end, message, hint));
  return null;
}

function nameOf({ node }: Key): string | null {
  return isScalar(node) && typeof node.value === "string" && node.tag === undefined ? node.value : null;
}

function refuseNode({ node }: Key): Refusal {
  const rule = "yaml/forbidden-key";
  if (!isScalar(node))
    return { rule, message: "a map, a list or an alias cannot be a key", hint: "write a plain word" };
  const text = node.source;
  if (text === "") return { rule, message: "there is no key before the colon", hint: null };
  return { rule, message: `the key ${text} is not a string`, hint: `quote it: "${text}"` };
}

function refuseName(
  name: string,
  key: Key,
  path: Path,
  siblings: ReadonlyMap<string | number, SourceNode>,
  lines: Lines,
): Refusal | null {
  if (isPlain(key) && name === "<<") {
    const hint = "repeat the keys wherever it stands, or give the whole value an anchor and an alias";
    const message = 'the merge key "<<" is not part of YAML 1.2';
    // What it would have brought is missing in the map.
    return { rule: "yaml/forbidden-key", message, hint, tearsMap: true, once: true };
  }
  if (dangerous.includes(name)) {
    return {
      rule: "yaml/forbidden-key",
      message: `the key "${name}" is not allowed`,
      hint: "choose another name",
    };
  }
  return refuseTorn(name, key) ?? refuseCharacters(name) ?? refuseDuplicate(name, path, siblings, lines);
}

/** `[fd00::]` is read as a map with the key `fd00:`, `{a:::1}` as one with the key `a:::1`. */
function refuseTorn(name: string, key: Key): Refusal | null {
  if (!isPlain(key) || key.hasValue) return null;
  if (looksLikeBrokenIpv6(name)) {
    const message = `the IPv6 address ${name}: is not quoted, and is read as a map`;
    return { rule: "yaml/unquoted-ipv6", message, hint: quoteHint(`${name}:`), tearsMap: true };
  }
  const [, word, address = ""] = /^([a-z]\w*):(.+)$/i.exec(name) ?? [];
  if (!looksLikeIpv6(address)) return null;
  const message = `the IPv6 address ${address} is not quoted, and ${name} is read as one key`;
  return { rule: "yaml/unquoted-ipv6", message, hint: `write ${word}: "${address}"`, tearsMap: true };
}

function refuseCharacters(name: string): Refusal | null {
  const [space = null] = name.match(/[\n\t]/) ?? [];
  const [found] = findForbiddenCharacters(name);
  const words = space === null ? found?.words : space === "\n" ? "U+000A (a line feed)" : "U+0009 (a tab)";
  if (words === undefined) return null;
  return { rule: "yaml/forbidden-character", message: `${words} is not allowed in a key`, hint: null };
}

function refuseDuplicate(
  name: string,
  path: Path,
  siblings: ReadonlyMap<string | number, SourceNode>,
  lines: Lines,
): Refusal | null {
  const first = siblings.get(name)?.key;
  if (!first) return null;
  const { line } = lines(first.start);
  const message = `duplicate key "${name}" in ${formatPath(path)}: it is on line ${line} already`;
  return { rule: "yaml/duplicate-key", message, hint: "keep one of the two" };
}

function isPlain({ node }: Key): boolean {
  return isScalar(node) && node.type === "PLAIN";
}
