/** What becomes of a resource that has another value than before, the worst first. */
const WORST_FIRST = ["replace", "may-replace", "update"] as const;

/** The worst of several; undefined for none. */
export function worstOf(
  actions: readonly (typeof WORST_FIRST)[number][],
): (typeof WORST_FIRST)[number] | undefined {
  return WORST_FIRST.find((one) => actions.includes(one));
}
