import type { Path } from "../../base/path.ts";
import type { Network } from "./network.ts";

/** A thing of the blueprint that had another name before. */
export interface Rename {
  /** Where the thing stands, under its name of today. */
  readonly path: Path;
  /** Where things of its kind stand, such as `network.subnets.*`. */
  readonly kind: string;
  /** What it is called in findings, such as "tier". */
  readonly word: string;
  /** What of it AWS knows by a name, in words; null: nothing. */
  readonly named: string | null;
  /** True when its name in AWS is written, so that it does not follow from the new name. */
  readonly hasAwsName: boolean;
  readonly from: string;
  readonly to: string;
  /** A name that the blueprint has nowhere: what it stands in follows from the renamed thing. */
  readonly mark: string;
}

/** The renamed things of a network, and the network under other names, from which the moves of its state follow. */
export interface Renames {
  readonly list: readonly Rename[];
  /** With the mark of each renamed thing for its name. */
  readonly marked: Network;
  /** With the names of before. */
  readonly former: Network;
}

/** A thing of the blueprint that AWS knows by a name. */
export interface NamedInAws {
  readonly path: Path;
  /** Where things of its kind stand, such as `loadBalancers.*`. */
  readonly kind: string;
  readonly word: string;
  readonly name: string;
  /** What stands for its name in AWS. */
  readonly awsName: string;
  /** True when the author wrote that. */
  readonly isWritten: boolean;
}
