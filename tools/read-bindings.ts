import { readdirSync, readFileSync } from "node:fs";
import { at, parseJson } from "../test/support/json.ts";

/** An argument: whether it must be given, and those of its block or object; null: a plain value, a list of such or a map. */
interface Argument {
  readonly required: boolean;
  /** True where AWS gives a value when none is written, so that its absence is no change. */
  readonly computed: boolean;
  readonly block: Arguments | null;
}
type Arguments = Readonly<Record<string, Argument>>;

/** The arguments of resource and data source types in one version of the AWS provider. */
export interface Bindings {
  /** The provider version, such as `6.25.0`. */
  readonly provider: string;
  readonly resource: Readonly<Record<string, Arguments>>;
  readonly data: Readonly<Record<string, Arguments>>;
}

/** Terraform types by section. */
export interface Types {
  readonly resource: readonly string[];
  readonly data: readonly string[];
}

/** The folder of the package's `lib/` that holds a type. */
export function libOf(section: keyof Types, type: string): string {
  return `${section === "data" ? "data-" : ""}${type.replace(section === "data" ? /^/ : /^aws_/, "")}`.replaceAll(
    "_",
    "-",
  );
}

/** Reads the wanted types from an unpacked npm package of bindings. Throws when one is missing or cannot be read. */
export function readBindings(folder: string, wanted: Types): Bindings {
  const manifest = parseJson(readFileSync(`${folder}/package.json`, "utf8"), "package.json");
  const section = (name: keyof Types) =>
    Object.fromEntries(
      wanted[name].map((type) => [type, readType(`${folder}/lib/${libOf(name, type)}`, type)]),
    );
  return {
    provider: String(at(manifest, "cdktf", "provider", "version")),
    resource: section("resource"),
    data: section("data"),
  };
}

interface Text {
  readonly code: string;
  readonly types: string;
}

function readType(lib: string, type: string): Arguments {
  const text = { code: textOf(lib, ".js"), types: textOf(lib, ".d.ts") };
  const said = /\btfResourceType = "(\w+)"/.exec(text.code)?.[1];
  if (said !== type) throw new Error(`${lib} is ${said}, not ${type}`);
  const [, returned = ""] = /synthesizeAttributes\(\) \{\s*return \{(.*?)\n {8}\};/s.exec(text.code) ?? [];
  const config =
    /export interface (\w+) extends cdkt[fn]\.TerraformMetaArguments/.exec(text.types)?.[1] ?? "";
  return argumentsOf(returned, config, text);
}

/** Bindings of large resources keep their structs in files of their own. */
function textOf(lib: string, end: ".js" | ".d.ts"): string {
  const names = readdirSync(lib).filter((name) => name.endsWith(end));
  return names.map((name) => readFileSync(`${lib}/${name}`, "utf8")).join("\n");
}

function argumentsOf(returned: string, name: string, text: Text): Arguments {
  const [, declared = ""] =
    new RegExp(`export interface ${name}\\b[^{]*\\{(.*?)\\n\\}`, "s").exec(text.types) ?? [];
  const entries = [...returned.matchAll(/^\s*"?(\w+)"?: (.*),$/gm)].map(([, key = "", value = ""]) => {
    const field = /(?:this\._|struct\.)(\w+)/.exec(value)?.[1] ?? "";
    const struct = /\b([a-z]\w*)ToTerraform\b/.exec(value.replaceAll(/cdkt[fn]\.\w+ToTerraform/g, ""))?.[1];
    const argument: Argument = {
      required: new RegExp(`readonly ${field}:`).test(declared),
      // The class of the resource stands last in its file, after those of its blocks.
      computed:
        text.code.lastIndexOf(`// ${key} - computed: true`) >
        text.code.lastIndexOf(`// ${key} - computed: false`),
      block: struct === undefined ? null : structOf(struct, text),
    };
    return [key, argument] as const;
  });
  if (entries.length === 0) throw new Error(`nothing was read of ${name}`);
  return Object.fromEntries(entries);
}

function structOf(name: string, text: Text): Arguments {
  const pattern = new RegExp(`function ${name}ToTerraform\\(struct\\) \\{.*?return \\{(.*?)\\n {4}\\};`, "s");
  const [, returned = ""] = pattern.exec(text.code) ?? [];
  return argumentsOf(returned, `${name.charAt(0).toUpperCase()}${name.slice(1)}`, text);
}
