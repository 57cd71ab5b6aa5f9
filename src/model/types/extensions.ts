import type { Path } from "../../base/path.ts";

/** A Terraform file of the user's own that stands in the stack's folder, or a folder of such. */
export interface Extension {
  readonly path: Path;
  /** From the blueprint's folder, with forward slashes, one at the end of a folder. */
  readonly file: string;
  /** In the stack's folder; empty for a folder, whose files only the command line knows. */
  readonly name: string;
  readonly isFolder: boolean;
}
