import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, stop } from "esbuild";
import { asCommonJs } from "./as-common-js.js";
import { engineForHooks, engineOutside, engineSource } from "./engine-plugins.js";
import { fingerprint } from "./fingerprint.js";
import { STAMP } from "./fresh-build.js";
import { noticesOf } from "./notices.js";
import { writtenValidator } from "./written-validator.js";

/** Milliseconds; more than any command takes, and a morning of edits makes more builds than a disk wants. */
const HOUR = 3_600_000;

/** @typedef {{ path: string, contents: string | Uint8Array }} File */

/**
 * Bundles the checkout in `root` into its `dist/`: CommonJS for the command, for what cdktf.json runs, for the library and for
 * what hooks import, CDKTF for all of them, and the notices of what is in them. Another process may be running the build before: its
 * parts have names of their own and stay for an hour, what imports them is replaced after them, and the stamp comes last.
 * @param {string} root
 * @param {number} [age] milliseconds after which old parts go
 * @returns {Promise<string>} the folder
 */
export async function buildBundle(root, age = HOUR) {
  const folder = join(root, "dist");
  const stamp = fingerprint(root);
  const { files, inputs } = await bundle(join(root, "src"), folder, stamp);
  for (const file of files.sort((a, b) => Number(isPart(b)) - Number(isPart(a)))) write(file);
  write({ path: join(folder, "NOTICES.md"), contents: noticesOf(root, inputs) });
  write({ path: join(folder, STAMP), contents: stamp });
  dropOld(folder, new Set(files.map(({ path }) => path)), Date.now() - age);
  return folder;
}

/** @param {{ path: string }} file */
function isPart({ path }) {
  return basename(path).startsWith("part-");
}

/**
 * @param {string} src
 * @param {string} folder
 * @param {string} stamp what the sources and libraries are told by: `src/cli/cache/hextet-build.ts` reads it
 * @returns {Promise<{ files: File[], inputs: string[] }>}
 */
async function bundle(src, folder, stamp) {
  try {
    const engine = await build({
      ...optionsFor(src, folder),
      stdin: { contents: engineSource(src), resolveDir: src },
      format: "cjs",
    });
    const { contents } = engine.outputFiles[0] ?? { contents: new Uint8Array() };
    const name = `part-engine-${createHash("sha256").update(contents).digest("hex").slice(0, 8)}.cjs`;
    const { outputFiles, metafile } = await build({
      ...optionsFor(src, folder),
      define: { HEXTET_BUILD: JSON.stringify(stamp) },
      entryPoints: {
        cli: join(src, "cli/hextet.ts"),
        main: join(src, "main.ts"),
        library: join(src, "library.ts"),
        hook: join(src, "stack/hooks/user-hook.ts"),
        "cli-step": join(src, "stack/hooks/cli-step.ts"),
        "cache-worker": join(src, "cli/cache/cache-worker.ts"),
        cdktf: "hextet:cdktf",
      },
      format: "esm",
      splitting: true,
      chunkNames: "part-[name]-[hash]",
      outExtension: { ".js": ".cjs" },
      // For traces.
      sourcemap: "inline",
      sourcesContent: false,
      // Users' hooks are TypeScript mostly: the one library that is installed.
      external: ["tsx"],
      plugins: [engineForHooks(src), engineOutside(name), writtenValidator(src)],
    });
    // esbuild splits only ES modules into parts.
    const parts = await Promise.all(
      outputFiles.map((file) => asCommonJs(file, pathToFileURL(`${src}/`).href)),
    );
    return {
      files: [{ path: join(folder, name), contents }, ...parts.flat()],
      inputs: [engine.metafile, metafile].flatMap(({ inputs }) => Object.keys(inputs)),
    };
  } finally {
    await stop();
  }
}

/**
 * @param {string} src
 * @param {string} outdir
 * @returns {import("esbuild").BuildOptions & { write: false, metafile: true }}
 */
function optionsFor(src, outdir) {
  return {
    absWorkingDir: src,
    outdir,
    write: false,
    metafile: true,
    bundle: true,
    platform: "node",
    target: "node20",
    minifyWhitespace: true,
    minifySyntax: true,
    // Not the tsconfig.json of a project around us.
    tsconfigRaw: "{}",
    logLevel: "silent",
  };
}

/**
 * Another process sees all of a file or nothing.
 * @param {File} file
 */
function write({ path, contents }) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, contents);
  renameSync(temporary, path);
}

/**
 * @param {string} folder
 * @param {ReadonlySet<string>} kept
 * @param {number} before milliseconds since 1970
 */
function dropOld(folder, kept, before) {
  for (const path of readdirSync(folder).map((name) => join(folder, name))) {
    // A killed build leaves files that were not put in their place yet.
    const isOurs = isPart({ path }) || /\.[cm]js(\.map)?$|\.\d+\.tmp$/.test(path);
    const isOld = isOurs && !kept.has(path) && statSync(path).mtimeMs < before;
    if (isOld) rmSync(path, { force: true });
  }
}
