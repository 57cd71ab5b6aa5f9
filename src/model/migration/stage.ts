import type { StageId } from "../types/migration.ts";
import type { Network } from "../types/network.ts";

/** One step of a migration. */
export interface Stage {
  readonly id: StageId;
  /** What it does, as a sentence without its full stop. */
  readonly title: string;
  /** Why it comes at this place, and what to know before it. */
  readonly why: string;
  /** The network as it is before the stage: without what the stage brings. Later stages have been taken out already. */
  readonly without: (network: Network) => Network;
}
