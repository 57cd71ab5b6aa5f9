import { type Compiled, compile } from "../pipeline.ts";
import { sortFindings, warningsAsErrors } from "../reports/findings/finding.ts";
import type { UserHook } from "../stack/hooks/user-hook.ts";
import { findWrongOutput } from "./cdktf-config.ts";
import { loadHooks } from "./load-hooks.ts";
import { readBlueprints } from "./read-blueprints.ts";

/** What compiling gives, and the user's hooks that it was told of. */
export interface CompiledAt extends Compiled {
  readonly userHooks: readonly UserHook[];
}

/** Reads and compiles the blueprints at the given paths, as of today (UTC). `strict` makes warnings errors. */
export async function compileAt(paths: readonly string[], strict: boolean): Promise<CompiledAt> {
  const { files, findings } = readBlueprints(paths);
  const loaded = await loadHooks();
  const today = new Date().toISOString().slice(0, "YYYY-MM-DD".length);
  const compiled = compile(files, today, loaded.hooks);
  const all = sortFindings([...findings, ...loaded.findings, ...findWrongOutput(), ...compiled.findings]);
  return { ...compiled, findings: strict ? warningsAsErrors(all) : all, userHooks: loaded.hooks };
}
