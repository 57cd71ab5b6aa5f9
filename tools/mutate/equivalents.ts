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
    file: /\/log-retention-days\.ts$/,
    before: /^allowed > days$/,
    after: /^allowed >= days$/,
    why: "Here the days are none of those allowed.",
  },
  {
    file: /\/existing-id-twice\.ts$/,
    before: /^"_rule"$/,
    after: /^""$/,
    why: "Only whether two types are the same counts; no resource is called as the rest.",
  },
  {
    file: /\/migration-stage-not-ready\.ts$/,
    before: /^continue;$/,
    after: /^break;$/,
    why: "The list is in the order of the stages: behind one that is not reached none is.",
  },
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
  {
    file: /\/read-plan\.ts$/,
    before: /^bytes\[0\] === 0xff && bytes\[1\] === 0xfe$/,
    after: /^bytes/,
    why: "Neither byte begins a JSON text in any encoding: with one of them alone it is no JSON object either way.",
  },
  {
    file: /\/plan-move\.ts$/,
    before: /^end >= start$/,
    after: /^end > start$/,
    why: "Where the stage stays, there is no move in either direction.",
  },
  {
    file: /\/stage-step\.ts$/,
    before: /^(0|index < 0)$/,
    after: /^(1|index <= 0)$/,
    why: "A stage has the index 0, so it is answered before.",
  },
  {
    file: /\/(first-stage|announced|judge-losses)\.ts$/,
    before: /^1$/,
    after: /^2$/,
    why: "The number of parts to split into: only the first is used.",
  },
  {
    file: /\/announced\.ts$/,
    before: /^held\.names\.filter/,
    after: /^held\.names$/,
    why: "In a change of one argument, the names of others find nothing, which loses nothing.",
  },
  {
    file: /\/losses\.ts$/,
    before: /^""$/,
    after: /^"mutant"$/,
    why: "What is split has a first part always.",
  },
  {
    file: /\/network-acl-numbers\.ts$/,
    before: /^1$/,
    after: /^2$/,
    why: "One more number than are taken has a free one among them already.",
  },
  {
    file: /\/network-acl-analysis\.ts$/,
    before: /^selectors\.from <= to && from <= selectors\.to$/,
    after: /^from <= selectors\.to$/,
    why: "What is denied behind the last port matches none of those looked at; an address more is one of the block's.",
  },
  {
    file: /\/network-acl-twins\.ts$/,
    before: /^entry\.cidr\.family === "ipv4" && entry\.action === action$/,
    after: /^entry\.action === action$/,
    why: "An IPv6 entry is its own twin.",
  },
];
