import { hasErrors } from "../../../src/base/diagnostic.ts";
import { formatPath, type Path } from "../../../src/base/path.ts";
import type { Blueprint } from "../../../src/blueprint/blueprint.generated.ts";
import { validateSchema } from "../../../src/blueprint/validate-schema.ts";
import { normalise } from "../../../src/model/normalise.ts";
import { allRules } from "../../../src/rules/all-rules.ts";
import { judge } from "../../../src/rules/judge.ts";
import { isObject } from "../json.ts";
import { stackJson } from "../synth-json.ts";

/** What Hextet says of a blueprint, and what it would write however loud it objects; null when it can write nothing. */
interface Verdict {
  readonly errors: readonly string[];
  readonly json: Record<string, unknown> | null;
}

const TODAY = "2026-11-28";

/** Warnings refuse nothing, and take most of the time: one of them follows packets. */
const ERRORS = allRules.filter(({ severity }) => severity === "error");

/**
 * Judges a blueprint's data, and writes its stack even where the schema or a rule says no. `"the schema first"` asks no
 * rule of what the schema refuses: one error is enough, and the rules take half of the time.
 */
export function compileCandidate(data: unknown, judges: "all" | "the schema first" = "all"): Verdict {
  const filled: unknown = structuredClone(data);
  const errors = validateSchema(filled).errors.map(
    ({ instancePath, keyword }) => `schema at ${instancePath}: ${keyword}`,
  );
  try {
    // The schema may have refused it: what happens then is caught below.
    const { network, diagnostics } = normalise(filled as Blueprint);
    const isRefused = judges === "the schema first" && errors.length > 0;
    const found =
      network === null || isRefused ? diagnostics : [...diagnostics, ...judge(network, TODAY, ERRORS)];
    errors.push(...found.filter((one) => hasErrors([one])).map(({ rule, message }) => `${rule}: ${message}`));
    return { errors, json: network === null ? null : stackJson(network) };
  } catch (error) {
    // What Hextet refuses may be anything; what it takes must never throw.
    if (errors.length === 0) throw error;
    return { errors, json: null };
  }
}

/** A copy of the data with another value at a path. */
export function withValue(data: unknown, path: Path, value: unknown): unknown {
  const copy: unknown = structuredClone(data);
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce<unknown>(childAt, copy);
  if (Array.isArray(holder) && typeof last === "number") holder[last] = value;
  else if (isObject(holder) && typeof last === "string") holder[last] = value;
  else throw new Error(`no ${formatPath(path)} in the blueprint`);
  return copy;
}

function childAt(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isObject(value) ? value[step] : undefined;
}
