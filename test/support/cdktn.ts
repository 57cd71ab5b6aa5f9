import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { isObject, parseJson } from "./json.ts";
import { cleanEnv, run } from "./run.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** CDK Terrain and the version of `constructs` that it wants, as they are installed for the comparison. */
export const CDKTN = { cdktn: "0.24.0", constructs: "10.7.1" };

/** A folder with CDK Terrain in `node_modules/`. */
export interface CdktnInstall {
  readonly folder: string;
  readonly remove: () => void;
}

/** Installs CDK Terrain from the npm registry, 5 MB; throws with what npm said when it cannot. */
export async function installCdktn(): Promise<CdktnInstall> {
  const folder = mkdtempSync(path.join(tmpdir(), "hextet-cdktn-"));
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true, dependencies: CDKTN }));
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  await run("npm", args, { cwd: folder, env: cleanEnv(), timeout: 360_000 });
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** The Terraform JSON of the blueprints, and of a network with everything in it, as CDK Terrain writes it, by stack. */
export async function stacksByCdktn(
  { folder }: CdktnInstall,
  blueprints: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const outfile = path.join(folder, "stacks.mjs");
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [path.join(ROOT, "test/support/cdktn-stacks.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    metafile: true,
    logLevel: "silent",
    alias: aliases(folder),
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  const left = Object.keys(metafile.inputs).filter((file) =>
    /^node_modules\/(cdktf|constructs)\//.test(file),
  );
  if (left.length > 0) throw new Error(`cdktf is still in the bundle: ${left.join(" ")}`);
  const { stdout } = await run(process.execPath, [outfile, ...blueprints], {
    env: cleanEnv(),
    timeout: 240_000,
  });
  const texts = parseJson(stdout, "the stacks");
  if (!isObject(texts)) throw new Error("the stacks are no object");
  return new Map(Object.entries(texts).map(([name, text]) => [name, String(text)]));
}

function aliases(folder: string): Readonly<Record<string, string>> {
  return {
    cdktf: path.join(folder, "node_modules/cdktn"),
    constructs: path.join(folder, "node_modules/constructs"),
  };
}
