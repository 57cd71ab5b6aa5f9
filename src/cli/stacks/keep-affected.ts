import { hasErrors } from "../../base/diagnostic.ts";
import type { BlueprintFile } from "../../pipeline.ts";
import type { CompiledAt } from "../compile-at.ts";
import { blueprintsBefore } from "../output-sides.ts";
import { textsOf } from "../read-included.ts";
import type { Terminal } from "../terminal.ts";
import { affectedStacks } from "./affected-stacks.ts";
import { listStacks } from "./list-stacks.ts";

/** What of compiling is about the stacks that are looked at. */
export type Kept = Pick<CompiledAt, "networks" | "findings" | "accepted" | "read">;

/**
 * What is about stacks that are not as in a commit or an output folder, about those after them, and about blueprints
 * whose text is not the commit's. What stops a blueprint stays, and so does what is about no blueprint. Without a base
 * all stays; null when there is nothing to compare with, which has been said. Throws `OutputInTheWay`.
 */
export async function keepAffected(
  base: string | null,
  compiled: CompiledAt,
  output: string,
  terminal: Terminal,
): Promise<Kept | null> {
  if (base === null) return compiled;
  const listed = listStacks(compiled, output);
  if (hasErrors(listed.findings)) {
    terminal.err("hextet: the stacks have no order, as `hextet stacks` says: all are shown\n");
    return compiled;
  }
  const affected = await affectedStacks(base, listed.stacks, compiled, output, terminal);
  const before = affected === null ? null : blueprintsBefore(base, fileNames(compiled.read), terminal);
  if (affected === null || before === null) return null;
  const names = new Set(affected.map(({ name }) => name));
  const isEdited = (file: string) =>
    compiled.read
      .filter((blueprint) => blueprint.file === file)
      .flatMap(textsOf)
      .some((one) => (before.get(one.file) ?? one.text) !== one.text);
  const stays = ([name, file]: readonly [string, string]) => names.has(name) || isEdited(file);
  const stacks = [...compiled.files];
  const kept = new Set(stacks.filter(stays).map(([, file]) => file));
  const left = new Set(stacks.map(([, file]) => file).filter((file) => !kept.has(file)));
  const isKept = ({ file }: { readonly file: string }) => !left.has(file);
  return {
    networks: compiled.networks.filter(({ name }) => stays([name, compiled.files.get(name) ?? ""])),
    findings: compiled.findings.filter(isKept),
    accepted: compiled.accepted.filter(isKept),
    read: compiled.read.filter(isKept),
  };
}

function fileNames(read: readonly BlueprintFile[]): readonly string[] {
  return read.flatMap(textsOf).map(({ file }) => file);
}
