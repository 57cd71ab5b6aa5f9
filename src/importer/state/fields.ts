import { isRecord } from "../../base/untrusted-json.ts";

/** The values of a resource of a Terraform state, of which nothing is certain. Absent, empty and of another type are one. */
export interface Fields {
  /** Null for the empty text too: a state writes it for "not set". */
  readonly text: (key: string) => string | null;
  readonly number: (key: string) => number | null;
  readonly flag: (key: string) => boolean;
  readonly texts: (key: string) => readonly string[];
  /** The blocks of a nested block or attribute. */
  readonly blocks: (key: string) => readonly Fields[];
}

/** Makes values of any shape readable. */
export function fieldsOf(values: unknown): Fields {
  const at = (key: string): unknown =>
    isRecord(values) && Object.hasOwn(values, key) ? values[key] : undefined;
  const list = (key: string): readonly unknown[] => {
    const value = at(key);
    return Array.isArray(value) ? value : isRecord(value) ? [value] : [];
  };
  return {
    text: (key) => textOf(at(key)),
    number: (key) => numberOf(at(key)),
    flag: (key) => at(key) === true || at(key) === "true",
    texts: (key) => list(key).flatMap((value) => textOf(value) ?? []),
    blocks: (key) => list(key).filter(isRecord).map(fieldsOf),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** Some numbers are texts in a state, such as a delay. */
function numberOf(value: unknown): number | null {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/** The Name tag. */
export function nameTag(fields: Fields): string | null {
  return fields.blocks("tags")[0]?.text("Name") ?? null;
}
