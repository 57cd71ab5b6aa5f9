import { type BlueprintFile, type Compiled, compile } from "../pipeline.ts";
import { sortFindings, warningsAsErrors } from "../reports/findings/finding.ts";
import type { UserHook } from "../stack/hooks/user-hook.ts";
import { expandFolders } from "./beside/expand-folders.ts";
import type { CopiedFile } from "./beside/stack-beside.ts";
import { fileCache } from "./cache/file-cache.ts";
import { fillInThreads } from "./cache/fill-in-threads.ts";
import { cdktfOutput, findWrongOutput } from "./cdktf-config.ts";
import { findStateInOutput } from "./find-state-in-output.ts";
import { loadHooks } from "./load-hooks.ts";
import { madeIn } from "./made-in.ts";
import { type ReadFiles, readBlueprints, readNeighbours } from "./read-blueprints.ts";
import { readExtensions } from "./read-extensions.ts";
import { todayInUtc } from "./today-in-utc.ts";

/** What compiling gives, and the user's hooks that it was told of. */
export interface CompiledAt extends Compiled {
  readonly userHooks: readonly UserHook[];
  /** The Terraform files of `extend`, as they stand in the output. */
  readonly copies: readonly CopiedFile[];
  /** The blueprints that could be read, as findings name them. */
  readonly read: readonly BlueprintFile[];
}

const NOTHING_PIPED: ReadFiles = { files: [], findings: [] };

/**
 * Reads and compiles the blueprints at the given paths, as of today (UTC). `strict` makes warnings errors;
 * `piped` is what was read from standard input. With the output folder, findings know what the stacks had before.
 */
export async function compileAt(
  paths: readonly string[],
  strict: boolean,
  piped: ReadFiles = NOTHING_PIPED,
  output: string | null = null,
): Promise<CompiledAt> {
  const named = readBlueprints(paths);
  const files = [...named.files, ...piped.files];
  const loaded = await loadHooks();
  const neighbours = readNeighbours([...paths, ...(piped.files.length > 0 ? ["blueprints"] : [])], files);
  const today = todayInUtc();
  // A hook of the user's may change between two runs in ways that nobody sees.
  const cache = loaded.hooks.length === 0 ? fileCache(today) : null;
  if (cache !== null)
    await fillInThreads({ kind: "files", list: files.filter((file) => !cache.has(file)), today, output });
  const compiled = compile(
    files,
    today,
    loaded.hooks,
    output === null ? undefined : madeIn(output),
    neighbours,
    cache ?? undefined,
  );
  const { networks, findings: ofFolders } = expandFolders(compiled);
  const { copies, findings: unreadable } = readExtensions(networks, compiled.files);
  const all = sortFindings([
    ...ofFolders,
    ...unreadable,
    ...named.findings,
    ...piped.findings,
    ...loaded.findings,
    ...findWrongOutput(),
    ...findStateInOutput(compiled, cdktfOutput()),
    ...compiled.findings,
  ]);
  return {
    ...compiled,
    networks,
    findings: strict ? warningsAsErrors(all) : all,
    userHooks: loaded.hooks,
    copies,
    read: files,
  };
}
