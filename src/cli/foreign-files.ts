import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listOf, parseJson, textOf, valueIn } from "../base/untrusted-json.ts";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { entriesOf } from "./entries-of.ts";
import { isFileError } from "./file-errors.ts";
import type { OutputFile } from "./plan-output.ts";
import { isRemakable } from "./remove-folders.ts";

const STACK_FILE = "cdk.tf.json";
/** What Terraform, OpenTofu and their command line read in a folder; a lock file and a state are no configuration. */
const READ_BY_TERRAFORM = /\.(tf|tofu|tfvars)(\.json)?$|\.tfrc$|^\.terraformrc$|^terraform\.rc$/;
const RULE = "output/foreign-file";

/**
 * Errors for what stands in stacks' folders, changes what Terraform plans there, and was not written by Hextet. `made`
 * is what the blueprints give; what an earlier run has copied is known by the stack's file.
 */
export function findForeignFiles(made: readonly OutputFile[], output: string): readonly Finding[] {
  const wanted = new Set(made.map(({ path }) => path));
  return stacksIn(output).flatMap((stack) => {
    const copied = new Set(copiesIn(output, stack));
    const names = namesIn(`${output}/stacks/${stack}`).filter(
      (name) => READ_BY_TERRAFORM.test(name) && name !== STACK_FILE && !copied.has(name),
    );
    return names.flatMap((name) => {
      const copy = made.find(({ path }) => path === `stacks/${stack}/${name}`);
      return wanted.has(`stacks/${stack}/${name}`) && copy !== undefined && isSame(output, copy)
        ? []
        : [foreign(`${output}/stacks/${stack}/${name}`, copy !== undefined)];
    });
  });
}

/** Errors for what people have in the folders of gone stacks, which the `cdktf` command deletes with all that is in them. */
export function findLosable(made: readonly OutputFile[], output: string): readonly Finding[] {
  const live = new Set(made.map(({ path }) => path.split("/")[1]));
  const gone = stacksIn(output).filter((stack) => !live.has(stack));
  return gone.flatMap((stack) => {
    const own = new Set([STACK_FILE, ...copiesIn(output, stack)]);
    const names = entriesOf(`${output}/stacks/${stack}`).map(({ name }) => name);
    const message =
      "the stack's blueprint is gone, and the cdktf command would delete this with the stack's folder";
    return names
      .filter((name) => !own.has(name) && !isRemakable(name))
      .map((name) =>
        findingAbout(`${output}/stacks/${stack}/${name}`, RULE, message, "move it away, or delete it"),
      );
  });
}

/** The names of the files that an earlier run has copied into a stack's folder, as the stack's file tells them. */
export function copiesIn(output: string, stack: string): readonly string[] {
  try {
    const json = parseJson(readFileSync(join(output, "stacks", stack, STACK_FILE), "utf8"));
    const names = listOf(valueIn(json, "//", "extend")).map((name) => textOf(name) ?? "");
    return names.filter(
      (name) => /^[A-Za-z0-9_][A-Za-z0-9_.-]*\.(tf|tfvars)(\.json)?$/.test(name) && name !== STACK_FILE,
    );
  } catch (error) {
    if (isFileError(error)) return [];
    throw error;
  }
}

function foreign(file: string, isDeclared: boolean): Finding {
  const name = file.slice(file.lastIndexOf("/") + 1);
  if (isDeclared)
    return findingAbout(
      file,
      RULE,
      "a blueprint declares a file of this name, but this one is another and was not copied by synth",
      "move it over the file beside the blueprint when it is the right one, then delete it here",
    );
  return findingAbout(
    file,
    RULE,
    "Terraform reads this file, and neither Hextet nor a blueprint says so: it changes what is planned",
    `move it beside the blueprint and write extend: { terraform: [${name}] } there; or delete it`,
  );
}

function isSame(output: string, { path, bytes }: OutputFile): boolean {
  try {
    return readFileSync(join(output, path)).equals(bytes);
  } catch (error) {
    if (isFileError(error)) return false;
    throw error;
  }
}

function stacksIn(output: string): readonly string[] {
  return entriesOf(`${output}/stacks`).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

/** Of files and of links to some: Terraform reads no folder. */
function namesIn(folder: string): readonly string[] {
  return entriesOf(folder).flatMap((entry) => (entry.isDirectory() ? [] : [entry.name]));
}
