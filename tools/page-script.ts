import { build } from "esbuild";

const CLIENT = new URL("../src/reports/reach/page/client/client.ts", import.meta.url).pathname;

/** The script of `hextet reach -f html` as a module that holds its text: bundled, for browsers of 2023 and later. */
export async function renderPageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [CLIENT],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "ascii",
    minifyWhitespace: true,
    minifySyntax: true,
    tsconfigRaw: "{}",
    logLevel: "silent",
  });
  const text = outputFiles.map((file) => file.text).join("");
  return [
    "// Generated from src/reports/reach/page/client/: do not edit. `npm run generate` writes it.",
    "",
    "/** The script of the page. */",
    `export const clientScript = ${JSON.stringify(text)};`,
    "",
  ].join("\n");
}
