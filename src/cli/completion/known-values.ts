import { cdktfOutput } from "../cdktf-config.ts";
import { isFileError } from "../file-errors.ts";
import { writtenStacks } from "../plan-output.ts";
import { inProject } from "../project-folder.ts";
import { listBlueprints } from "../read-blueprints.ts";

/** What a value can be: names of systems, stacks and rules, and paths of the project's blueprints; nothing for other kinds. */
export async function knownValues(kind: string): Promise<readonly string[]> {
  try {
    return await valuesOf(kind);
  } catch (error) {
    // At a tab nobody wants to read why; the command itself says it.
    if (isFileError(error)) return [];
    throw error;
  }
}

async function valuesOf(kind: string): Promise<readonly string[]> {
  switch (kind) {
    case "--from": {
      const { startingBlueprints } = await import("../init/starting-blueprints.ts");
      return startingBlueprints().map(({ name }) => name);
    }
    case "paths":
    case "blueprint":
    case "--merge":
      return listBlueprints(inProject("blueprints")).files;
    case "stack":
      return writtenStacks(cdktfOutput());
    case "what": {
      const { explanations } = await import("../../reports/findings/explanations.ts");
      return explanations.map(({ id }) => id);
    }
    default:
      return [];
  }
}
