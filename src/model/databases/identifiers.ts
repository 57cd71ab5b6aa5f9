import { displayName, limitName, shortHash } from "../names.ts";

/**
 * The AWS identifier `<stack>-<parts>` of a database or a cache, within `limit` characters. AWS refuses two hyphens in
 * a row; names that differ in nothing else get their hash.
 */
export function identifier(stack: string, parts: readonly string[], limit: number): string {
  const full = displayName(stack, parts.join("-"));
  const single = full.replace(/-{2,}/g, "-");
  const named = single === full ? full : `${single}-${shortHash(full)}`;
  return limitName(named, limit);
}
