import { blueprintSchema } from "../../../src/blueprint/schema.ts";
import { type Resources, resourcesOf } from "./ask-provider.ts";
import { candidatesFor } from "./candidates.ts";
import { compileCandidate, withValue } from "./compile-candidate.ts";
import { type Place, placesIn } from "./places.ts";
import { renamed } from "./rename.ts";
import { sectionOf, sweepBases } from "./sweep-base.ts";

/** What Hextet says of one candidate, and the resources that it changes; null: nothing could be written. */
export interface Asked {
  readonly what: string;
  readonly key: string;
  readonly hextet: readonly string[];
  readonly resources: Resources | null;
}

/** What Hextet says of all candidates of a section. */
export function askHextet(section: string): readonly Asked[] {
  const base = sweepBases().get(section);
  if (base === undefined) throw new Error(`there is no section ${section}`);
  const verdict = compileCandidate(base);
  if (verdict.json === null)
    throw new Error(`the base of ${section} is no network: ${verdict.errors.join("; ")}`);
  const written = resourcesOf(verdict.json);
  const ask = (key: string, value: unknown, data: unknown): Asked => {
    const { errors, json } = compileCandidate(data, "the schema first");
    const hextet = errors.filter((error) => !verdict.errors.includes(error));
    const what = `${key} = ${JSON.stringify(value)?.slice(0, 100) ?? "left out"}`;
    return { what, key, hextet, resources: json === null ? null : changed(written, resourcesOf(json)) };
  };
  const places = placesIn(base, blueprintSchema).filter((place) => belongsTo(place, section));
  const values = places
    .flatMap(candidatesFor)
    .map(({ place, value }) => ask(place.key, value, withValue(base, place.path, value)));
  const names = NAMINGS.map(({ title, rename }) =>
    ask(`names of ${section}`, title, renamed(base, blueprintSchema, rename)),
  );
  return [{ what: `base of ${section}`, key: section, hextet: [], resources: written }, ...values, ...names];
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
  if (/\.tags(\.|$)/.test(key)) return section === "network" && key.startsWith("network.vpc.tags");
  return sectionOf(key) === section;
}

function changed(before: Resources, after: Resources): Resources {
  const differs = ([address, body]: readonly [string, unknown]) =>
    JSON.stringify(body) !== JSON.stringify(before.get(address));
  return new Map([...after].filter(differs));
}
