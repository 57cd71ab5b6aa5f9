import { readFileSync } from "node:fs";
import { join } from "node:path";
import { orderStacks } from "../../base/order-stacks.ts";
import type { StackEntry } from "../../reports/stacks/stack-entry.ts";
import { synthOf } from "../commands.ts";
import type { CompiledAt } from "../compile-at.ts";
import { isMissing } from "../file-errors.ts";
import { expectOutputFolder } from "../output-in-the-way.ts";
import { textsBefore, textsIn } from "../output-sides.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";
import type { Terminal } from "../terminal.ts";

const LOCK_FILE = ".terraform.lock.hcl";
/** What decides about a plan. */
const PLANNED = /\.(tf|tfvars)(\.json)?$|^\.terraform\.lock\.hcl$/;

/**
 * Of the stacks those whose Terraform files are not what they were in a commit or a folder, and those that come after
 * them; the waves count anew. Null when there is nothing to compare with, which has been said. Throws `OutputInTheWay`.
 */
export async function affectedStacks(
  base: string,
  stacks: readonly StackEntry[],
  compiled: CompiledAt,
  output: string,
  terminal: Terminal,
): Promise<readonly StackEntry[] | null> {
  expectOutputFolder(output);
  const before = textsBefore(base, output, terminal);
  if (before === null) return null;
  const after = await textsNow(compiled, output, terminal);
  const changed = new Set(
    stacks.map(({ name }) => name).filter((name) => isChanged(filesOf(name, before), filesOf(name, after))),
  );
  const affected = new Set(changed);
  // In their order: what comes before is judged before.
  for (const { name, after: names } of stacks) if (names.some((one) => affected.has(one))) affected.add(name);
  const chosen = stacks.filter(({ name }) => affected.has(name));
  const { stacks: placed } = orderStacks(new Map(chosen.map(({ name, after: names }) => [name, names])));
  return placed.flatMap((place) =>
    chosen
      .filter(({ name }) => name === place.name)
      .map((entry): StackEntry => {
        const reason = changed.has(entry.name) ? "changed" : "follows";
        return { ...entry, wave: place.wave, after: place.after, affected: reason };
      }),
  );
}

/** What the blueprints give, and the lock files, which nobody but Terraform writes. */
async function textsNow(
  compiled: CompiledAt,
  output: string,
  terminal: Terminal,
): Promise<ReadonlyMap<string, string>> {
  const synth = await synthOf(compiled, terminal);
  const made = inTemporaryFolder((folder) => {
    synth(join(folder, "generated"));
    return textsIn(join(folder, "generated"));
  });
  const copies = compiled.copies.map(({ path, bytes }) => [path, bytes.toString("utf8")] as const);
  const locks = compiled.networks.flatMap(({ name }) => {
    const text = readIfThere(join(output, "stacks", name, LOCK_FILE));
    return text === null ? [] : [[`stacks/${name}/${LOCK_FILE}`, text] as const];
  });
  return new Map([...made, ...copies, ...locks]);
}

function filesOf(stack: string, texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const folder = `stacks/${stack}/`;
  return new Map(
    [...texts]
      .filter(([path]) => path.startsWith(folder) && PLANNED.test(path.slice(folder.length)))
      .map(([path, text]) => [path.slice(folder.length), text]),
  );
}

function isChanged(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  return before.size !== after.size || [...after].some(([name, text]) => before.get(name) !== text);
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
