import { stringify } from "yaml";
import type { StackEntry } from "./stack-entry.ts";

const HEAD = "# Written by: hextet stacks -f atlantis=atlantis.yaml\n";

/**
 * Stacks as the projects of Atlantis's repo-level configuration. `execution_order_group` orders what one command does;
 * `depends_on` (Atlantis 0.27) refuses an apply before what it needs. A text says why there can be no such file:
 * https://www.runatlantis.io/docs/repo-level-atlantis-yaml
 */
export function renderAtlantis(
  stacks: readonly StackEntry[],
): { readonly text: string } | { readonly refused: string } {
  const strange = stacks.find(({ folder }) => /[*?[]|\.\./.test(folder));
  if (strange !== undefined)
    return { refused: `Atlantis takes no folder with *, ?, [ or .. in its name: ${strange.folder}` };
  const projects = stacks.map(({ name, folder, wave, after }) => ({
    name,
    dir: folder,
    execution_order_group: wave,
    ...(after.length === 0 ? {} : { depends_on: after }),
    // From the project's folder; Atlantis's own list has no JSON, and no lock file.
    autoplan: { enabled: true, when_modified: ["*.tf.json", "*.tf", "*.tfvars*", ".terraform.lock.hcl"] },
  }));
  const config = { version: 3, abort_on_execution_order_fail: true, projects };
  return { text: HEAD + stringify(config, { lineWidth: 0, aliasDuplicateObjects: false }) };
}
