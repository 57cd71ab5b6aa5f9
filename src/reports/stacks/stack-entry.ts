import type { Backend } from "../../model/types/terraform-settings.ts";

/** What the list of stacks tells of one. */
export interface StackEntry {
  readonly name: string;
  readonly description: string;
  readonly region: string;
  /** Of its Terraform JSON, from the repository's root, with forward slashes. */
  readonly folder: string;
  /** From 1: stacks of one wave may run at the same time. */
  readonly wave: number;
  /** Stacks that are applied before it, sorted. */
  readonly after: readonly string[];
  readonly backend: Backend;
  /** `follows`: it comes after one that is changed. Null: nobody has asked. */
  readonly affected: "changed" | "follows" | null;
}
