import { type Compiled, compile } from "../pipeline.ts";
import { sortFindings, warningsAsErrors } from "../views/finding.ts";
import { readBlueprints } from "./read-blueprints.ts";

/** Reads and compiles the blueprints at the given paths, as of today (UTC). `strict` makes warnings errors. */
export function compileAt(paths: readonly string[], strict: boolean): Compiled {
  const { files, findings } = readBlueprints(paths);
  const today = new Date().toISOString().slice(0, "YYYY-MM-DD".length);
  const compiled = compile(files, today);
  const all = sortFindings([...findings, ...compiled.findings]);
  return { networks: compiled.networks, findings: strict ? warningsAsErrors(all) : all };
}
