import type { Prefix } from "../../base/prefix.ts";

/** Tags as AWS has them: key to value. */
export type Tags = Readonly<Record<string, string>>;

/** A block as the author wrote it, beside what it means. `prefix` keeps host bits that should not be there. */
export interface Cidr {
  readonly text: string;
  readonly prefix: Prefix;
}
