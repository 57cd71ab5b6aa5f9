/** Levels: what is nested deeper could exhaust the stack of what walks over it. */
const MAX_DEPTH = 200;

/** True for a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a text that may be JSON; null when it is not. */
export function parseJson(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    return null;
  }
}

/** What a JSON object has under the keys, each one level deeper; undefined where there is nothing. */
export function valueIn(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce(
    (inner, key) => (isRecord(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  );
}

/** The items of a JSON list; none when it is something else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A JSON text; null when it is something else. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** True when a JSON value is nested too deep to be walked over. */
export function isDeeplyNested(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const holders = level.filter((one): one is object => typeof one === "object" && one !== null);
    level = holders.flatMap((one): unknown[] => Object.values(one));
  }
  return level.length > 0;
}
