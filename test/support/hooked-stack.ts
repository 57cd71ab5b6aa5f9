import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { UserHook } from "../../src/stack/hooks/user-hook.ts";
import { synthStacks } from "../../src/stack/synth.ts";
import type { Emulator } from "./emulator.ts";
import { networkFrom } from "./network.ts";
import type { Env } from "./run.ts";
import { STACK_FILE } from "./stack-copy.ts";
import { Workspace } from "./terraform.ts";
import type { TerraformTools } from "./tools.ts";

/** A workspace whose stack comes from a blueprint's text and can be edited as an author would. */
export interface HookedStack {
  readonly workspace: Workspace;
  /** Writes the stack of another version of the blueprint over the one before. */
  readonly edit: (yaml: string) => void;
}

/** Makes the stack of a blueprint in a workspace of its own and initialises it. */
export async function hookedStack(
  tools: TerraformTools,
  emulator: Emulator,
  yaml: string,
  env: Env = emulator.env,
  userHooks: readonly UserHook[] = [],
): Promise<HookedStack> {
  const made = synthesized(yaml, userHooks);
  const workspace = new Workspace({ tools, stack: made.folder, env, log: emulator.log });
  made.remove();
  await workspace.init();
  return {
    workspace,
    edit: (next) => writeStackOf(workspace, next, userHooks),
  };
}

/** Writes the stack of a blueprint's text over the one of a workspace, as an author's edit would. */
export function writeStackOf(workspace: Workspace, yaml: string, userHooks: readonly UserHook[] = []): void {
  const edited = synthesized(yaml, userHooks);
  writeFileSync(path.join(workspace.folder, STACK_FILE), readFileSync(path.join(edited.folder, STACK_FILE)));
  edited.remove();
}

function synthesized(
  yaml: string,
  userHooks: readonly UserHook[],
): { readonly folder: string; readonly remove: () => void } {
  const project = mkdtempSync(path.join(tmpdir(), "hextet-hooks-"));
  const network = networkFrom(yaml, userHooks);
  synthStacks([network], path.join(project, "generated"), userHooks);
  return {
    folder: path.join(project, "generated", "stacks", network.name),
    remove: () => rmSync(project, { recursive: true }),
  };
}
