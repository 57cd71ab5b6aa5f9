import { readdirSync } from "node:fs";
import type { Fact } from "../../src/aws/facts/fact.ts";
import { byText } from "../../src/base/compare-texts.ts";

const FOLDER = new URL("../../src/aws/facts/", import.meta.url);

const modules = await Promise.all(
  readdirSync(FOLDER).map(async (file) => (await import(new URL(file, FOLDER).href)) as object),
);

/** Every fact, sorted by id: those of all tables in `src/aws/facts/`, whose names end with `Facts`. */
export const allFacts: readonly Fact[] = modules
  .flatMap((module) => Object.entries(module).filter(([name]) => name.endsWith("Facts")))
  .flatMap(([, table]) => Object.values(table as Readonly<Record<string, Fact>>))
  .sort(byText(({ id }) => id));
