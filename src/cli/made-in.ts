import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readStackOutput } from "../change/read-stack-output.ts";
import type { WasMade } from "../model/addressing/was-made.ts";
import { isFileError } from "./file-errors.ts";

/** What the stacks in an output folder have; what cannot be read has nothing. Each is read when it is first asked of. */
export function madeIn(output: string): WasMade {
  const read = new Map<string, ReadonlySet<string>>();
  return (stack, address) => {
    const known = read.get(stack) ?? addressesIn(stack, join(output, "stacks", stack, "cdk.tf.json"));
    read.set(stack, known);
    return known.has(address);
  };
}

function addressesIn(stack: string, file: string): ReadonlySet<string> {
  try {
    return new Set(readStackOutput(stack, readFileSync(file, "utf8"))?.resources.keys());
  } catch (error) {
    // Not written yet; what else is wrong with it is said where it is written.
    if (isFileError(error)) return new Set();
    throw error;
  }
}
