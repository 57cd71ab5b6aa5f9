/**
 * A part of a blueprint before the schema's defaults: every key of `T` may be left out, and a key that the schema does
 * not have does not compile. Texts are what was found; the schema judges them when the blueprint is read.
 */
export type Section<T> = T extends number
  ? number
  : T extends string
    ? string
    : T extends readonly unknown[]
      ? T
      : T extends object
        ? { readonly [Key in keyof T]?: Section<T[Key]> | undefined }
        : T;

/** Sections by the names of what they describe. */
export type Sections<T> = Readonly<Record<string, Section<T>>>;

/** The section without the keys whose value is undefined or an empty map or list. */
export function compact<T extends object>(section: Section<T>): Section<T>;
export function compact(section: object): object {
  return Object.fromEntries(Object.entries(section).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
