import { resolve, sep } from "node:path";
import { atValue } from "../base/diagnostic.ts";
import type { Compiled } from "../pipeline.ts";
import type { Finding } from "../reports/findings/finding.ts";

/**
 * Errors about local states that leave the output folder and come back into it by its name, which only cdktf.json knows; the
 * model finds those that never leave it.
 */
export function findStateInOutput(
  { networks, locate }: Pick<Compiled, "networks" | "locate">,
  output: string,
): readonly Finding[] {
  return networks.flatMap(({ name, terraform: { backend } }) => {
    if (backend.kind !== "local") return [];
    const state = resolve(output, "stacks", name, backend.path);
    if (!state.startsWith(resolve(output) + sep)) return [];
    return [
      locate(name, {
        rule: "model/state-in-output-folder",
        severity: "error",
        message: `state at ${JSON.stringify(backend.path)} would lie inside the output folder`,
        at: atValue(["terraform", "backend", "local", "path"]),
        hint: "write a path outside it: where a stack is gone, its folder is deleted",
      }),
    ];
  });
}
