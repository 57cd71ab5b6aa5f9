import { readFileSync, statSync } from "node:fs";
import { readState } from "../../importer/read-state.ts";
import type { Inventory } from "../../importer/types/inventory.ts";
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import { isMissing, reasonOf } from "../file-errors.ts";
import { readStdin } from "../read-stdin.ts";

/** Bytes: what is larger is no state. */
const MAX_SIZE = 512 * 1024 * 1024;
const HOW_TO_SHOW = "write it with: terraform show -json > state.json";

/** What was found, or why nothing was. */
export type Imported =
  | { readonly inventory: Inventory; readonly finding: null }
  | {
      readonly inventory: null;
      readonly finding: Finding;
      /** The policy document that allows what AWS has refused. */
      readonly policy?: string;
    };

/** Reads a VPC from a file that `terraform show -json` wrote, with `-` from standard input. */
export async function readStateFile(path: string, vpcId: string | null): Promise<Imported> {
  const file = path === "-" ? "<stdin>" : path;
  const refuse = (rule: string, message: string, hint: string | null = null): Imported => ({
    inventory: null,
    finding: findingAbout(file, rule, message, hint),
  });
  const read = await readJson(path);
  if ("unreadable" in read) return refuse(read.rule, read.unreadable, read.hint);
  const reading = readState(read.json, vpcId);
  if ("inventory" in reading) return { inventory: reading.inventory, finding: null };
  const { rule, message, hint } = reading.mistake;
  return refuse(rule, message, hint);
}

type Json =
  | { readonly json: unknown }
  | { readonly rule: string; readonly unreadable: string; readonly hint: string | null };

async function readJson(path: string): Promise<Json> {
  try {
    const bytes = path === "-" ? await readStdin(MAX_SIZE) : readBytes(path);
    if (bytes === null)
      return { rule: "import/not-a-state", unreadable: "it has more than 512 MiB", hint: HOW_TO_SHOW };
    const text = new TextDecoder().decode(bytes);
    return { json: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch (error) {
    if (error instanceof SyntaxError) {
      return { rule: "import/not-a-state", unreadable: "the file is not JSON", hint: HOW_TO_SHOW };
    }
    const rule = isMissing(error) ? "file/not-found" : "file/unreadable";
    return { rule, unreadable: reasonOf(error), hint: null };
  }
}

function readBytes(path: string): Uint8Array | null {
  return statSync(path).size > MAX_SIZE ? null : readFileSync(path);
}
