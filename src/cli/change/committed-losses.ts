import type { Finding } from "../../reports/findings/finding.ts";
import { findLostParts, type Wanted } from "../find-lost-parts.ts";
import type { OutputFile, OutputPlan } from "../plan-output.ts";
import { announcedLosses } from "./announced-losses.ts";
import { changedSides } from "./changed-sides.ts";

/**
 * Errors for what goes for good against the output of the last commit: a second `synth` compares with what the first one
 * wrote, and nobody has applied that.
 */
export function committedLosses(
  made: readonly OutputFile[],
  committed: ReadonlyMap<string, string>,
  output: string,
  wanted: Wanted,
): readonly Finding[] {
  const plan = planAgainst(made, committed);
  const read = (path: string) => committed.get(path) ?? "";
  const lost = [
    ...announcedLosses(changedSides(plan, made, read), output, wanted.networks),
    ...findLostParts(plan, output, wanted, read),
  ];
  return lost.filter(({ severity }) => severity === "error").map(fromCommit);
}

function planAgainst(made: readonly OutputFile[], committed: ReadonlyMap<string, string>): OutputPlan {
  const paths = new Set(made.map(({ path }) => path));
  return {
    missing: made.filter(({ path }) => !committed.has(path)),
    stale: made.flatMap(({ path, bytes }) => {
      const text = committed.get(path);
      if (text === undefined || bytes.toString("utf8") === text) return [];
      return [{ path, bytes, before: Buffer.from(text) }];
    }),
    extra: [...committed.keys()].filter((path) => path.endsWith("/cdk.tf.json") && !paths.has(path)),
    findings: [],
  };
}

function fromCommit(finding: Finding): Finding {
  return {
    ...finding,
    message: `${finding.message}, as the last commit has it`,
    hint: `${finding.hint}; what has been applied since is committed first`,
  };
}
