import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compareOutputs } from "../../change/compare-stacks.ts";
import { readStackOutput } from "../../change/read-stack-output.ts";
import type { StackChange, StackOutput } from "../../change/types.ts";
import type { Network } from "../../model/types/network.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import { severityInSynth } from "../../reports/reference/change-rules.ts";
import type { OutputPlan } from "../plan-output.ts";
import { lossesIn } from "./losses.ts";
import { addedStacks } from "./same-stack.ts";
import { stackNames } from "./stack-names.ts";

/**
 * What the output, once written, says goes for good: errors for data, which no apply brings back; warnings for addresses and
 * whole stacks, which `hextet diff` alone refuses. `read`: the
 * text of a file that is to go.
 */
export function announcedLosses(
  plan: OutputPlan,
  output: string,
  networks: readonly Network[],
  read = (path: string) => readFileSync(join(output, path), "utf8"),
): readonly Finding[] {
  const [before, after] = sidesOf(plan, read);
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

function sidesOf(
  { missing, stale, extra }: OutputPlan,
  read: (path: string) => string,
): readonly [StackOutput[], StackOutput[]] {
  const changed = stale.map(({ path, before, bytes }) =>
    [before, bytes].map((side) => stackIn(path, () => side.toString("utf8"))),
  );
  const pairs = changed.filter((pair): pair is [StackOutput, StackOutput] => !pair.includes(null));
  const gone = extra.flatMap((path) => stackIn(path, () => read(path)) ?? []);
  // A renamed stack is one of these.
  const made = missing.flatMap(({ path, bytes }) => stackIn(path, () => bytes.toString("utf8")) ?? []);
  return [
    [...pairs.map(([before]) => before), ...gone],
    [...pairs.map(([, after]) => after), ...made],
  ];
}

/** Null for what is no stack of Hextet's. */
function stackIn(path: string, read: () => string): StackOutput | null {
  const name = /^stacks\/([^/]+)\/cdk\.tf\.json$/.exec(path)?.[1];
  if (name === undefined) return null;
  return readStackOutput(name, read());
}

function fileOf(stack: string): string {
  return `stacks/${stack}/cdk.tf.json`;
}
