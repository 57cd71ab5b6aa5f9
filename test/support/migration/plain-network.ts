import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Emulator } from "../emulator.ts";
import { at, isObject, listAt } from "../json.ts";
import type { Env } from "../run.ts";
import { STACK_FILE, writeJson } from "../stack-copy.ts";
import { Workspace } from "../terraform.ts";
import type { TerraformTools } from "../tools.ts";

/** A network that people made by Terraform of their own, as it was after their apply. */
export interface PlainNetwork {
  /** An attribute of one of its resources, such as `aws_vpc.shop.id`; throws where there is none. */
  readonly attributeOf: (reference: string) => string;
}

/** Applies a folder of `.tf` files to an emulator and forgets the state, as if others had it. */
export async function applyPlain(
  tools: TerraformTools,
  folder: string,
  { env, emulator }: { readonly env: Env; readonly emulator: Emulator },
): Promise<PlainNetwork> {
  const parent = mkdtempSync(path.join(tmpdir(), "hextet-plain-"));
  const stack = path.join(parent, "plain");
  cpSync(folder, stack, { recursive: true });
  writeJson(stack, STACK_FILE, {});
  const workspace = new Workspace({ tools, stack, env, log: emulator.log });
  try {
    workspace.override("emulator", { provider: { aws: [{ max_retries: 4 }] } });
    await workspace.apply();
    const state = await workspace.show();
    const resources = listAt(state, "values", "root_module", "resources");
    const values = new Map(resources.map((one) => [String(at(one, "address")), at(one, "values")]));
    return { attributeOf: (reference) => attributeIn(values, reference) };
  } finally {
    workspace.remove();
    rmSync(parent, { recursive: true, force: true });
  }
}

function attributeIn(values: ReadonlyMap<string, unknown>, reference: string): string {
  const [type, name, attribute = ""] = reference.split(".");
  const resource = values.get(`${type}.${name}`);
  const value = isObject(resource) ? resource[attribute] : undefined;
  if (typeof value !== "string") throw new Error(`nothing that was made has ${reference}`);
  return value;
}
