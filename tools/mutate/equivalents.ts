/** Mutants that no blueprint can show, and why. */
export interface Equivalent {
  readonly file: RegExp;
  /** The text that the mutant replaces. */
  readonly before: RegExp;
  /** What stands there instead. */
  readonly after: RegExp;
  readonly why: string;
}

/** Every mutant that is known to change nothing. */
export const equivalents: readonly Equivalent[] = [
  {
    file: /\/target-address-family\.ts$/,
    before: /family === undefined$/,
    after: /^target\.kind !== "address"$/,
    why: "The normaliser refuses what is no address, so that every address has a family.",
  },
  {
    file: /\/network-acl-too-many-entries\.ts$/,
    before: /^cidr\.family === family$/,
    after: /^cidr\.family !== family$/,
    why: "There are two families: the larger of both numbers is the same when each counts the other's.",
  },
];
