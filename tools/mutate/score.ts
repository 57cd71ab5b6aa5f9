import { equivalents } from "./equivalents.ts";
import type { Mutant } from "./mutant.ts";
import { nameOf } from "./mutant.ts";
import { COMPILER, type Verdict } from "./run-mutants.ts";

/** The committed score of an area: the share that was killed, then every survivor that is not named as equivalent. */
export function renderScore(name: string, verdicts: readonly Verdict[]): string {
  const equivalent = verdicts.filter(isEquivalent).length;
  const refused = verdicts.filter(({ killedBy }) => killedBy === COMPILER).length;
  const seen = verdicts.filter(({ killedBy }) => killedBy !== null).length - refused;
  const share = ((100 * (seen + refused)) / (verdicts.length - equivalent)).toFixed(1);
  return [
    `# Mutation score: ${name}`,
    "",
    "Written by `npm run mutate`. Killed means: some rule says something else of some blueprint of the corpus, in place,",
    "message or hint; or a test of the corpus fails; or else that `tsc` refuses the mutant. Equivalent mutants are named,",
    "with the reason, in `equivalents.ts`, and do not count.",
    "",
    `${share} % killed: ${seen} by the corpus and ${refused} by \`tsc\`, of ${verdicts.length} less ${equivalent} equivalent ones. Survivors:`,
    "",
    ...verdicts.filter(isSurvivor).map(({ mutant }) => `- \`${nameOf(mutant)}\``),
    "",
  ].join("\n");
}

function isSurvivor(verdict: Verdict): boolean {
  return verdict.killedBy === null && !isEquivalent(verdict);
}

function isEquivalent({ mutant, killedBy }: Verdict): boolean {
  return killedBy === null && equivalents.some((equivalent) => matches(equivalent, mutant));
}

function matches(
  { file, before, after }: { readonly file: RegExp; readonly before: RegExp; readonly after: RegExp },
  mutant: Mutant,
): boolean {
  return file.test(mutant.file) && before.test(mutant.before) && after.test(mutant.after);
}
