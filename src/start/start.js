import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { keepCompiled } from "./cache-folder.cjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Loads the command or what cdktf.json runs: from the build in `dist/`, which a published package has and a checkout makes
 * when its sources are not those of the last one. Where it cannot be made, from the TypeScript itself, which takes several
 * times as long.
 * @param {"cli" | "main"} entry
 */
export async function start(entry) {
  if (isDebugging()) process.setSourceMapsEnabled(true);
  keepCompiled();
  const folder = isCheckout() ? await buildOfCheckout() : join(ROOT, "dist");
  if (folder !== null) return createRequire(import.meta.url)(join(folder, `${entry}.cjs`));
  tell("none, the sources are run");
  const { readTypeScript } = await import("./read-typescript.js");
  await readTypeScript({ required: false });
  return await import(entry === "cli" ? "../cli/hextet.ts" : "../main.ts");
}

/** A published package has no sources. */
function isCheckout() {
  return existsSync(join(ROOT, "src/main.ts"));
}

async function buildOfCheckout() {
  try {
    const { freshBuild } = await import("./fresh-build.js");
    const found = freshBuild(ROOT);
    if (found !== null) return found;
    const { buildBundle } = await import("./build.js");
    return await buildBundle(ROOT);
  } catch (error) {
    tell(error);
    return null;
  }
}

/**
 * Why a start is slow is nobody's business until somebody asks.
 * @param {unknown} reason
 */
function tell(reason) {
  if (isDebugging()) process.stderr.write(`hextet: build: ${reason}\n`);
}

function isDebugging() {
  return process.env["HEXTET_DEBUG"] === "1";
}
