import { readFileSync } from "node:fs";
import { isFileError } from "./file-errors.ts";

/** The text of a stack as it lies in the output folder; null when it cannot be read, which whoever writes it reports. */
export function readStackText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (isFileError(error)) return null;
    throw error;
  }
}
