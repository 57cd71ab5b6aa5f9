/** A part of a blueprint as plain data, keys in the order in which they are to be read. */
export type Section = Readonly<Record<string, unknown>>;

/** The section without the keys whose value is undefined or an empty map or list. */
export function compact(section: Section): Section {
  return Object.fromEntries(Object.entries(section).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
