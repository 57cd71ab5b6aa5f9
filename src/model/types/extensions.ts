import type { Path } from "../../base/path.ts";

/** A Terraform file of the user's own that stands in the stack's folder. */
export interface Extension {
  readonly path: Path;
  /** From the blueprint's folder, with forward slashes. */
  readonly file: string;
  /** In the stack's folder. */
  readonly name: string;
}
