import type { Path } from "../../base/path.ts";
import type { NamedOutput } from "./outputs.ts";

/** A policy of a role's own. */
export interface InlinePolicy {
  /** Logical id: `<role>_<name>`. */
  readonly id: string;
  readonly path: Path;
  /** Its name in AWS, which one role knows. */
  readonly displayName: string;
  /** Logical id of the role. */
  readonly role: string;
  readonly version: string;
  readonly statements: readonly PolicyStatement[];
}

/** What a policy allows or denies; of a pair one is null. */
export interface PolicyStatement {
  readonly path: Path;
  /** Null: it has none. */
  readonly sid: string | null;
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[] | null;
  readonly notActions: readonly string[] | null;
  readonly resources: readonly PolicyResource[] | null;
  readonly notResources: readonly PolicyResource[] | null;
  /** Values by operator and key. */
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** What the actions are done to. */
export type PolicyResource =
  | { readonly kind: "text"; readonly text: string }
  /** Something of the blueprint, by the kind of output that is its ARN; `suffix` follows the ARN. */
  | { readonly kind: "ref"; readonly output: NamedOutput; readonly name: string; readonly suffix: string };
