import { readFileSync } from "node:fs";
import { storedSchema } from "./stored-schema.ts";

const ROOT = new URL("../../", import.meta.url);
const MODELINE = "# yaml-language-server: $schema=../../schemas/json/hextet.json";

/** Blueprints that are valid: together they have every key of the schema. */
const POSITIVE = [
  "blueprints/dual-stack-web.yaml",
  "blueprints/eks-ipv6.yaml",
  "blueprints/ipv6-only-nat64.yaml",
  "test/blueprint/ok/environments.yaml",
  "test/blueprint/ok/everything.yaml",
  "test/blueprint/ok/minimal.yaml",
  "test/blueprint/ok/renamed.yaml",
];

/** Blueprints that are YAML and no blueprints, each for a reason of its own. */
const NEGATIVE = [
  "missing-key",
  "no-subnets",
  "tag-keys",
  "too-long",
  "too-many-tags",
  "unknown-key",
  "wrong-level",
  "wrong-type",
].map((name) => `test/blueprint/err/${name}.yaml`);

/** What is added to a checkout of SchemaStore beside the entry in its catalog: texts by path. */
export function schemaStoreFiles(): ReadonlyMap<string, string> {
  return new Map([
    ["src/schemas/json/hextet.json", `${JSON.stringify(storedSchema(), null, 2)}\n`],
    ...POSITIVE.map((file) => [`src/test/hextet/${nameOf(file)}`, testFile(file)] as const),
    ...NEGATIVE.map((file) => [`src/negative_test/hextet/${nameOf(file)}`, testFile(file)] as const),
  ]);
}

const nameOf = (file: string) => file.replace(/^.*\//, "");

/** The blueprint below the line that SchemaStore wants first, without the marks of Hextet's own tests. */
function testFile(file: string): string {
  const text = readFileSync(new URL(file, ROOT), "utf8");
  return `${MODELINE}\n${text.replace(/^# yaml-language-server: .*\n/m, "").replaceAll(/ # ! .*$/gm, "")}`;
}
