import { readdirSync } from "node:fs";
import type { Fact } from "../../src/aws/facts/fact.ts";
import { byText } from "../../src/base/compare-texts.ts";

const FOLDER = new URL("../../src/aws/facts/", import.meta.url);

/** The facts of each topic, by their keys: of every file in the folder, so that none is forgotten. */
export const topics: readonly Readonly<Record<string, Fact>>[] = await Promise.all(
  readdirSync(FOLDER)
    .filter((file) => file !== "fact.ts")
    .sort()
    .map(async (file) => factsIn(file, Object.entries(await import(new URL(file, FOLDER).href)))),
);

/** A file exports one topic, `<name>Facts`; anything else beside it is no fact. */
function factsIn(file: string, exported: readonly (readonly [string, unknown])[]) {
  const [topic, ...others] = exported.filter(([name]) => name.endsWith("Facts"));
  if (topic === undefined || others.length > 0) throw new Error(`${file} exports no topic, or several`);
  return topic[1] as Readonly<Record<string, Fact>>;
}

/** Every fact, sorted by id. */
export const allFacts: readonly Fact[] = topics
  .flatMap((topic) => Object.values(topic))
  .sort(byText(({ id }) => id));
