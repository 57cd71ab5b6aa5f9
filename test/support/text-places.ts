import { readdirSync, readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import type { Path } from "../../src/base/path.ts";
import { isObject } from "./json.ts";

const FOLDER = new URL("../../blueprints/", import.meta.url).pathname;

/** A place of a text in a blueprint. */
export interface TextPlace {
  readonly file: string;
  readonly blueprint: unknown;
  readonly path: Path;
}

/** One place of each kind in `blueprints/`: names that authors invent, and list indexes, do not tell places apart. */
export function textPlaces(): readonly TextPlace[] {
  const places = new Map<string, TextPlace>();
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"))) {
    const blueprint: unknown = parse(readFileSync(`${FOLDER}${file}`, "utf8"));
    for (const path of textPaths(blueprint)) {
      const kind = path.map((step, depth) => (depth === 0 || depth % 2 === 1 ? step : "*")).join(".");
      if (!places.has(kind)) places.set(kind, { file, blueprint, path });
    }
  }
  return [...places.values()];
}

/** The blueprint with another text at the place, as YAML. */
export function withText({ blueprint, path }: TextPlace, text: string): string {
  return stringify(replaced(blueprint, path, text));
}

/** Every text in a blueprint, by its path. */
function textPaths(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value === "string") return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => textPaths(item, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => textPaths(item, [...path, key]));
}

function replaced(value: unknown, [step, ...rest]: Path, text: string): unknown {
  if (step === undefined) return text;
  if (Array.isArray(value)) return value.map((item, i) => (i === step ? replaced(item, rest, text) : item));
  if (!isObject(value)) throw new Error("no such path");
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === step ? replaced(item, rest, text) : item]),
  );
}
