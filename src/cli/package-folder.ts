import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { invariant } from "../base/invariant.ts";

/** The folder of Hextet itself, installed or checked out: the first one upwards with a package.json. */
export function packageFolder(): string {
  // The build lies in dist/, the sources deeper: neither has a package.json of its own.
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    invariant(dirname(folder) !== folder, "there is no package.json around Hextet");
    folder = dirname(folder);
  }
  return folder;
}

/** The blueprint's JSON Schema in a folder of Hextet, with forward slashes. */
export const SCHEMA_FILE = "src/blueprint/blueprint.schema.json";
