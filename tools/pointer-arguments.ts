/**
 * Finds out which Terraform arguments each key of a blueprint becomes: gives every value of everything.yaml another one,
 * and looks at what differs in the stack. Run by hand when a key or an argument is added (a minute): `npm run pointer-arguments`.
 */
import { writeFileSync } from "node:fs";
import { leafChanges } from "../test/support/leaf-changes.ts";
import { patternOf } from "../test/support/pattern-of.ts";

const TABLE = new URL("../src/reports/pointers/pointer-arguments.generated.ts", import.meta.url);

const { paths, changeOf } = leafChanges();
const found = new Map<string, Set<string>>();
for (const path of paths) {
  const pattern = patternOf(path);
  const known = found.get(pattern) ?? new Set();
  for (const one of changeOf(path).differs) known.add(one);
  found.set(pattern, known);
}
const lines = [...found]
  .filter(([, differs]) => differs.size > 0)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([pattern, differs]) => `  ${JSON.stringify(pattern)}: ${JSON.stringify([...differs].sort())},`);
writeFileSync(
  TABLE,
  `// Made by tools/pointer-arguments.ts: run it again, and do not edit this.

/** What another value changes in the stack, by the key of the blueprint: arguments, or a type where resources come or go. */
export const pointerArguments: Readonly<Record<string, readonly string[]>> = {
${lines.join("\n")}
};
`,
);
