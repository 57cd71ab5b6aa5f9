import type { PolicyAttachment } from "./compute.ts";
import type { Tags } from "./shared.ts";

/** An IAM role that one AWS service assumes, with the policies attached to it. */
export interface ServiceRole {
  /** Logical id. It has an underscore, which no author's name has. */
  readonly id: string;
  /** The Name tag. */
  readonly displayName: string;
  /** The beginning of the role's name, to which Terraform appends what makes it the only one of the account. */
  readonly namePrefix: string;
  /** Who assumes it, such as `lambda.amazonaws.com`. */
  readonly service: string;
  /** Sorted by logical id. */
  readonly policies: readonly PolicyAttachment[];
  readonly tags: Tags;
}
