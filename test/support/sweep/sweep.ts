import { blueprintSchema } from "../../../src/blueprint/schema.ts";
import type { TerraformTools } from "../tools.ts";
import { askProvider, type Resources, resourcesOf } from "./ask-provider.ts";
import { candidatesFor } from "./candidates.ts";
import { compileCandidate, withValue } from "./compile-candidate.ts";
import { type Place, placesIn } from "./places.ts";
import { renamed } from "./rename.ts";

/** What both sides say of one blueprint. */
export interface Outcome {
  /** The place and the value, such as `rds.instances.*.port = 0`. */
  readonly what: string;
  readonly key: string;
  /** What Hextet has against it, beside what it has against the base. */
  readonly hextet: readonly string[];
  /** What the provider has against it; null: nothing could be written, so it was not asked. */
  readonly provider: readonly string[] | null;
}

interface Asked {
  readonly what: string;
  readonly key: string;
  readonly hextet: readonly string[];
  /** Index among the sets of resources; null: nothing was written. */
  readonly set: number | null;
}

/** Different sets of resources, each once. */
class Sets {
  readonly list: Resources[] = [];
  readonly #known = new Map<string, number>();

  add(set: Resources): number {
    const text = JSON.stringify([...set]);
    const index = this.#known.get(text) ?? this.list.push(set) - 1;
    this.#known.set(text, index);
    return index;
  }
}

/** Tries every candidate for every place of the bases, and every way of naming, with Hextet and with the provider. */
export async function sweep(
  terraform: TerraformTools,
  bases: ReadonlyMap<string, Record<string, unknown>>,
): Promise<readonly Outcome[]> {
  const sets = new Sets();
  const asked = [...bases].flatMap(([section, base]) => askHextet(section, base, sets));
  const accepted = asked.flatMap(({ hextet, set }) => (hextet.length === 0 && set !== null ? [set] : []));
  const told = await askProvider(terraform, sets.list, new Set(accepted));
  return asked.map(({ what, key, hextet, set }) => ({
    what,
    key,
    hextet,
    provider: set === null ? null : (told[set] ?? []).map(({ summary, detail }) => `${summary} ${detail}`),
  }));
}

function askHextet(section: string, base: Record<string, unknown>, sets: Sets): readonly Asked[] {
  const verdict = compileCandidate(base);
  if (verdict.json === null)
    throw new Error(`the base of ${section} is no network: ${verdict.errors.join("; ")}`);
  const written = resourcesOf(verdict.json);
  const ask = (key: string, value: unknown, data: unknown): Asked => {
    const { errors, json } = compileCandidate(data);
    const hextet = errors.filter((error) => !verdict.errors.includes(error));
    const what = `${key} = ${JSON.stringify(value)?.slice(0, 100) ?? "left out"}`;
    return { what, key, hextet, set: json === null ? null : sets.add(changed(written, resourcesOf(json))) };
  };
  const places = placesIn(base, blueprintSchema).filter((place) => belongsTo(place, section));
  const values = places
    .flatMap(candidatesFor)
    .map(({ place, value }) => ask(place.key, value, withValue(base, place.path, value)));
  const names = NAMINGS.map(({ title, rename }) =>
    ask(`names of ${section}`, title, renamed(base, blueprintSchema, rename)),
  );
  return [
    { what: `base of ${section}`, key: section, hextet: [], set: sets.add(written) },
    ...values,
    ...names,
  ];
}

/** Ways to name everything, the stack too: as long as names get, and as AWS does not like them. */
const NAMINGS = [
  { title: "32 characters", rename: (name: string) => name.padEnd(32, "x") },
  { title: "sg-", rename: (name: string) => `sg-${name}`.slice(0, 32) },
  { title: "internal-", rename: (name: string) => `internal-${name}`.slice(0, 32) },
  { title: "aws-", rename: (name: string) => `aws-${name}`.slice(0, 32) },
  { title: "a digit at the end", rename: (name: string) => `${name.slice(0, 31)}1` },
] as const;

/** Tags are the same everywhere: those of the VPC stand for all. */
function belongsTo({ key }: Place, section: string): boolean {
  if (/\.tags(\.|$)/.test(key)) return key.startsWith("network.vpc.tags");
  return key.startsWith(`${section}.`);
}

function changed(before: Resources, after: Resources): Resources {
  const differs = ([address, body]: readonly [string, unknown]) =>
    JSON.stringify(body) !== JSON.stringify(before.get(address));
  return new Map([...after].filter(differs));
}
