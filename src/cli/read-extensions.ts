import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Network } from "../model/types/network.ts";
import { type Finding, findingAboutFile } from "../reports/findings/finding.ts";
import { isMissing, reasonOf } from "./file-errors.ts";
import type { OutputFile } from "./plan-output.ts";

/** Bytes: a Terraform file that is larger is something else. */
const MAX_SIZE = 4 * 1024 * 1024;
const RULE = "extend/unreadable";

/** The files that blueprints extend their stacks by, as files of the output, and why others cannot be. */
export interface ReadExtensions {
  readonly copies: readonly OutputFile[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the files of `extend.terraform` of each network. `files` are the blueprints' paths by name. Symbolic links are
 * refused on the whole way from the blueprint: what is copied is what reviewers see. Never throws.
 */
export function readExtensions(
  networks: readonly Network[],
  files: ReadonlyMap<string, string>,
): ReadExtensions {
  const read = networks.flatMap(({ name: stack, extensions }) => {
    const blueprint = files.get(stack) ?? stack;
    const folder = dirname(blueprint);
    return extensions.map(({ file, name }) => {
      const shown = join(folder, file).replaceAll("\\", "/");
      const answer = readPlainFile(folder, file);
      if (typeof answer !== "string")
        return { copy: { path: `stacks/${stack}/${name}`, bytes: answer }, finding: null };
      return {
        copy: null,
        finding: findingAboutFile(shown, RULE, answer, `${blueprint} names it in extend.terraform`),
      };
    });
  });
  return {
    copies: read.flatMap(({ copy }) => copy ?? []),
    findings: read.flatMap(({ finding }) => finding ?? []),
  };
}

/** The bytes, or why there are none. */
function readPlainFile(folder: string, file: string): Buffer | string {
  try {
    const steps = file.split("/");
    const paths = steps.map((_, index) => join(folder, ...steps.slice(0, index + 1)));
    const link = paths.find((path) => lstatSync(path).isSymbolicLink());
    if (link !== undefined) return "a symbolic link leads to it: only the file itself is copied";
    const descriptor = openSync(
      join(folder, file),
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) return "it is no file";
      return stats.size > MAX_SIZE
        ? `${stats.size} bytes are more than ${MAX_SIZE}`
        : readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return isMissing(error) ? "there is no such file" : reasonOf(error);
  }
}
