import { DefaultTokenResolver, StringConcat, type TerraformStack, Tokenization } from "../engine.ts";

/** Texts that CDKTF may see a token in: its marks, and numbers with an exponent, which stand for tokens when enormous. */
const MAY_HOLD_TOKEN = /TfToken\[|Map Token Value|[-|\d.+]e[-|\d.eE+]/;

/** CDKTF's numbers that stand for tokens are larger than any that a blueprint has. */
const SMALLEST_TOKEN_NUMBER = 1e200;
const NUMBER_MAP_TOKEN = -123456789;

/** Where CDKTF calls a structure cyclic. */
const DEEPEST = 200;

/**
 * The value without tokens, with the same result and errors as CDKTF's own `resolve`. Only what may hold a token goes
 * to CDKTF, which makes several objects and runs five patterns for every text: that was half of the time of a synthesis.
 */
export function resolveTokens(stack: TerraformStack, value: unknown): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  const asCdktf = (one: unknown): unknown =>
    Tokenization.resolve(one, { scope: stack, resolver, preparing: false });
  const resolve = (one: unknown, depth: number): unknown => {
    if (isPlainScalar(one)) return one;
    if (depth > DEEPEST) return asCdktf(one);
    if (Array.isArray(one)) {
      // One element may stand for a whole list.
      if (one.some((item) => typeof item !== "object" && !isPlainScalar(item))) return asCdktf(one);
      return one.map((item) => resolve(item, depth + 1)).filter((item) => item !== undefined);
    }
    if (!isPlainObject(one)) return asCdktf(one);
    const entries = Object.entries(one).map(([key, item]) => [key, resolve(item, depth + 1)] as const);
    return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
  };
  return resolve(value, 0);
}

function isPlainScalar(value: unknown): boolean {
  if (typeof value === "string") return !MAY_HOLD_TOKEN.test(value);
  if (typeof value === "number") return Math.abs(value) < SMALLEST_TOKEN_NUMBER && value !== NUMBER_MAP_TOKEN;
  return value === null || value === undefined || typeof value === "boolean";
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return (
    typeof Reflect.get(value, "resolve") !== "function" &&
    !Object.keys(value).some((key) => MAY_HOLD_TOKEN.test(key))
  );
}
