import { dirname, join } from "node:path";
import type { Network } from "../model/types/network.ts";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import type { CopiedFile } from "./beside/stack-beside.ts";
import { readPlainFile } from "./read-plain-file.ts";

const RULE = "extend/unreadable";

/** The files that blueprints extend their stacks by, as files of the output, and why others cannot be. */
export interface ReadExtensions {
  readonly copies: readonly CopiedFile[];
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
        return { copy: { path: `stacks/${stack}/${name}`, bytes: answer, source: shown }, finding: null };
      return {
        copy: null,
        finding: findingAbout(shown, RULE, answer, `${blueprint} names it in extend.terraform`),
      };
    });
  });
  return {
    copies: read.flatMap(({ copy }) => copy ?? []),
    findings: read.flatMap(({ finding }) => finding ?? []),
  };
}
