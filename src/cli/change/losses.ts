import { keptThings } from "../../aws/kept-things.ts";
import { compareStacks } from "../../change/compare-stacks.ts";
import { readStackOutput } from "../../change/read-stack-output.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import { announce, type StackChange } from "./stack-change.ts";

/** Warnings for what goes with its data, or with an address that others know. `hextet diff` refuses the same. */
export function losses(change: StackChange): readonly Finding[] {
  const [before, after] = [change.before, change.after].map((json) =>
    readStackOutput("", JSON.stringify(json)),
  );
  if (!before || !after) return [];
  return compareStacks(before, after).flatMap(({ address, type, action, loss }) => {
    const what = keptThings[type]?.what;
    // `change/subnet-block` says more of a subnet.
    if (loss === null || what === undefined || action === "may-replace" || type === "aws_subnet") return [];
    const verb = action === "destroy" ? "destroyed" : "replaced";
    const rule = loss === "data" ? "change/loses-data" : "change/loses-address";
    const hint = "`hextet diff` shows all of it; if it is not meant, take the edit back";
    return [announce(change, rule, `${address} is ${verb} and loses ${what}`, hint)];
  });
}
