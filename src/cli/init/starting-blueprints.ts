import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { invariant } from "../../base/invariant.ts";
import { packageFolder, SCHEMA_FILE } from "../package-folder.ts";

/** One of the blueprints that come with Hextet. */
export interface StartingBlueprint {
  /** Of the system, and of its file without the ending. */
  readonly name: string;
  /** One line. */
  readonly description: string;
  readonly text: string;
}

/**
 * What the blueprint asks for: this major version, so that a new one comes in by a reviewed line. The lock file says
 * which version of it is taken.
 */
const PROVIDER = "~> 6.0";
const MODELINE = "# yaml-language-server: $schema=";

/**
 * Every blueprint that comes with Hextet and can stand alone, by name: one that takes values of another's stack is no
 * beginning. Throws when they cannot be read.
 */
export function startingBlueprints(): readonly StartingBlueprint[] {
  const folder = join(packageFolder(), "blueprints");
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return files.sort().flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n");
    if (/\bfromBlueprint:/.test(withoutComments(text))) return [];
    return [{ name: file.slice(0, -".yaml".length), description: lineOf(text, "description"), text }];
  });
}

function withoutComments(text: string): string {
  return text.replace(/^\s*#.*$/gm, "");
}

/**
 * The blueprint for a repository that has Hextet in node_modules, under a name of its choice: the schema is found from
 * there, and the AWS provider is asked for by its major version, unless the blueprint says which it needs.
 */
export function adaptBlueprint({ name: system, text }: StartingBlueprint, name: string): string {
  const renamed = text
    .replace(/^name: .*$/m, `name: ${name}`)
    .replace(/^ {2}project: .*$/m, `  project: ${name}`)
    .replace(/^# yaml-language-server: .*$/m, `${MODELINE}../node_modules/hextet/${SCHEMA_FILE}`);
  invariant(renamed.startsWith(MODELINE), `${system} does not begin with its schema`);
  if (/^terraform:/m.test(renamed)) return renamed;
  const region = `region: ${lineOf(renamed, "region")}`;
  const version = `terraform: { awsProvider: { version: "${PROVIDER}" } } # .terraform.lock.hcl says which 6.x it is`;
  return renamed.replace(`\n${region}\n`, `\n${region}\n${version}\n`);
}

/** The value of a key at the root that stands on its line. */
function lineOf(text: string, key: string): string {
  const value = new RegExp(`^${key}: (.+)$`, "m").exec(text)?.[1];
  invariant(value !== undefined, `a blueprint of Hextet has no line for ${key}`);
  return value;
}
