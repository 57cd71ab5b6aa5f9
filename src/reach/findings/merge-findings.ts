import { formatPath } from "../../base/path.ts";
import type { ReachFinding } from "./reach-finding.ts";

/**
 * One finding for each rule and mistake: what stands in one place is one mistake, in however many subnets or zones it
 * shows. The worst speaks, the first among equals, and says of whom else it is true.
 */
export function mergeFindings(findings: readonly ReachFinding[]): readonly ReachFinding[] {
  const byMistake = new Map<string, ReachFinding[]>();
  for (const finding of findings) {
    const same = byMistake.get(mistakeOf(finding));
    if (same === undefined) byMistake.set(mistakeOf(finding), [finding]);
    else same.push(finding);
  }
  return [...byMistake.values()].flatMap((same) => {
    const first = same.find(({ severity }) => severity === "warning") ?? same[0];
    return first === undefined ? [] : [withOthers(first, same)];
  });
}

function withOthers(first: ReachFinding, same: readonly ReachFinding[]): ReachFinding {
  const others = [...new Set(same.map(({ what }) => what))].filter((what) => what !== first.what);
  if (others.length === 0) return first;
  return { ...first, message: `${first.message} (the same of ${others.join(", ")})` };
}

/** A blueprint has a line of its own for everything; a Terraform resource may hold many rules and routes. */
function mistakeOf({ rule, place, what, message }: ReachFinding): string {
  if (place.kind === "blueprint") return JSON.stringify([rule, formatPath(place.path)]);
  if (place.kind === "other-blueprint") return JSON.stringify([rule, place.stack, formatPath(place.path)]);
  return JSON.stringify([rule, place.address, message.replaceAll(what, "")]);
}
