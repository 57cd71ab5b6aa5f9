import { existsSync } from "node:fs";
import { join } from "node:path";
import { invariant } from "../../base/invariant.ts";
import { compile } from "../../pipeline.ts";
import { reasonOf } from "../file-errors.ts";
import type { Terminal } from "../terminal.ts";
import { lockCommand, lockProvider } from "./lock-provider.ts";
import { writeNewFiles } from "./write-new-files.ts";

/**
 * Writes the provider's lock file for the stack of a new blueprint, where Terraform is found and can reach the provider.
 * The answer is the command that is left to be typed; null: none.
 */
export function lockStack(
  folder: string,
  blueprint: { readonly name: string; readonly text: string },
  terminal: Terminal,
): string | null {
  const stack = `generated/stacks/${blueprint.name}`;
  const path = `${stack}/.terraform.lock.hcl`;
  if (existsSync(join(folder, path))) return null;
  // Of the day only acceptances depend.
  const { networks } = compile([{ file: blueprint.name, text: blueprint.text }], "2026-01-01");
  const version = networks[0]?.terraform.awsProviderVersion;
  invariant(version !== undefined, "a blueprint that init writes is valid");
  const what = "locking the AWS provider, which Terraform downloads";
  const locked = terminal.whileDoing(what, () => lockProvider(version));
  const failed = "text" in locked ? write(folder, path, locked.text) : locked.reason;
  if (failed === null) {
    terminal.err(`wrote   ${path}\n`);
    return null;
  }
  terminal.err(`the provider is not locked yet: ${failed}\n`);
  return lockCommand(stack);
}

/** Null: it is written. */
function write(folder: string, path: string, text: string): string | null {
  try {
    writeNewFiles(folder, [{ path, text }]);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}
