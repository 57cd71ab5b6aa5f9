import { isRecord, valueIn } from "../../base/untrusted-json.ts";

/** A value of a resource: "none" also where nobody writes it and AWS takes its default. */
export type Value<T> =
  | { readonly kind: "known"; readonly value: T }
  | { readonly kind: "none" }
  | { readonly kind: "unknown" };

/** A list of which some items may be known only after apply. */
export interface Items<T> {
  readonly known: readonly T[];
  /** False: there are, or may be, more. */
  readonly isComplete: boolean;
}

/** The arguments of a resource or of a block in it. Absent, null, the empty text and another type are all "none". */
export interface Fields {
  readonly text: (name: string) => Value<string>;
  readonly number: (name: string) => Value<number>;
  readonly flag: (name: string) => Value<boolean>;
  readonly texts: (name: string) => Items<string>;
  readonly blocks: (name: string) => Items<Fields>;
}

/** Makes values readable; `isWritten` says of an argument known after apply only whether the configuration sets it. */
export function fieldsOf(values: unknown, unknown: unknown, isWritten: (name: string) => boolean): Fields {
  const read = <T>(name: string, as: (value: unknown) => T | null): Value<T> => {
    if (unknown === true || valueIn(unknown, name) === true)
      return { kind: isWritten(name) ? "unknown" : "none" };
    const value = as(valueIn(values, name));
    return value === null ? { kind: "none" } : { kind: "known", value };
  };
  const items = <T>(name: string, as: (value: unknown, unknown: unknown) => T | null): Items<T> => {
    const isUnknown = unknown === true || valueIn(unknown, name) === true;
    if (isUnknown) return { known: [], isComplete: !isWritten(name) };
    return itemsOf(listed(valueIn(values, name)), listed(valueIn(unknown, name)), as);
  };
  return {
    text: (name) => read(name, textOf),
    number: (name) => read(name, numberOf),
    flag: (name) => read(name, flagOf),
    texts: (name) => items(name, textOf),
    blocks: (name) =>
      items(name, (value, part) => (isRecord(value) ? fieldsOf(value, part, () => true) : null)),
  };
}

function itemsOf<T>(
  values: readonly unknown[],
  unknown: readonly unknown[],
  as: (value: unknown, unknown: unknown) => T | null,
): Items<T> {
  const length = Math.max(values.length, unknown.length);
  const indexes = Array.from({ length }, (_, index) => index).filter((index) => unknown[index] !== true);
  const known = indexes.map((index) => as(values[index], unknown[index]));
  return {
    known: known.filter((one) => one !== null),
    isComplete: indexes.length === length,
  };
}

/** One text or block stands for a list of it, as where each block of several names one thing. */
function listed(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) || typeof value === "string" ? [value] : [];
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function numberOf(value: unknown): number | null {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

function flagOf(value: unknown): boolean | null {
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : null;
}
