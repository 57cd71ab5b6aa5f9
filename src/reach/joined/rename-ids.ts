import type { Place } from "../topology/topology.ts";

/** How a stack's ids and places are written in a topology of several stacks. */
export interface Renaming {
  readonly id: (id: string) => string;
  readonly place: (place: Place) => Place;
}

/** Keys whose texts are for people, or names that AWS or an author gives: no ids. */
const TEXTS: ReadonlySet<string> = new Set([
  "kind",
  "name",
  "what",
  "why",
  "where",
  "domain",
  "service",
  "zone",
  "region",
  "to",
]);

/** A copy of a topology's part in which every id and every place is renamed. */
export function renameIds<T>(part: T, renaming: Renaming): T {
  // The copy has the shape of the original: only texts and places become others of their kind.
  return renamed(part, "", renaming) as T;
}

function renamed(value: unknown, key: string, renaming: Renaming): unknown {
  if (typeof value === "string") return TEXTS.has(key) ? value : renaming.id(value);
  if (Array.isArray(value)) return value.map((item) => renamed(item, key, renaming));
  if (typeof value !== "object" || value === null) return value;
  if (isPlace(value)) return renaming.place(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, renamed(item, name, renaming)]),
  );
}

function isPlace(value: object): value is Place {
  return "kind" in value && value.kind === "blueprint" && "path" in value;
}
