import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Emulator } from "../emulator.ts";
import { at, listAt } from "../json.ts";
import { STACK_FILE, writeJson } from "../stack-copy.ts";
import { Workspace } from "../terraform.ts";
import type { TerraformTools } from "../tools.ts";

const FOLDER = fileURLToPath(new URL("../../apply/fixtures/layouts", import.meta.url));

/** The names of the networks whose resources lie as well-known modules lay them. */
export const LAYOUTS: readonly string[] = readdirSync(FOLDER).sort();

/**
 * Makes the networks in one account, all in one apply: what takes long is that the provider waits for AWS. The answer
 * has a state for each, as `terraform show -json` tells it, which knows nothing of the others.
 */
export async function makeNetworks(
  tools: TerraformTools,
  names: readonly string[],
  emulator: Emulator,
): Promise<ReadonlyMap<string, object>> {
  const parent = mkdtempSync(path.join(tmpdir(), "hextet-layouts-"));
  const root = path.join(parent, "layouts");
  const modules = names.map((name) => [name, { source: `./${name}` }]);
  writeJson(root, STACK_FILE, { module: Object.fromEntries(modules) });
  for (const name of names) cpSync(path.join(FOLDER, name), path.join(root, name), { recursive: true });
  const workspace = new Workspace({ tools, stack: root, env: emulator.env, log: emulator.log });
  try {
    workspace.override("emulator", { provider: { aws: [{ region: "eu-west-1", max_retries: 4 }] } });
    await workspace.terraform(["get"]);
    await workspace.terraform(["apply", "-no-color", "-auto-approve", "-parallelism=64"]);
    const children = listAt(await workspace.show(), "values", "root_module", "child_modules");
    return new Map(
      children.map((child) => [String(at(child, "address")).replace("module.", ""), stateOf(child)]),
    );
  } finally {
    workspace.remove();
    rmSync(parent, { recursive: true, force: true });
  }
}

function stateOf(child: unknown): object {
  return { format_version: "1.0", values: { root_module: { child_modules: [child] } } };
}
