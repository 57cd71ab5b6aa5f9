/**
 * Reduces bindings of AWS provider 6 to the arguments of what Hextet emits, for `accepted-by-6.ts`. Run once for each
 * new version, on the unpacked npm package:
 * `npm pack @cdktf/provider-aws@21.22.1 && tar xzf cdktf-provider-aws-*.tgz && node --import tsx test/support/bindings-6.ts package`
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { at, parseJson } from "./json.ts";

/** An argument: whether it must be given, and those of its block or object; null: a plain value, a list of such or a map. */
interface Argument {
  readonly required: boolean;
  readonly block: Arguments | null;
}
type Arguments = Readonly<Record<string, Argument>>;

const SCHEMA = new URL("./provider-schema.json.gz", import.meta.url);
const OUT = new URL("./bindings-6.json.gz", import.meta.url);

const [folder = "package"] = process.argv.slice(2);
const wanted = parseJson(gunzipSync(readFileSync(SCHEMA)).toString(), "the schema of provider 5");
const manifest = parseJson(readFileSync(`${folder}/package.json`, "utf8"), "package.json");
const found = { resource: {}, data: {} } as Record<"resource" | "data", Record<string, Arguments>>;
for (const { name } of readdirSync(`${folder}/lib`, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
))
  read(name);
for (const section of ["resource", "data"] as const)
  for (const type of Object.keys(at(wanted, section) as object))
    if (found[section][type] === undefined) throw new Error(`${section} ${type} is not in the bindings`);
const json = JSON.stringify({ provider: at(manifest, "cdktf", "provider", "version"), ...found });
writeFileSync(OUT, gzipSync(json, { level: 9 }));

function read(lib: string): void {
  const file = `${folder}/lib/${lib}/index.js`;
  const code = textOf(file);
  const type = /\.tfResourceType = "(\w+)"/.exec(code)?.[1] ?? "";
  const section = lib.startsWith("data-aws-") ? "data" : "resource";
  if (at(wanted, section, type) === undefined) return;
  const types = textOf(`${folder}/lib/${lib}/index.d.ts`);
  const [, returned = ""] = /synthesizeAttributes\(\) \{\s*return \{(.*?)\n {8}\};/s.exec(code) ?? [];
  const config = /export interface (\w+) extends cdktf\.TerraformMetaArguments/.exec(types)?.[1] ?? "";
  found[section][type] = argumentsOf(returned, config, { code, types });
}

/** Bindings of large resources keep their structs in files of their own. */
function textOf(file: string): string {
  const main = readFileSync(file, "utf8");
  const folderOf = file.slice(0, file.lastIndexOf("/"));
  const end = file.slice(file.lastIndexOf("/") + "/index".length);
  const others = readdirSync(folderOf).filter(
    (name) => name.endsWith(end) && name !== `index${end}` && !(end === ".js" && name.endsWith(".d.ts")),
  );
  return [main, ...others.map((name) => readFileSync(`${folderOf}/${name}`, "utf8"))].join("\n");
}

function argumentsOf(returned: string, name: string, text: { code: string; types: string }): Arguments {
  const [, declared = ""] =
    new RegExp(`export interface ${name}\\b[^{]*\\{(.*?)\\n\\}`, "s").exec(text.types) ?? [];
  const entries = [...returned.matchAll(/^\s*"?(\w+)"?: (.*),$/gm)].map(([, key = "", value = ""]) => {
    const field = /(?:this\._|struct\.)(\w+)/.exec(value)?.[1] ?? "";
    const required = new RegExp(`readonly ${field}:`).test(declared);
    const struct = /\b([a-z]\w*)ToTerraform\b/.exec(value.replaceAll(/cdktf\.\w+ToTerraform/g, ""))?.[1];
    return [key, { required, block: struct === undefined ? null : structOf(struct, text) }] as const;
  });
  if (entries.length === 0) throw new Error(`nothing was read of ${name}`);
  return Object.fromEntries(entries);
}

function structOf(name: string, text: { code: string; types: string }): Arguments {
  const pattern = new RegExp(`function ${name}ToTerraform\\(struct\\) \\{.*?return \\{(.*?)\\n {4}\\};`, "s");
  const [, returned = ""] = pattern.exec(text.code) ?? [];
  return argumentsOf(returned, `${name.charAt(0).toUpperCase()}${name.slice(1)}`, text);
}
