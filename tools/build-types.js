import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { bindingsIn, identifier } from "../src/start/bindings-in.js";

const require = createRequire(import.meta.url);
const ENTRIES = ["library", "stack/hooks/user-hook", "stack/hooks/cli-step"];

/**
 * Writes the types of the library and of what hooks import into `dist/types/`: Hextet's own, as far as these name them, and beside them those of CDKTF and of the bindings, so
 * that a project with Hextet alone can check its hooks. Takes TypeScript, which only a checkout has.
 * @param {string} root
 */
export function buildTypes(root) {
  const folder = join(root, "dist/types");
  rmSync(folder, { recursive: true, force: true });
  emit(root, folder);
  dropUnnamed(folder);
  const bindings = bindingsIn(join(root, "src"));
  copyTypes("cdktf", "lib", join(folder, "cdktf"));
  copyTypes("constructs", "lib", join(folder, "constructs"));
  for (const name of bindings) {
    copyTypes("@cdktf/provider-aws", `lib/${name}`, join(folder, "aws", name));
  }
  const aws = bindings
    .map((name) => `export * as ${identifier(name)} from "./aws/${name}/index.js";\n`)
    .join("");
  writeFileSync(join(folder, "aws.d.ts"), aws);
  // What is imported is CommonJS.
  writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
  const engine = `export * from "cdktf";\nexport * as aws from "./aws.js";\n`;
  writeFileSync(join(folder, "engine.d.ts"), engine);
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (file.endsWith(".d.ts")) makeRelative(folder, join(folder, file));
  }
}

/**
 * @param {string} root
 * @param {string} folder
 */
function emit(root, folder) {
  mkdirSync(folder, { recursive: true });
  const config = join(folder, "tsconfig.json");
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    allowJs: false,
    checkJs: false,
    rootDir: join(root, "src"),
    outDir: folder,
  };
  const files = ENTRIES.map((entry) => join(root, "src", `${entry}.ts`));
  writeFileSync(
    config,
    JSON.stringify({ extends: join(root, "tsconfig.json"), compilerOptions, files, include: [] }),
  );
  const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", config], { cwd: root, stdio: "inherit" });
  rmSync(config);
}

/**
 * TypeScript writes the types of all that is imported anywhere; those that no type of an entry names, nobody reads.
 * @param {string} folder
 */
function dropUnnamed(folder) {
  const named = new Set(ENTRIES.map((entry) => join(folder, `${entry}.d.ts`)));
  // A set gives what is added while one walks over it, too.
  for (const file of named) {
    for (const [, path = ""] of readFileSync(file, "utf8").matchAll(/["'](\.[^"']*)\.ts["']/g))
      named.add(join(dirname(file), `${path}.d.ts`));
  }
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (file.endsWith(".d.ts") && !named.has(join(folder, file))) rmSync(join(folder, file));
  }
}

/**
 * @param {string} library
 * @param {string} part
 * @param {string} to
 */
function copyTypes(library, part, to) {
  const from = join(dirname(require.resolve(`${library}/package.json`)), part);
  for (const file of readdirSync(from, { recursive: true, encoding: "utf8" })) {
    if (file.endsWith(".d.ts")) cpSync(join(from, file), join(to, file));
  }
  // Of CommonJS: their imports have no extensions.
  writeFileSync(join(to, "package.json"), '{ "type": "commonjs" }\n');
}

/**
 * Libraries by their place in the folder: whoever installs Hextet has none of them.
 * @param {string} folder
 * @param {string} file
 */
function makeRelative(folder, file) {
  /** @param {string} name */
  const place = (name) => {
    const path = relative(dirname(file), join(folder, name));
    return path.startsWith(".") ? path : `./${path}`;
  };
  const text = readFileSync(file, "utf8");
  const moved = text
    .replace(
      /(["'])(cdktf|constructs)\1/g,
      (_, quote, name) => `${quote}${place(`${name}/index.js`)}${quote}`,
    )
    .replace(
      /"@cdktf\/provider-aws\/lib\/([a-z0-9-]+)\/index\.js"/g,
      (_, name) => `"${place(`aws/${name}/index.js`)}"`,
    )
    .replace(/"\.\.\/\.\.\/lib"/g, '".."')
    .replace(/(["']\.[^"']*)\.ts(["'])/g, "$1.js$2");
  writeFileSync(file, moved);
}
