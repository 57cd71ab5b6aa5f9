import { readStackOutput } from "../../change/read-stack-output.ts";
import type { StackOutput } from "../../change/types.ts";
import { filesBeside } from "../files-beside.ts";
import type { OutputFile, OutputPlan } from "../plan-output.ts";

/** The stacks of which a plan changes a file, before and after; none that is no JSON on one of the sides. */
export interface ChangedSides {
  readonly before: readonly StackOutput[];
  readonly after: readonly StackOutput[];
}

/** `made` is the whole output as it is to be; `read` gives the text of a file that is to go. */
export function changedSides(
  plan: OutputPlan,
  made: readonly OutputFile[],
  read: (path: string) => string,
): ChangedSides {
  const { missing, stale, extra } = plan;
  const changed = new Set([...[...missing, ...stale].map(({ path }) => path), ...extra].map(stackOf));
  const touched = made.filter(({ path }) => changed.has(stackOf(path)));
  const isMissing = new Set(missing.map(({ path }) => path));
  const old = new Map(stale.map(({ path, before }) => [path, before]));
  const after = new Map(touched.map(({ path, bytes }) => [path, bytes.toString("utf8")]));
  const kept = touched
    .filter(({ path }) => !isMissing.has(path))
    .map(({ path, bytes }) => [path, (old.get(path) ?? bytes).toString("utf8")] as const);
  const before = new Map([...kept, ...extra.map((path) => [path, read(path)] as const)]);
  const pairs = [...changed].map((name) => ({
    old: stackIn(before, name),
    next: stackIn(after, name),
  }));
  const told = pairs.filter((pair) => pair.old !== "no JSON" && pair.next !== "no JSON");
  const stacks = (side: "old" | "next") =>
    told.flatMap((pair) => (typeof pair[side] === "string" ? [] : [pair[side]]));
  return { before: stacks("old"), after: stacks("next") };
}

function stackIn(texts: ReadonlyMap<string, string>, name: string): StackOutput | "not there" | "no JSON" {
  const text = texts.get(`stacks/${name}/cdk.tf.json`);
  if (text === undefined) return "not there";
  return readStackOutput(name, text, filesBeside(texts, name)) ?? "no JSON";
}

/** The empty name for what is in no stack's folder. */
function stackOf(path: string): string {
  return /^stacks\/([^/]+)\//.exec(path)?.[1] ?? "";
}
