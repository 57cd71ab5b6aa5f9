import { cpSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** No rule, in the words of `src/rules/reach/reach-rules.ts`. */
const NO_RULES = "export const reachRules = [] as const;\n";

/** Makes in `folder` a copy of the checkout that follows no packets, and answers with its `hextet`. */
export function withoutFollowing(root: string, folder: string): string {
  for (const part of ["src", "package.json", "package-lock.json", "tsconfig.json"])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "src/rules/reach/reach-rules.ts"), NO_RULES);
  return join(folder, "src/hextet.js");
}

/** The least of so many runs of each command in turns: what else runs on the machine only adds. */
export function ratioOf(rounds: number, whole: () => number, without: () => number): number {
  const times = Array.from({ length: rounds }, () => ({ without: without(), whole: whole() }));
  return Math.min(...times.map((time) => time.whole)) / Math.min(...times.map((time) => time.without));
}
