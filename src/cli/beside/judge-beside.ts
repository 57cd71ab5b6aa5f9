import type { Finding } from "../../reports/findings/finding.ts";
import type { OutputFile } from "../plan-output.ts";
import { findOverridden } from "./find-overridden.ts";
import { findOverridesOfNothing } from "./find-overrides-of-nothing.ts";
import { findTwice } from "./find-twice.ts";
import { findUnread } from "./find-unread.ts";
import { findWithoutValue } from "./find-without-value.ts";
import { type CopiedFile, stacksBeside } from "./stack-beside.ts";

/**
 * What is to be known of the files that blueprints add to their stacks: errors for what Terraform refuses in them together with
 * what Hextet makes, and what they change of it. `made` is the whole output.
 */
export function judgeBeside(made: readonly OutputFile[], copies: readonly CopiedFile[]): readonly Finding[] {
  return stacksBeside(made, copies).flatMap((stack) => [
    ...findUnread(stack),
    ...findOverridesOfNothing(stack),
    ...findTwice(stack),
    ...findOverridden(stack),
    ...findWithoutValue(stack),
  ]);
}
