import { changesAskedOf } from "../../aws/argument-changes.generated.ts";
import type { TakenChange } from "../../change/taken-values.ts";
import type { StackChange } from "../../change/types.ts";
import type { Finding } from "../findings/finding.ts";
import type { FindingChanges } from "./compare-findings.ts";
import { type ReachChanges, worstFirst } from "./reach-lines.ts";

/** What stands beside the changes of resources. */
interface JsonBeside {
  readonly renames: readonly Finding[];
  readonly reach: ReachChanges;
  readonly taken: readonly TakenChange[];
}

/** Changes of stacks for programs, as `docs/diff.schema.json` describes it. */
export function renderChangesJson(
  stacks: readonly StackChange[],
  findings: FindingChanges,
  { renames, reach, taken }: JsonBeside,
): string {
  const json = {
    version: 1,
    provider: changesAskedOf,
    findings: {
      ...findings,
      appeared: findings.appeared.map(findingJson),
      gone: findings.gone.map(findingJson),
      renames: renames.map(findingJson),
    },
    // Outputs tell as well as blueprints: since they are read too, there is always something to compare with.
    reach: { notCompared: null, changes: worstFirst(reach.changes) },
    taken,
    stacks: stacks.map(({ changes, ...stack }) => ({
      ...stack,
      changes: changes.map(({ differences, refusals, before: _, after: __, ...change }) => ({
        ...change,
        // A value that is not written is left out.
        differences: differences.map(({ argument, before, after, wasIgnored, effect }) => ({
          argument,
          before,
          after,
          wasIgnored,
          effect,
        })),
        refusals: refusals.map(({ argument, effect, when, way, fact }) => ({
          argument,
          effect,
          when,
          way,
          fact: fact.id,
        })),
      })),
    })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function findingJson({ file, span, severity, rule, message }: Finding) {
  return { file, line: span?.line ?? null, severity, rule, message };
}
