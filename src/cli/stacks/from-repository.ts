import { realpathSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import type { StackEntry } from "../../reports/stacks/stack-entry.ts";
import { repositoryRoot } from "../git-output.ts";

/**
 * The stacks with their folders as paths from the root of the Git repository, which is how Atlantis and HCP Terraform
 * read them wherever the command is run; from the working directory where there is no repository. A text says why not.
 */
export function fromRepository(
  stacks: readonly StackEntry[],
): { readonly stacks: readonly StackEntry[] } | { readonly refused: string } {
  const here = realpathSync(process.cwd());
  const root = repositoryRoot() ?? here;
  const moved = stacks.map((stack) => ({ ...stack, folder: pathFrom(root, here, stack.folder) }));
  const outside = moved.find(({ folder }) => folder.split("/").includes("..") || isAbsolute(folder));
  if (outside === undefined) return { stacks: moved };
  return {
    refused: `the folder of the stack "${outside.name}" is not in the repository ${root}: ${outside.folder}`,
  };
}

function pathFrom(root: string, here: string, folder: string): string {
  const whole = isAbsolute(folder) ? folder : join(here, folder);
  return relative(root, whole).replaceAll("\\", "/");
}
