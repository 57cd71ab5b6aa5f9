import type { Colors } from "../reports/colors.ts";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { type FirstDifference, shortDiff } from "../reports/findings/short-diff.ts";
import type { OutputPlan } from "./plan-output.ts";

/** How the output folder differs from what the blueprints say. */
export interface Drift {
  /** One for each stale, missing or extra file. */
  readonly findings: readonly Finding[];
  /** For each stale file its first difference, the file's lines as `-`, the blueprints' as `+`. */
  readonly diffs: readonly string[];
}

const HINT = "run `npx hextet synth`, and commit what it writes";

/** Says in findings and diffs what a plan would change. */
export function describeDrift(plan: OutputPlan, output: string, colors: Colors): Drift {
  const about = (path: string, rule: string, message: string): Finding =>
    findingAbout(`${output}/${path}`, rule, message, HINT);
  const stale = plan.stale.map((file) => ({
    path: file.path,
    difference: shortDiff(file.before.toString("utf8"), file.bytes.toString("utf8"), colors),
  }));
  return {
    findings: [
      ...plan.missing.map(({ path }) => about(path, "output/missing", "the file is not there")),
      ...stale.map(({ path, difference }) =>
        atLine(about(path, "output/stale", "the blueprints say something else from here on"), difference),
      ),
      ...plan.extra.map((path) =>
        about(
          path,
          "output/extra",
          path.endsWith("/cdk.tf.json")
            ? "the stack's blueprint is gone"
            : "no blueprint declares it any more",
        ),
      ),
    ],
    diffs: stale.map(({ path, difference }) =>
      [`--- ${output}/${path}`, "+++ what the blueprints say", ...difference.hunk].join("\n"),
    ),
  };
}

function atLine(finding: Finding, { line }: FirstDifference): Finding {
  return { ...finding, span: { line, column: 1, endLine: line, endColumn: 1 } };
}
