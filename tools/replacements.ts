/**
 * Asks the real provider, without network, what a change of each argument that Hextet writes does: update in place, or
 * replace. Run by hand when a service or an argument is added: `npm run replacements` (about ten minutes), with
 * resource types as arguments for these alone.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { argumentChanges } from "../src/aws/argument-changes.generated.ts";
import { at } from "../test/support/json.ts";
import { madeAttributes } from "../test/support/made-state.ts";
import { schemaVersion } from "../test/support/provider-schema.ts";
import { findTerraform } from "../test/support/tools.ts";
import { type Answer, askProvider, type Item, schemasOf } from "./replacements/ask-provider.ts";
import { type Body, type Trial, trialsOf } from "./replacements/trials.ts";

const TABLE = new URL("../src/aws/argument-changes.generated.ts", import.meta.url);
const BLUEPRINTS = new URL("../blueprints/", import.meta.url);
const EVERYTHING = new URL("../test/blueprint/ok/everything.yaml", import.meta.url);

/** A resource as it is before a trial, and the attributes that its state has. */
interface Base extends Item {
  readonly state: Body;
}

const terraform = findTerraform();
if (!terraform.found) throw new Error(terraform.why);
const tools = terraform.tool;
const schemas = await schemasOf(tools);
const files = readdirSync(BLUEPRINTS)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => new URL(name, BLUEPRINTS));
const types = process.argv.slice(2);
const isAsked = (type: string) => types.length === 0 || types.includes(type);
const trials = trialsOf([EVERYTHING, ...files], types);
process.stderr.write(`${trials.length} trials\n`);
writeFileSync(TABLE, table(await effects(trials, await basesOf(trials))));

function keyOf(type: string, body: Body): string {
  return `${type} ${JSON.stringify(body)}`;
}

async function basesOf(all: readonly Trial[]): Promise<ReadonlyMap<string, Base>> {
  const items = new Map(all.map(({ type, before }) => [keyOf(type, before), { type, body: before }]));
  const answers = await askProvider(tools, [...items.values()]);
  const bases = [...items].flatMap(([key, item], index): [string, Base][] => {
    const answer = answers[index];
    if (answer?.kind !== "planned") return [];
    return [[key, { ...item, state: madeAttributes(answer.change, schemas[item.type]) }]];
  });
  // A made-up state that is replaced without any change says nothing of changes.
  const states = new Map(bases.map(([, { state }], index) => [index, state]));
  const controls = await askProvider(
    tools,
    bases.map(([, base]) => base),
    states,
    schemas,
  );
  return new Map(bases.filter((_, index) => effectOf(controls[index]) === "update"));
}

type Effects = ReadonlyMap<string, ReadonlyMap<Trial["kind"], ReadonlySet<string>>>;

async function effects(all: readonly Trial[], bases: ReadonlyMap<string, Base>): Promise<Effects> {
  const asked = all.flatMap((trial) => {
    const base = bases.get(keyOf(trial.type, trial.before));
    return base === undefined ? [] : [{ trial, base }];
  });
  const states = new Map(asked.map(({ base }, index) => [index, base.state]));
  const items = asked.map(({ trial }) => ({ type: trial.type, body: trial.after }));
  const answers = await askProvider(tools, items, states, schemas);
  const found = new Map<string, Map<Trial["kind"], Set<string>>>();
  for (const [index, { trial }] of asked.entries()) {
    const effect = effectOf(answers[index]);
    if (effect === null) continue;
    const name = `${trial.type}.${trial.argument}`;
    const kinds = found.get(name) ?? new Map<Trial["kind"], Set<string>>();
    found.set(name, kinds.set(trial.kind, (kinds.get(trial.kind) ?? new Set()).add(effect)));
  }
  return found;
}

/** Null when the provider takes no such value, which says nothing of what a change does. */
function effectOf(answer: Answer | undefined): "replace" | "update" | null {
  if (answer?.kind !== "planned") return null;
  const actions: unknown = at(answer.change, "actions");
  return Array.isArray(actions) && actions.includes("delete") ? "replace" : "update";
}

function table(found: Effects): string {
  const asked = [...found].map(([name, kinds]): [string, string] => [name, cell(kinds)]);
  const kept = Object.entries(argumentChanges)
    .filter(([name]) => !isAsked(name.slice(0, name.indexOf("."))))
    .map(([name, change]): [string, string] => [name, words(Object.entries(change))]);
  const rows = [...asked, ...kept]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, row]) => `  "${name}": ${row},`);
  return [
    "// Made by tools/replacements.ts with the real provider: run it again, and do not edit this.",
    'import type { ArgumentChange } from "./argument-changes.ts";',
    "",
    "/** The version of the AWS provider that was asked. */",
    `export const changesAskedOf = "${schemaVersion}";`,
    "",
    "/** What the provider plans when an argument changes, as `<type>.<argument>` with the blocks between. */",
    "export const argumentChanges: Readonly<Record<string, ArgumentChange>> = {",
    ...rows,
    "};",
    "",
  ].join("\n");
}

function cell(kinds: ReadonlyMap<Trial["kind"], ReadonlySet<string>>): string {
  const entries = (["change", "set", "unset"] as const).flatMap((kind): [string, string][] => {
    const [effect, other] = [...(kinds.get(kind) ?? [])];
    return effect === undefined ? [] : [[kind, other === undefined ? effect : "may-replace"]];
  });
  return words(entries);
}

function words(entries: readonly (readonly [string, string])[]): string {
  return `{ ${entries.map(([kind, effect]) => `${kind}: "${effect}"`).join(", ")} }`;
}
