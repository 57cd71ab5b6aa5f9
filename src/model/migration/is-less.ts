import { givenByWord } from "../../aws/address-arguments.ts";
import { isRecord } from "../../base/untrusted-json.ts";

/**
 * True when something that an argument gave is gone with its new value: a block, an address, a rule. An argument that
 * gave nothing loses nothing.
 */
export function isLess(before: unknown, after: unknown): boolean {
  if (isEmpty(before)) return false;
  if (typeof before === "number") return typeof after !== "number" || after < before;
  if (Array.isArray(before)) {
    const kept = new Set((Array.isArray(after) ? after : []).map(identity));
    return before.some((one) => !kept.has(identity(one)));
  }
  const [given, left] = [wordOf(before), wordOf(after)];
  if (given !== null && left !== null) return given.some((one) => !left.includes(one));
  return JSON.stringify(before) !== JSON.stringify(after);
}

/**
 * True when it is another value, of an argument of which there is no more and no less. -1, which stands for every port and
 * every type, is what is not set.
 */
export function isAnother(before: unknown, after: unknown): boolean {
  const [was, is] = [before, after].map((value) => (value === -1 || value === "" ? null : (value ?? null)));
  return JSON.stringify(was) !== JSON.stringify(is);
}

/** True for a value that gives no block, no address and no rule. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false || value === 0) return true;
  return Array.isArray(value) ? value.length === 0 : wordOf(value)?.length === 0;
}

function wordOf(value: unknown): readonly string[] | null {
  return typeof value === "string" && Object.hasOwn(givenByWord, value) ? (givenByWord[value] ?? null) : null;
}

/** Rules and entries are the same with another description. */
function identity(value: unknown): string {
  if (!isRecord(value)) return JSON.stringify(value);
  const { description: _words, ...rest } = value;
  return JSON.stringify(rest);
}
