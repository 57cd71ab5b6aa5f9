import { isRecord, listOf, parseJson, valueIn } from "../base/untrusted-json.ts";
import { isOneStepApart, nextPosition, type StackPosition } from "../model/migration/stage-step.ts";
import { STAGES } from "../model/types/migration.ts";
import type { Network } from "../model/types/network.ts";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { committedOutput } from "./committed-output.ts";
import { readStackText } from "./read-stack.ts";

/**
 * Errors for the stacks whose migration would jump: what lies in the output folder, and what the last commit has of it, is the
 * stage that was reviewed, and presumably applied, last. A stack that is not in the folder yet may begin anywhere.
 */
export function findSkippedStages(networks: readonly Network[], output: string): readonly Finding[] {
  // A second synth compares with what the first one wrote, and nobody has applied that.
  const committed = committedOutput(output);
  return networks.flatMap((network) => {
    const path = `stacks/${network.name}/cdk.tf.json`;
    const file = `${output}/${path}`;
    const [text, reviewed = null] = [readStackText(file), committed?.get(path)];
    const found = text === null ? [] : judge(network, file, text, "the output");
    return found.length > 0 || reviewed === null
      ? found
      : judge(network, file, reviewed, "the output of the last commit");
  });
}

function judge(network: Network, file: string, text: string, what: string): readonly Finding[] {
  const { migration } = network;
  if (migration === null && !text.includes('"terraform_data"')) return [];
  const stack = parseJson(text);
  if (!isRecord(stack)) return migration === null ? [] : [unreadable(file)];
  const to: StackPosition = migration?.stage ?? "after";
  const from = positionOf(stack, to);
  if (from === null) return [unreadable(file)];
  if (isOneStepApart(from, to)) return [];
  const message = `${placeOf(what, from)}, ${placeOf("the blueprint", to)}: more than one stage apart`;
  return [findingAbout(file, "migrate/stage-skipped", message, hintFor(nextPosition(from, to)))];
}

function hintFor(next: StackPosition): string {
  if (next === "before" || next === "after") return "leave `migration` out of the blueprint";
  return `write migration.stage: ${next}, apply it, and go on from there`;
}

/** Null for a stage that there is not. Without a mark a stack is at one of the ends. */
function positionOf(stack: Readonly<Record<string, unknown>>, to: StackPosition): StackPosition | null {
  const mark = valueIn(stack, "resource", "terraform_data", "migration", "input");
  if (mark !== undefined) return STAGES.find((stage) => stage === mark) ?? null;
  // Only a migration imports; one that names references alone leaves no trace, and may be at either end.
  if (listOf(stack["import"]).length > 0) return "after";
  return to === "after" || to === STAGES.at(-1) ? "after" : "before";
}

function placeOf(what: string, position: StackPosition): string {
  if (position === "before") return `${what} has no migration yet`;
  return position === "after" ? `${what} has no migration any more` : `${what} is at the stage "${position}"`;
}

function unreadable(file: string): Finding {
  const message = "it does not say at which stage the migration is, so whether one is skipped cannot be told";
  return findingAbout(
    file,
    "migrate/stage-skipped",
    message,
    "restore the committed file, then run synth again",
  );
}
