import { isRecord } from "../../base/untrusted-json.ts";

/** The values of a resource of a Terraform state, of which nothing is certain. Absent, empty and of another type are one. */
export interface Values {
  /** As it stands in the state. */
  readonly value: (key: string) => unknown;
  /** Null for the empty text too: a state writes it for "not set". */
  readonly text: (key: string) => string | null;
  readonly number: (key: string) => number | null;
  readonly flag: (key: string) => boolean;
  readonly texts: (key: string) => readonly string[];
  /** The blocks of a nested block or attribute. */
  readonly blocks: (key: string) => readonly Values[];
}

/** Makes values of any shape readable. */
export function valuesIn(json: unknown): Values {
  const value = (key: string): unknown =>
    isRecord(json) && Object.hasOwn(json, key) ? json[key] : undefined;
  return {
    value,
    text: (key) => textOf(value(key)),
    number: (key) => numberOf(value(key)),
    flag: (key) => flagOf(value(key)) ?? false,
    texts: (key) => textsOf(value(key)),
    blocks: (key) => listOf(value(key)).filter(isRecord).map(valuesIn),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : isRecord(value) ? [value] : [];
}

/** A text; null for the empty one and for what is none. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** A number, also where it stands as text, such as a delay; null for what is none. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/** True or false, also where it stands as text; null for what is neither. */
export function flagOf(value: unknown): boolean | null {
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : null;
}

/** The texts of a list, without what is none; the empty list for what is no list. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((one) => textOf(one) ?? []);
}

/** The Name tag. */
export function nameTag(values: Values): string | null {
  return values.blocks("tags")[0]?.text("Name") ?? null;
}
