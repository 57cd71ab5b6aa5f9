import { basename } from "node:path";
import { transform } from "esbuild";

/**
 * A part that esbuild has made as an ES module with an inline source map, as CommonJS with the map beside it. Of modules that
 * are required, Yarn's Plug'n'Play asks nobody in another thread, and Node starts faster too.
 * @param {{ path: string, text: string }} part
 * @param {string} sourceRoot where the sources lie, as a URL
 * @returns {Promise<{ path: string, contents: string }[]>}
 */
export async function asCommonJs({ path, text }, sourceRoot) {
  // As long as what it replaces, so that no place in the map moves. What is no part, such as a hook, stays imported.
  const required = text.replaceAll(/\bimport(?=\("\.\/part-[\w-]+\.cjs"\))/g, "__load");
  const { code, map } = await transform(required, {
    format: "cjs",
    platform: "node",
    target: "node20",
    minifyWhitespace: true,
    minifySyntax: true,
    tsconfigRaw: "{}",
    define: { "import.meta.url": "__url" },
    banner: [
      text.includes("import.meta.url")
        ? 'const __url=require("node:url").pathToFileURL(__filename).href;'
        : "",
      required === text ? "" : "const __load=async(path)=>require(path);",
    ].join(""),
    sourcemap: "external",
    sourcesContent: false,
    sourceRoot,
    logLevel: "silent",
  });
  const contents = `${code}//# sourceMappingURL=${basename(path)}.map\n`;
  return [
    { path, contents },
    { path: `${path}.map`, contents: map },
  ];
}
