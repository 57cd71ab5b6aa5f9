import { statSync } from "node:fs";
import { basename } from "node:path";

/**
 * The file of ids that is to stand beside a blueprint, as the blueprint calls it: `shop.ids.include.yaml` beside `shop.yaml`.
 * Null where there is no beside: on standard output, in a pipe and in a device.
 */
export function idsFileFor(output: string | null, name: string): string | null {
  if (output === null) return null;
  const there = statSync(output, { throwIfNoEntry: false });
  if (there !== undefined && !there.isFile()) return null;
  const stem = basename(output).replace(/\.ya?ml$/i, "");
  // What a blueprint can include: the fact stands in its schema.
  return `${/^\w[\w.-]*$/.test(stem) ? stem : name}.ids.include.yaml`;
}
