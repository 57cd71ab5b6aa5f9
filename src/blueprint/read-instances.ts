import { atKey } from "../base/diagnostic.ts";
import { didYouMean } from "../base/did-you-mean.ts";
import type { Path } from "../base/path.ts";
import { applyEnvironment } from "./apply-environment.ts";
import type { BlueprintFile } from "./blueprint-file.ts";
import type { Environment } from "./environment.ts";
import { shapeError } from "./mistake.ts";
import { isMap } from "./placed.ts";
import { type BlueprintReading, readShape, readWhole, type WholeReading } from "./read-blueprint.ts";
import { createSource } from "./source.ts";

/** A blueprint as one of its environments has it, or as it stands where it has none. */
export interface Instance extends BlueprintReading {
  /** Null: the blueprint has no environments. */
  readonly environment: Environment | null;
  /** Where the values of the environment stand in the blueprint, in the order written. */
  readonly values: readonly Path[];
  /** The same stack with only the first so many of these values. */
  readonly withFirst: (count: number) => Instance;
}

/**
 * The stacks that a blueprint describes: one, or one for each of its environments, or the one environment that is asked for. Each
 * value keeps the place of the line that decides it. Never throws, whatever the text.
 */
export function readInstances(file: BlueprintFile): readonly Instance[] {
  const read = readWhole(file);
  const names = environmentsOf(read);
  const asked = file.environment;
  if (asked !== undefined && read.whole !== null && !names.includes(asked))
    return [asItStands(withoutEnvironment(read.reading, asked, names), null)];
  const wanted = names.filter((name) => asked === undefined || name === asked);
  const [first] = wanted;
  if (first === undefined) return [asItStands(read.reading, null)];
  return wanted.map((name) => instanceOf(read, file, name));
}

function environmentsOf({ reading, whole }: WholeReading): readonly string[] {
  const written = whole?.value ?? reading.written;
  const environments = isMap(written) ? written["environments"] : null;
  return isMap(environments) ? Object.keys(environments) : [];
}

function asItStands(reading: BlueprintReading, environment: Environment | null): Instance {
  const instance: Instance = { ...reading, environment, values: [], withFirst: () => instance };
  return instance;
}

function instanceOf(read: WholeReading, file: BlueprintFile, name: string, most?: number): Instance {
  const { reading, whole } = read;
  const environment = { name, blueprint: reading.name ?? "" };
  if (whole === null) return asItStands({ ...reading, name: stackOf(reading, name) }, environment);
  const { blueprint, diagnostics, values } = applyEnvironment(whole, name, most);
  const source = createSource(file.file, reading.source.text, blueprint.node);
  const before = [...reading.diagnostics, ...diagnostics];
  const own = readShape(blueprint, source, [], before, reading.included);
  return { ...own, environment, values, withFirst: (count) => instanceOf(read, file, name, count) };
}

/** What the stack of an environment is called, also where there are errors. */
function stackOf({ name, written }: BlueprintReading, environment: string): string | null {
  const environments = isMap(written) ? written["environments"] : null;
  const own = isMap(environments) ? environments[environment] : null;
  const ownName = isMap(own) ? own["name"] : undefined;
  if (typeof ownName === "string") return ownName;
  return name === null ? null : `${name}-${environment}`;
}

function withoutEnvironment(
  reading: BlueprintReading,
  asked: string,
  names: readonly string[],
): BlueprintReading {
  const known = names.length === 0 ? "the blueprint has none" : `known: ${names.join(", ")}`;
  const message = `the blueprint has no environment "${asked}"`;
  const hint = didYouMean(asked, names, known);
  const diagnostic = shapeError("environment/unknown-environment", atKey(["environments"]), message, hint);
  return { ...reading, blueprint: null, diagnostics: [...reading.diagnostics, diagnostic] };
}
