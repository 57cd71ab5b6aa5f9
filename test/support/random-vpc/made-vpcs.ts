import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Emulator } from "../emulator.ts";
import { at, listAt } from "../json.ts";
import type { Env } from "../run.ts";
import { STACK_FILE, writeJson } from "../stack-copy.ts";
import { Workspace } from "../terraform.ts";
import type { TerraformTools } from "../tools.ts";
import { configurationOf } from "./configuration-of.ts";

const OUTSIDE = fileURLToPath(new URL("./outside", import.meta.url));

/**
 * Makes drawn VPCs in one account of the emulator, all in one apply; gives the state of each as `terraform show -json`
 * tells it, in their order. Throws what Terraform or the emulator refuses.
 */
export async function makeVpcs(
  tools: TerraformTools,
  drawn: readonly object[],
  { env, log }: { readonly env: Env; readonly log: Emulator["log"] },
): Promise<readonly object[]> {
  const parent = mkdtempSync(path.join(tmpdir(), "hextet-vpcs-"));
  const root = path.join(parent, "vpcs");
  const calls = drawn.map((_, number) => [
    `vpc-${number}`,
    { source: `./vpc-${number}`, outside: "${module.outside.ids}" },
  ]);
  const outside = { source: "./outside", vpcs: drawn.length };
  writeJson(root, STACK_FILE, { module: { outside, ...Object.fromEntries(calls) } });
  cpSync(OUTSIDE, path.join(root, "outside"), { recursive: true });
  for (const [number, state] of drawn.entries())
    writeJson(path.join(root, `vpc-${number}`), "main.tf.json", configurationOf(state, number));
  const workspace = new Workspace({ tools, stack: root, env, log, lasting: false });
  try {
    workspace.override("emulator", { provider: { aws: [{ region: "eu-west-1", max_retries: 4 }] } });
    await workspace.terraform(["get"]);
    await workspace.terraform(["apply", "-no-color", "-auto-approve", "-parallelism=64"]);
    const children = listAt(await workspace.show(), "values", "root_module", "child_modules");
    const byAddress = new Map(children.map((child) => [at(child, "address"), child]));
    return drawn.map((_, number) => ({
      format_version: "1.0",
      values: { root_module: { child_modules: [byAddress.get(`module.vpc-${number}`)] } },
    }));
  } finally {
    workspace.remove();
    rmSync(parent, { recursive: true, force: true });
  }
}
