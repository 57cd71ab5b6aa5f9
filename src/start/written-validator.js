import { join } from "node:path";
import { build } from "esbuild";

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
 * Puts the function that Ajv makes of the blueprint's schema in the place of the module that makes it.
 * @param {string} src
 * @returns {import("esbuild").Plugin}
 */
export function writtenValidator(src) {
  return {
    name: "written-validator",
    setup(builder) {
      const resolveDir = join(src, "blueprint");
      builder.onLoad({ filter: /[/\\]blueprint[/\\]compiled-schema\.ts$/ }, async () => {
        const { outputFiles } = await build({
          stdin: { contents: WRITE_VALIDATOR, resolveDir },
          write: false,
          bundle: true,
          format: "esm",
          platform: "node",
          target: "node20",
          tsconfigRaw: "{}",
          logLevel: "silent",
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

/** @type {import("esbuild").Plugin} */
const librariesOutside = {
  name: "libraries-outside",
  setup(builder) {
    builder.onResolve({ filter: /^[a-z@]/ }, ({ path, kind }) =>
      path.startsWith("node:") || kind !== "import-statement"
        ? undefined
        : { path: import.meta.resolve(path), external: true },
    );
  },
};
