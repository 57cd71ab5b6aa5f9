import type { Path } from "../../src/base/path.ts";
import { schemaOf } from "../../src/blueprint/schema.ts";
import type { Network } from "../../src/model/types/network.ts";
import { isObject } from "./json.ts";

/**
 * The maps, and lists of maps, on the way to the findings' paths in which nothing stands before the first guilty entry,
 * in the order of the network's lists. A rule that gives up at the first innocent entry would pass there.
 */
export function withoutInnocentBefore(network: Network, findings: readonly Path[]): readonly string[] {
  const order = pathsIn(network);
  const collections = new Map(findings.flatMap(collectionsOn).map((path) => [JSON.stringify(path), path]));
  return [...collections].filter(([, path]) => isGuiltyFirst(path, order, findings)).map(([text]) => text);
}

/** The name-keyed maps and the lists of maps that a path leads through; a list of words is one value. */
function collectionsOn(path: Path): readonly Path[] {
  return path.map((_, depth) => path.slice(0, depth)).filter(isCollection);
}

function isCollection(path: Path): boolean {
  const { additionalProperties } = schemaOf(path);
  return (Boolean(additionalProperties) && !isOfTexts(path)) || schemaOf([...path, 0]).type === "object";
}

/** A map of texts, such as tags, has no paths in the network: its order is the author's. */
function isOfTexts(path: Path): boolean {
  return [schemaOf([...path, "any"]).type].flat().includes("string");
}

function isGuiltyFirst(collection: Path, order: readonly Path[], findings: readonly Path[]): boolean {
  const guilty = new Set(findings.filter((path) => startsWith(path, collection)).map(entryOf));
  const entries = order.filter((path) => path.length > collection.length && startsWith(path, collection));
  const [first] = entries.map(entryOf);
  return first === undefined || guilty.has(first);

  function entryOf(path: Path): string | number | undefined {
    return path[collection.length];
  }
}

/** Every `path` in the network, in the order of its lists, each once. */
function pathsIn(network: Network): readonly Path[] {
  const found = new Map<string, Path>();
  const seen = new Set<unknown>();
  walk(network);
  return [...found.values()];

  function walk(value: unknown): void {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (isObject(value) && isPath(value["path"])) found.set(JSON.stringify(value["path"]), value["path"]);
    for (const child of Object.values(value)) walk(child);
  }
}

function isPath(value: unknown): value is Path {
  return Array.isArray(value) && value.every((step) => typeof step === "string" || typeof step === "number");
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}
