/** Throws when `condition` is false: a bug of ours, never a mistake of the user. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`internal error: ${message}`);
}

/** Ends a `switch` over a union: does not compile while a member is unhandled. */
export function assertNever(value: never): never {
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? `${part}` : part));
  throw new Error(`internal error: unhandled case ${text}`);
}
