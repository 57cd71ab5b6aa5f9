import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isFileError } from "./file-errors.ts";

/** Something that is no folder stands where the output folder belongs, or where a folder around it does. */
export class OutputInTheWay extends Error {
  override name = "OutputInTheWay";

  /** The path of what stands there. */
  readonly place: string;

  constructor(place: string) {
    super(`${place} is no folder`);
    this.place = place;
  }
}

/** To be called before the output is read or written; nothing there is fine. Throws `OutputInTheWay`. */
export function expectOutputFolder(output: string): void {
  let outer = output;
  while (isMissing(outer) && resolve(outer) !== dirname(resolve(outer))) outer = dirname(outer);
  if (isOther(outer)) throw new OutputInTheWay(outer);
}

/** True where nothing is, or where something on the way there is no folder. */
function isMissing(path: string): boolean {
  return kindOf(path) === "missing";
}

function isOther(path: string): boolean {
  return kindOf(path) === "other";
}

function kindOf(path: string): "folder" | "other" | "missing" {
  try {
    return statSync(path).isDirectory() ? "folder" : "other";
  } catch (error) {
    if (!isFileError(error)) throw error;
    // What cannot be looked at is told by whoever reads it.
    return "missing";
  }
}
