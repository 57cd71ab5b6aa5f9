import { invariant } from "./invariant.ts";

/**
 * A text that two plain values share only when nothing tells them apart but the identity of their parts: the order of keys
 * counts. Plain are scalars, bigint and `undefined` among them, and arrays and objects of them. Throws for all else.
 */
export function exactText(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (value === null || value === undefined || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map(exactText).join()}]`;
  invariant(isPlainObject(value), "a value that is no plain data");
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${exactText(item)}`);
  return `{${entries.join()}}`;
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
