import type { Finding } from "../../reports/findings/finding.ts";
import type { OutputPlan } from "../plan-output.ts";
import { losses } from "./losses.ts";
import { movedNetworkAcls } from "./moved-network-acls.ts";
import { movedSubnets } from "./moved-subnets.ts";
import { renumberedEntries } from "./renumbered-entries.ts";
import { replacedTargetGroups } from "./replaced-target-groups.ts";
import { changedStacks } from "./stack-change.ts";

/** Warnings for what the next apply would interrupt or replace, if what lies in the output folder is applied. */
export function findChanges(plan: OutputPlan, output: string): readonly Finding[] {
  return changedStacks(plan, output).flatMap((change) => [
    ...losses(change),
    ...replacedTargetGroups(change),
    ...movedNetworkAcls(change),
    ...movedSubnets(change),
    ...renumberedEntries(change),
  ]);
}
