import { fileURLToPath, pathToFileURL } from "node:url";
import { discardBundle, findBundle } from "./bundle-cache.js";
import { readTypeScript } from "./read-typescript.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Loads `src/cli/hextet.ts` or `src/main.ts`: from its bundle, which is made at the first start, and where none can be had
 * from the TypeScript itself, which takes several times as long.
 * @param {"cli" | "main"} entry
 */
export async function start(entry) {
  if (isDebugging()) process.setSourceMapsEnabled(true);
  const folder = await findBundle(ROOT, tell);
  if (folder === null) {
    tell("none, the sources are run");
    return await loadTypeScript(entry);
  }
  try {
    return await import(pathToFileURL(`${folder}/${entry}.mjs`).href);
  } catch (error) {
    tell(error);
    discardBundle(folder);
    return await loadTypeScript(entry);
  }
}

/** @param {"cli" | "main"} entry */
async function loadTypeScript(entry) {
  await readTypeScript({ required: false });
  return await import(entry === "cli" ? "../cli/hextet.ts" : "../main.ts");
}

/**
 * Why a start is slow is nobody's business until somebody asks.
 * @param {unknown} reason
 */
function tell(reason) {
  if (isDebugging()) process.stderr.write(`hextet: bundle: ${reason}\n`);
}

function isDebugging() {
  return process.env["HEXTET_DEBUG"] === "1";
}
