import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { nearest } from "../base/nearest.ts";

/** Why git did not answer; `message` is for people. */
export class GitRefusal extends Error {
  override name = "GitRefusal";
}

/** Bytes: more than the output of thousands of stacks. */
const MOST = 1024 * 1024 * 1024;

/** The commit to compare with when none is named: where the branch left the remote's default one, or the last commit. */
export function defaultBase(): string {
  for (const branch of ["origin/HEAD", "origin/main", "origin/master", "main", "master"]) {
    const base = tryGit(["merge-base", "HEAD", branch]);
    if (base !== null) return base.trim();
  }
  return commitOf("HEAD");
}

/** The folder of the repository around the working directory, without symbolic links in it; null: there is none, or no Git. */
export function repositoryRoot(): string | null {
  const { status, stdout } = spawnSync("git", ["rev-parse", "--show-toplevel"], { encoding: "utf8" });
  return status === 0 ? stdout.replace(/\n$/, "") : null;
}

/**
 * Throws `GitRefusal` where a folder is in another repository than the working directory, as a submodule is: no commit of
 * this one has its files.
 */
export function expectSameRepository(folder: string): void {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  const root = tryGit(["-C", there, "rev-parse", "--show-toplevel"])?.replace(/\n$/, "");
  if (root !== undefined && root !== repositoryRoot())
    throw new GitRefusal(`${folder}/ is in another Git repository: run hextet in ${root}`);
}

/** The commit that a name stands for. Throws `GitRefusal`. */
export function commitOf(ref: string): string {
  const commit = tryGit(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if (commit === null) throw new GitRefusal(whyNoCommit(ref));
  return commit.trim();
}

function whyNoCommit(ref: string): string {
  if (tryGit(["rev-parse", "--git-dir"]) === null)
    return "this folder is in no Git repository: name the folder with the output to compare with";
  if (tryGit(["rev-parse", "--verify", "--quiet", "HEAD"]) === null)
    return "there is no commit yet to compare with: commit what is applied, or name a folder with such output";
  const isShallow = tryGit(["rev-parse", "--is-shallow-repository"])?.trim() === "true";
  const fetch =
    "; the clone is shallow: run `git fetch --unshallow`, or write fetch-depth: 0 in the workflow";
  const refs = tryGit(["for-each-ref", "--format=%(refname:short)"])?.trim().split("\n") ?? [];
  const near = nearest(ref, refs);
  const meant = near === null ? "" : `: did you mean ${JSON.stringify(near)}?`;
  return `git knows no commit ${JSON.stringify(ref)}, and no such folder is there${isShallow ? fetch : meant}`;
}

/** The texts of the files of a folder in a commit, by path from the folder. Throws `GitRefusal`. */
export function filesAt(commit: string, folder: string): ReadonlyMap<string, string> {
  const texts = textsAt(commit, [`${folder}/`]);
  return new Map([...texts].map(([file, text]) => [file.slice(folder.length + 1), text]));
}

/** The texts of files and folders in a commit, by path; what the commit does not have is left out. Throws `GitRefusal`. */
export function textsAt(commit: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const listed = git(["ls-tree", "-r", "-z", commit, "--", ...paths]);
  const files = listed.split("\0").flatMap((line) => {
    const [, object = "", file = ""] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    return object === "" ? [] : [{ object, file }];
  });
  const texts = blobs(files.map(({ object }) => object));
  return new Map(files.map(({ file }, index) => [file, texts[index] ?? ""]));
}

/** All at once: a process for each would take a second for a few hundred. */
function blobs(objects: readonly string[]): readonly string[] {
  if (objects.length === 0) return [];
  const answer = run(["cat-file", "--batch"], objects.join("\n"));
  const texts: string[] = [];
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf("\n", at);
    const size = Number(answer.toString("utf8", at, end).split(" ")[2]);
    texts.push(answer.toString("utf8", end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return texts;
}

function git(args: readonly string[]): string {
  return run(args, "").toString("utf8");
}

function tryGit(args: readonly string[]): string | null {
  const { status, stdout, error } = spawnSync("git", args, { encoding: "utf8" });
  if (error !== undefined) throw new GitRefusal(`git cannot be run: ${error.message}`);
  return status === 0 ? stdout : null;
}

function run(args: readonly string[], input: string): Buffer {
  const { status, stdout, stderr, error } = spawnSync("git", args, { input, maxBuffer: MOST });
  if (error !== undefined) throw new GitRefusal(`git cannot be run: ${error.message}`);
  if (status !== 0) throw new GitRefusal(`git ${args[0]} failed: ${stderr.toString("utf8").trim()}`);
  return stdout;
}
