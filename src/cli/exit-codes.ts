/** What the exit code of `hextet` says; documented in `hextet --help`. */
export const exitCodes = {
  /** Nothing is wrong; there may be warnings and notes. */
  clean: 0,
  /** The blueprints have errors, with `--strict` warnings too, or files cannot be read or written. */
  findings: 1,
  /** The command line is wrong. */
  usage: 2,
  /** Hextet itself failed. */
  internal: 3,
  /** `hextet check`, `hextet stacks --check`: what was written before is not what the blueprints say. */
  stale: 4,
  /** `hextet diff`: something that holds data or an address goes, and nobody has said that it may. */
  loses: 5,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
