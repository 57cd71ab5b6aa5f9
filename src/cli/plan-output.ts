import { type Dirent, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { byName } from "../base/compare-texts.ts";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { isMissing } from "./file-errors.ts";
import { findLinks } from "./find-links.ts";
import { copiesIn, findForeignFiles } from "./foreign-files.ts";

/** The folder in the output folder that holds a folder for each stack: CDKTF's layout. */
const STACKS = "stacks";
const STACK_FILE = "cdk.tf.json";

/** A file of the output: its path from the output folder, with forward slashes, and its content. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** What has to change in the output folder so that it says what the blueprints say. */
export interface OutputPlan {
  /** Files that are not there. */
  readonly missing: readonly OutputFile[];
  /** Files with another content. */
  readonly stale: readonly (OutputFile & { readonly before: Buffer })[];
  /** Paths of the files of stacks whose blueprint is gone, and of copies that no blueprint declares any more. */
  readonly extra: readonly string[];
  /** Why nothing may be changed; empty when everything may. */
  readonly findings: readonly Finding[];
}

/** All files below a folder, but for what Terraform keeps there for itself: the provider is larger than any text. */
export function readTree(folder: string): readonly OutputFile[] {
  return entriesOf(folder).flatMap((entry) => {
    if (entry.name === ".terraform") return [];
    const inner = join(folder, entry.name);
    if (!entry.isDirectory()) return [{ path: entry.name, bytes: readFileSync(inner) }];
    return readTree(inner).map(({ path, bytes }) => ({ path: `${entry.name}/${path}`, bytes }));
  });
}

/** Compares what was made with what lies in the output folder, which need not exist. Throws errors of the file system. */
export function planOutput(made: readonly OutputFile[], output: string): OutputPlan {
  const unsafe = [...findLinks(output), ...findForeignFiles(made, output)];
  if (unsafe.length > 0) return { missing: [], stale: [], extra: [], findings: unsafe };
  const inTheWay = made.filter(({ path }) => isNoFile(join(output, path)));
  if (inTheWay.length > 0)
    return { missing: [], stale: [], extra: [], findings: inTheWay.map((file) => refuse(output, file)) };
  const before = made.map((file) => ({ ...file, before: readIfThere(join(output, file.path)) }));
  const wanted = new Set(made.map(({ path }) => path.split("/").slice(0, 2).join("/")));
  const gone = entriesOf(join(output, STACKS))
    .filter((entry) => entry.isDirectory() && !wanted.has(`${STACKS}/${entry.name}`))
    .map((entry) => `${STACKS}/${entry.name}`);
  return {
    missing: before.filter((file) => file.before === null),
    stale: before.flatMap(({ path, bytes, before: old }) =>
      old === null || old.equals(bytes) ? [] : [{ path, bytes, before: old }],
    ),
    extra: [
      ...gone.map((stack) => `${stack}/${STACK_FILE}`),
      ...[...wanted, ...gone].flatMap((stack) => oldCopies(output, stack, made)),
    ].filter((path) => isThere(join(output, path))),
    findings: gone.flatMap((stack) => refuseState(`${output}/${stack}`)),
  };
}

/** Names of the stacks that lie in the output folder, sorted. */
export function writtenStacks(output: string): readonly string[] {
  return entriesOf(join(output, STACKS)).flatMap((entry) =>
    entry.isDirectory() && isThere(join(output, STACKS, entry.name, STACK_FILE)) ? [entry.name] : [],
  );
}

/** What an earlier run has copied into a stack's folder, and no blueprint declares any more. */
function oldCopies(output: string, stack: string, made: readonly OutputFile[]): readonly string[] {
  const [, name = ""] = stack.split("/");
  const copies = copiesIn(output, name).map((copy) => `${stack}/${copy}`);
  return copies.filter((path) => !made.some((file) => file.path === path));
}

function refuse(output: string, { path }: OutputFile): Finding {
  return findingAbout(
    `${output}/${path}`,
    "output/unwritable",
    "something that is no file stands here",
    "move it away",
  );
}

/**
 * State lost is infrastructure that nobody can change or destroy any more. After us the `cdktf` command deletes the
 * folders of gone stacks, whatever is in them, but only when we succeed.
 */
function refuseState(folder: string): readonly Finding[] {
  const [state] = findState(folder);
  if (state === undefined) return [];
  const message = `the stack's blueprint is gone, but its Terraform state is still here: ${state}`;
  const hint = "run `terraform destroy` in this folder or move the state away, then delete the folder";
  return [findingAbout(folder, "output/state-in-generated", message, hint)];
}

/** Terraform's state files below a folder; what `.terraform` holds by this name only says where the state is. */
function findState(folder: string): readonly string[] {
  return entriesOf(folder).flatMap((entry) => {
    if (entry.name === ".terraform") return [];
    if (!entry.isDirectory()) return /\.tfstate(\.|$)/.test(entry.name) ? [entry.name] : [];
    return findState(join(folder, entry.name)).map((name) => `${entry.name}/${name}`);
  });
}

/** The entries of a folder by name; none when there is no such folder. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort(byName);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isNoFile(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile();
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
