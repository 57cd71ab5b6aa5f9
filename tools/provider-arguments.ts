/**
 * Reads published bindings of the AWS provider, about a gigabyte of npm packages, and writes since which version the
 * wanted arguments are there, and all arguments of the newest version, for the tests. Run by hand when a package of
 * bindings is published: `npm run provider-arguments`, with a folder as argument to keep the packages there.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { at, isObject, parseJson } from "../test/support/json.ts";
import { publishedBindings } from "./published-bindings.ts";
import { type Bindings, libOf, readBindings, type Types } from "./read-bindings.ts";
import { wantedArguments } from "./wanted-arguments.ts";

const SCHEMA = new URL("../test/support/provider-schema.json.gz", import.meta.url);
const NEWEST = new URL("../test/support/newest-bindings.json.gz", import.meta.url);
const TABLE = new URL("../src/aws/provider-arguments.generated.ts", import.meta.url);

interface Read {
  /** The npm package with its version. */
  readonly source: string;
  readonly bindings: Bindings;
}

const [kept] = process.argv.slice(2);
const types = typesToRead();
const read = publishedBindings.map(([name, version]): Read => {
  const source = `${name} ${version}`;
  process.stderr.write(`${source}\n`);
  return { source, bindings: fetchBindings(name, version) };
});
const newest = read.at(-1);
if (newest === undefined) throw new Error("no bindings are named");
writeFileSync(NEWEST, gzipSync(JSON.stringify(newest.bindings), { level: 9 }));
writeFileSync(TABLE, table(read));

function typesToRead(): Types {
  const schema = parseJson(gunzipSync(readFileSync(SCHEMA)).toString(), "the schema of the provider");
  const names = (section: keyof Types) => Object.keys(Object(at(schema, section)));
  const wanted = wantedArguments.map((argument) => argument.slice(0, argument.indexOf(".")));
  return { resource: [...new Set([...names("resource"), ...wanted])].sort(), data: names("data") };
}

function fetchBindings(name: string, version: string): Bindings {
  const folder = mkdtempSync(path.join(tmpdir(), "hextet-bindings-"));
  const packages = path.resolve(kept ?? folder);
  try {
    const packed = path.join(packages, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
    if (!existsSync(packed))
      execFileSync("npm", ["pack", "--silent", `${name}@${version}`], { cwd: packages });
    const libs = (["resource", "data"] as const).flatMap((section) =>
      types[section].map((type) => `package/lib/${libOf(section, type)}`),
    );
    execFileSync("tar", ["xzf", packed, "package/package.json", ...libs], { cwd: folder });
    return readBindings(path.join(folder, "package"), types);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function table(all: readonly Read[]): string {
  const rows = wantedArguments.map((argument) => {
    const first = all.findIndex(({ bindings }) => has(bindings, argument));
    const [before, since] = [all[first - 1], all[first]];
    if (before === undefined || since === undefined)
      throw new Error(`${argument} is in none, or in all, of the bindings`);
    const gone = all.slice(first).find(({ bindings }) => !has(bindings, argument));
    if (gone !== undefined) throw new Error(`${argument} is gone again in ${gone.bindings.provider}`);
    const versions = `absentIn: "${before.bindings.provider}", presentIn: "${since.bindings.provider}"`;
    return `  "${argument}": { ${versions}, source: "${before.source} and ${since.source}" },`;
  });
  const [oldest, last] = [all[0], all.at(-1)].map((one) => `${one?.bindings.provider}`);
  return [
    `// Made by tools/provider-arguments.ts from published bindings of AWS provider ${oldest} to ${last}: run it again,`,
    "// and do not edit this.",
    'import type { ArgumentVersions } from "./argument-versions.ts";',
    "",
    `/** Arguments that AWS provider ${oldest} lacks and later versions have, as \`<type>.<argument>\` with the blocks between. */`,
    "export const providerArguments = {",
    ...rows,
    "} as const satisfies Readonly<Record<string, ArgumentVersions>>;",
    "",
    "/** One of them. */",
    "export type ProviderArgument = keyof typeof providerArguments;",
    "",
  ].join("\n");
}

function has({ resource }: Bindings, argument: string): boolean {
  const [type = "", ...steps] = argument.split(".");
  const inside = steps.flatMap((step, index) => (index === 0 ? [step] : ["block", step]));
  return isObject(at(resource, type, ...inside));
}
