import { compareOutputs } from "../../change/compare-stacks.ts";
import type { StackChange } from "../../change/types.ts";
import type { Network } from "../../model/types/network.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import { severityInSynth } from "../../reports/reference/change-rules.ts";
import type { ChangedSides } from "./changed-sides.ts";
import { lossesIn } from "./losses.ts";
import { addedStacks } from "./same-stack.ts";
import { stackNames } from "./stack-names.ts";

/**
 * What the output, once written, says goes for good: errors for data, which no apply brings back; warnings for addresses and
 * whole stacks, which `hextet diff` alone refuses.
 */
export function announcedLosses(
  { before, after }: ChangedSides,
  output: string,
  networks: readonly Network[],
): readonly Finding[] {
  const changes = compareOutputs(before, after, { names: stackNames(networks), output });
  const added = addedStacks(changes, networks);
  return changes.flatMap((stack) => {
    const network = networks.find(({ name }) => name === stack.name);
    const allowed = new Set(network?.terraform.mayDestroy);
    const file = `${output}/${fileOf(stack.name)}`;
    return lossesIn(withoutMovedSubnets(stack), { allowed, file, added, unwritten: new Set() }).map(
      (finding): Finding => ({ ...finding, severity: severityInSynth(finding.rule) }),
    );
  });
}

/** `change/subnet-block` says more of a subnet that is replaced. */
function withoutMovedSubnets(stack: StackChange): StackChange {
  return {
    ...stack,
    changes: stack.changes.filter(({ type, action }) => type !== "aws_subnet" || action === "destroy"),
  };
}

function fileOf(stack: string): string {
  return `stacks/${stack}/cdk.tf.json`;
}
