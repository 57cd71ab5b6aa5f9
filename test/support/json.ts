/** One step into a JSON value: a key of an object or an index of a list. */
export type Step = string | number;

/** Whether a JSON value is an object (and no list). */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at the end of the steps; undefined when any of them leads nowhere. */
export function at(value: unknown, ...steps: readonly Step[]): unknown {
  let here = value;
  for (const step of steps) {
    if (Array.isArray(here) && typeof step === "number") here = here[step];
    else if (isObject(here) && typeof step === "string") here = here[step];
    else return undefined;
  }
  return here;
}

/** The list at the end of the steps; empty when there is none. */
export function listAt(value: unknown, ...steps: readonly Step[]): readonly unknown[] {
  const found = at(value, ...steps);
  return Array.isArray(found) ? found : [];
}

/** The text at the end of the steps; throws with the value at hand when there is none. */
export function textAt(value: unknown, ...steps: readonly Step[]): string {
  const found = at(value, ...steps);
  if (typeof found === "string") return found;
  throw new Error(`no text at ${steps.join(".")} of ${JSON.stringify(value)?.slice(0, 500)}`);
}

/** JSON text as a value; `what` names the text in the error. */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${what} is not JSON: ${text.slice(0, 500)}`);
  }
}
