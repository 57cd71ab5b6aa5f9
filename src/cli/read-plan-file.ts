import { readFileSync, statSync } from "node:fs";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { isMissing, reasonOf } from "./file-errors.ts";
import { readStdin } from "./read-stdin.ts";

/** Bytes: what is larger is no plan. */
const MAX_SIZE = 256 * 1024 * 1024;

/** What a plan's file holds, or why it cannot be read; `name` is how findings call it. */
export type ReadPlanFile = { readonly name: string } & (
  | { readonly bytes: Uint8Array; readonly finding: null }
  | { readonly bytes: null; readonly finding: Finding }
);

/** Who reads a plan: the command, for the hint, and what it calls a file that is none. */
interface PlanReader {
  readonly command: string;
  readonly rule: "migrate/not-a-plan" | "reach/not-a-plan";
  /** A noun: what it reads. */
  readonly wanted: string;
}

/** Reads a plan from a file or named pipe, or with `-` from standard input. */
export async function readPlanFile(
  path: string,
  { command, rule: notAPlan, wanted }: PlanReader,
): Promise<ReadPlanFile> {
  const how = `terraform show -json plan.tfplan | hextet ${command} --plan -`;
  const name = path === "-" ? "<stdin>" : path;
  const refuse = (rule: string, message: string): ReadPlanFile => ({
    name,
    bytes: null,
    finding: findingAbout(name, rule, message, how),
  });
  try {
    const bytes = path === "-" ? await readStdin(MAX_SIZE) : readBytes(path);
    if (bytes === null) return refuse(notAPlan, `it has more than 256 MiB, which no ${wanted} has`);
    return { name, bytes, finding: null };
  } catch (error) {
    return refuse(isMissing(error) ? "file/not-found" : "file/unreadable", reasonOf(error));
  }
}

function readBytes(path: string): Uint8Array | null {
  return statSync(path).size > MAX_SIZE ? null : readFileSync(path);
}
