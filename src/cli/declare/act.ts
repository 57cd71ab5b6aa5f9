import type { Options } from "../commands.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

/** What commander hands to an action: the options as they are declared. */
export interface Flags extends Partial<Omit<Options, "strict">> {
  readonly strict?: boolean;
  readonly color: boolean;
  readonly verbose?: boolean;
  readonly list?: boolean;
  readonly plan?: string;
}

/** What a command does once its options are read. */
export type Work = (options: Options, terminal: Terminal) => Promise<ExitCode>;

/** Reads the options, opens the terminal and keeps the exit code of the work. */
export type Act = (flags: Flags, work: Work) => Promise<void>;
