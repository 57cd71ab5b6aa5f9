import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { byText } from "../../src/base/compare-texts.ts";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { blueprintSchema, examplesOf, resolve } from "../../src/blueprint/schema.ts";
import { badFiles, compiled } from "../../test/support/rule-corpus.ts";
import { systems } from "../../test/support/systems.ts";
import type { ReachedSection } from "./schema-sections.ts";
import { bestPlace, renderExample } from "./section-example.ts";
import { placesIn, type SectionPlace, sectionAt } from "./section-places.ts";

/** What a section of the page shows beside its keys. */
export interface SectionLinks {
  /** Lines of YAML, from a blueprint of the repository that has no errors. */
  readonly example: readonly string[];
  /** Names of the shipped blueprints that have such a section, sorted. */
  readonly blueprints: readonly string[];
  /** Ids of the rules whose bad blueprints have their finding in it, sorted. */
  readonly rules: readonly string[];
}

type Section = SectionPlace["properties"];

const ROOT = join(import.meta.dirname, "../..");
/** Has every key: the example of what no shipped blueprint has. */
const EVERYTHING = ["test/blueprint/ok/everything.yaml", "test/blueprint/ok/references.yaml"];

/** The links of every section of the page, by the section's properties. Throws where a section has no example. */
export function linkSections(sections: readonly ReachedSection[]): ReadonlyMap<Section, SectionLinks> {
  const shipped = systems.map(({ name }) => ({ name, places: placesOf(`blueprints/${name}.yaml`) }));
  const others = [EVERYTHING.flatMap(placesOf), sections.flatMap(examplesIn)];
  const rules = rulesBySection();
  return new Map(
    sections.map(({ node, title }) => {
      const section = node.properties ?? {};
      const isIn = ({ properties }: SectionPlace) => properties === section;
      const used = shipped.filter(({ places }) => places.some(isIn));
      const own = used.flatMap(({ places }) => places);
      const places = [own, ...others].map((all) => all.filter(isIn)).find((all) => all.length > 0);
      const best = bestPlace(places ?? [], blueprintSchema);
      if (best === undefined) throw new Error(`nothing shows ${title}`);
      const blueprints = used.map(({ name }) => name).sort(byText((name) => name));
      const links = {
        example: renderExample(best, blueprintSchema),
        blueprints,
        rules: rules.get(section) ?? [],
      };
      return [section, links];
    }),
  );
}

/** What the schema's examples of its keys show. */
function examplesIn({ places: [place = ""], node }: ReachedSection): readonly SectionPlace[] {
  const path = place.split(/[.]|(?=\[\])/).filter((step) => step !== "");
  const around = path.map((step) => (step === "[]" ? 0 : step.replace("<name>", "main")));
  return Object.entries(node.properties ?? {}).flatMap(([key, property]) => {
    const schema = resolve(property);
    return examplesOf(schema).flatMap((example) => placesIn(schema, example, [...around, key]));
  });
}

/** As they are written, without defaults, aliases resolved. */
function placesOf(file: string): readonly SectionPlace[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  if (readBlueprint(file, text).blueprint === null) throw new Error(`${file} has errors`);
  return placesIn(blueprintSchema, parse(text));
}

function rulesBySection(): ReadonlyMap<Section, readonly string[]> {
  const rules = new Map<Section, Set<string>>();
  for (const file of badFiles) {
    const [id = ""] = file.split("/");
    const { findings } = compiled(file);
    for (const { rule, pointer } of findings) {
      const section = pointer === null || rule !== id ? undefined : sectionAt(blueprintSchema, pointer);
      if (section !== undefined) rules.set(section, (rules.get(section) ?? new Set()).add(rule));
    }
  }
  return new Map([...rules].map(([section, ids]) => [section, [...ids].sort(byText((id) => id))]));
}
