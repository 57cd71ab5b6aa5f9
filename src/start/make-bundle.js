import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, stop } from "esbuild";

/** What `src/blueprint/compiled-schema.ts` does at every start, done once: Ajv writes the function down. */
const WRITE_VALIDATOR = `
  import standalone from "ajv/dist/standalone/index.js";
  import { openAjv } from "./open-ajv.ts";
  import { blueprintSchema } from "./schema.ts";
  const ajv = openAjv({ source: true, esm: true });
  const code = standalone(ajv, ajv.compile(blueprintSchema));
  export const module = code + "\\nexport const compiledSchema = () => validate;\\n";
`;

/**
 * The files of the bundle: ES modules for `cli/hextet.ts` and `main.ts` with what both share, and what is imported late, in
 * modules of its own. Libraries stay outside and are imported by their places, so that a bundle works in any folder,
 * a fixed library is used at once, and a user's hook sees the same CDKTF.
 * @param {string} root
 * @returns {Promise<{ name: string, contents: Uint8Array }[]>}
 */
export async function makeBundle(root) {
  const src = join(root, "src");
  try {
    const { outputFiles } = await build({
      ...optionsFor(src),
      entryPoints: { cli: join(src, "cli", "hextet.ts"), main: join(src, "main.ts") },
      splitting: true,
      // For traces: where the sources lie, whatever folder the bundle is put in.
      sourcemap: "linked",
      sourcesContent: false,
      sourceRoot: pathToFileURL(`${src}/`).href,
      plugins: [librariesOutside, writtenValidator(src)],
    });
    return outputFiles.map(({ path, contents }) => ({ name: path.slice(src.length + 1), contents }));
  } finally {
    await stop();
  }
}

/**
 * @param {string} src
 * @returns {import("esbuild").BuildOptions & { write: false }}
 */
function optionsFor(src) {
  return {
    absWorkingDir: src,
    outdir: src,
    outExtension: { ".js": ".mjs" },
    write: false,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    // Not the tsconfig.json of a project around us.
    tsconfigRaw: "{}",
    logLevel: "silent",
  };
}

/** @type {import("esbuild").Plugin} */
const librariesOutside = {
  name: "libraries-outside",
  setup(builder) {
    builder.onResolve({ filter: /^[a-z@]/ }, ({ path, kind }) =>
      // What Ajv writes down requires small parts of itself: those come along.
      path.startsWith("node:") || (kind !== "import-statement" && kind !== "dynamic-import")
        ? undefined
        : { path: import.meta.resolve(path), external: true },
    );
  },
};

/**
 * @param {string} src
 * @returns {import("esbuild").Plugin}
 */
function writtenValidator(src) {
  return {
    name: "written-validator",
    setup(builder) {
      const resolveDir = join(src, "blueprint");
      builder.onLoad({ filter: /[/\\]blueprint[/\\]compiled-schema\.ts$/ }, async () => {
        const { outputFiles } = await build({
          ...optionsFor(src),
          stdin: { contents: WRITE_VALIDATOR, resolveDir },
          plugins: [librariesOutside],
        });
        const text = outputFiles.map((file) => file.text).join("");
        /** @type {{ module: string }} */
        const written = await import(`data:text/javascript,${encodeURIComponent(text)}`);
        return { contents: written.module, loader: "js", resolveDir };
      });
    },
  };
}
