import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Network } from "../../model/types/network.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import { announcedLosses } from "./announced-losses.ts";
import { changedSides } from "./changed-sides.ts";
import type { MadeOutput } from "./changes-made.ts";
import { movedNetworkAcls } from "./moved-network-acls.ts";
import { movedSubnets } from "./moved-subnets.ts";
import { renumberedEntries } from "./renumbered-entries.ts";
import { replacedTargetGroups } from "./replaced-target-groups.ts";
import { changedStacks } from "./stack-change.ts";

/**
 * Warnings for what the next apply would interrupt or replace, if what lies in the output folder is applied; errors for
 * what it would lose for good although no blueprint says that it may.
 */
export function findChanges(
  { made, plan }: Pick<MadeOutput, "made" | "plan">,
  output: string,
  networks: readonly Network[],
): readonly Finding[] {
  const read = (path: string) => readFileSync(join(output, path), "utf8");
  const others = changedStacks(plan, output).flatMap((change) => [
    ...replacedTargetGroups(change),
    ...movedNetworkAcls(change),
    ...movedSubnets(change),
    ...renumberedEntries(change),
  ]);
  return [...announcedLosses(changedSides(plan, made, read), output, networks), ...others];
}
