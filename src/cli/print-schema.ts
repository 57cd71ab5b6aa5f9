import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { packageFolder, SCHEMA_FILE } from "./package-folder.ts";
import type { Terminal } from "./terminal.ts";

/** `hextet schema`: the JSON Schema of blueprints on stdout, byte for byte, or the path of its file. */
export async function printSchema(wantsPath: boolean, terminal: Terminal): Promise<ExitCode> {
  const path = join(packageFolder(), SCHEMA_FILE);
  terminal.out(wantsPath ? `${path}\n` : readFileSync(path, "utf8"));
  return exitCodes.clean;
}
