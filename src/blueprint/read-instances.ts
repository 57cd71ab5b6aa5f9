import { atKey } from "../base/diagnostic.ts";
import { didYouMean } from "../base/did-you-mean.ts";
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
    return [{ ...withoutEnvironment(read.reading, asked, names), environment: null }];
  const wanted = names.filter((name) => asked === undefined || name === asked);
  const [first] = wanted;
  if (first === undefined) return [{ ...read.reading, environment: null }];
  return wanted.map((name) => instanceOf(read, file, name));
}

function environmentsOf({ reading, whole }: WholeReading): readonly string[] {
  const written = whole?.value ?? reading.written;
  const environments = isMap(written) ? written["environments"] : null;
  return isMap(environments) ? Object.keys(environments) : [];
}

function instanceOf({ reading, whole }: WholeReading, { file }: BlueprintFile, name: string): Instance {
  const environment = { name, blueprint: reading.name ?? "" };
  if (whole === null) return { ...reading, name: stackOf(reading, name), environment };
  const { blueprint, diagnostics } = applyEnvironment(whole, name);
  const source = createSource(file, reading.source.text, blueprint.node);
  const before = [...reading.diagnostics, ...diagnostics];
  return { ...readShape(blueprint, source, [], before, reading.included), environment };
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
