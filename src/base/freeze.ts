import { invariant } from "./invariant.ts";

/**
 * Freezes plain data (objects, arrays, primitives) at every depth, and returns it. The data must have no cycles;
 * a Map, a Set or an instance of a class in it throws, because freezing would not make it read-only.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  invariant(isPlain(value), `${Object.prototype.toString.call(value)} cannot be frozen`);
  for (const child of Object.values(value)) deepFreeze(child);
  return Object.freeze(value);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
