/** What `import { compile } from "hextet"` gives: docs/library.md. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hasErrors } from "./base/diagnostic.ts";
import { invariant } from "./base/invariant.ts";
import { isFragmentName } from "./cli/is-blueprint-name.ts";
import { inTemporaryFolder } from "./cli/temporary-folder.ts";
import { todayInUtc } from "./cli/today-in-utc.ts";
import type { Network } from "./model/types/network.ts";
import { compile as compileFiles, type IncludedFile, includedNames } from "./pipeline.ts";
import type { FindingJson } from "./reports/findings/finding-json.ts";
import { findingJson } from "./reports/findings/render-findings.ts";

export type { FindingJson } from "./reports/findings/finding-json.ts";

/** A blueprint as text, and the name under which findings speak of it. */
export interface BlueprintText {
  readonly name: string;
  readonly text: string;
}

/** A stack as Terraform takes it. */
export interface Stack {
  readonly name: string;
  /** The name of the blueprint, as it was given. */
  readonly blueprint: string;
  /** The text of `stacks/<name>/cdk.tf.json`, byte for byte what `hextet synth` writes. */
  readonly json: string;
  /** The files that `extend.terraform` names, from the blueprint's folder, `shop/` for those of a folder: nobody has read them; they belong beside the JSON. */
  readonly extensions: readonly string[];
}

/** What compiling gives. */
export interface CompileResult {
  /** Sorted by file, line, column, rule and message. */
  readonly findings: readonly FindingJson[];
  /** Sorted by name; empty when a finding is an error. */
  readonly stacks: readonly Stack[];
}

/** What can be said of a compilation. */
export interface CompileOptions {
  /** YYYY-MM-DD: the day on which acceptances must still hold. Left out: today in UTC. */
  readonly today?: string | undefined;
}

/** How findings call a text that came without a name. */
const NAMELESS = "<text>";

/**
 * Judges blueprints and makes their stacks, as `hextet synth` does, without hooks of one's own and without what lies in an
 * output folder. Touches no file but in a temporary folder of its own, which is gone afterwards. Rejects with a
 * TypeError what is no text and no list of texts with names, and with other errors only for bugs.
 */
export async function compile(
  blueprints: string | readonly BlueprintText[],
  { today = todayInUtc() }: CompileOptions = {},
): Promise<CompileResult> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today)) throw new TypeError("today is no date YYYY-MM-DD");
  const { networks, files, findings } = compileFiles(filesOf(blueprints), today);
  const stacks = hasErrors(findings) ? [] : await stacksOf(networks, files);
  return { findings: findings.map(findingJson), stacks };
}

function filesOf(blueprints: string | readonly BlueprintText[]) {
  const given = typeof blueprints === "string" ? [{ name: NAMELESS, text: blueprints }] : blueprints;
  // Callers in JavaScript are told by nobody else.
  if (!Array.isArray(given) || !given.every(isBlueprintText))
    throw new TypeError("compile takes a text, or a list of { name, text }");
  const isIncluded = ({ name }: BlueprintText) => isFragmentName(name);
  const beside = new Map(given.filter(isIncluded).map(({ name, text }) => [name, { file: name, text }]));
  return given
    .filter((one) => !isIncluded(one))
    .map(({ name, text }) => ({ file: name, text, included: includedIn(name, text, beside) }));
}

/** An included file among the texts has the name that it would have beside the blueprint. */
function includedIn(
  blueprint: string,
  text: string,
  beside: ReadonlyMap<string, IncludedFile>,
): ReadonlyMap<string, IncludedFile> {
  const folder = blueprint.slice(0, blueprint.lastIndexOf("/") + 1);
  return new Map(
    includedNames(text).map((name) => [
      name,
      beside.get(`${folder}${name}`) ?? { refusal: "it is not among the texts" },
    ]),
  );
}

function isBlueprintText(given: unknown): given is BlueprintText {
  if (typeof given !== "object" || given === null || !("name" in given && "text" in given)) return false;
  return typeof given.name === "string" && typeof given.text === "string";
}

/** CDKTF writes into a folder only, and is loaded only here: it takes longer than all before. */
async function stacksOf(
  networks: readonly Network[],
  files: ReadonlyMap<string, string>,
): Promise<readonly Stack[]> {
  const { synthStacks } = await import("./stack/synth.ts");
  return inTemporaryFolder((folder) => {
    const output = join(folder, "generated");
    synthStacks(networks, output);
    return networks.map(({ name, extensions }) => {
      const blueprint = files.get(name);
      invariant(blueprint !== undefined, `the network ${name} is of no blueprint`);
      const json = readFileSync(join(output, "stacks", name, "cdk.tf.json"), "utf8");
      return { name, blueprint, json, extensions: extensions.map(({ file }) => file) };
    });
  });
}
