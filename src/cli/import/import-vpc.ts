import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import { invariant } from "../../base/invariant.ts";
import { writeBlueprint } from "../../importer/write-blueprint.ts";
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import { formatBlueprint } from "../../reports/format/format-blueprint.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { reasonOf } from "../file-errors.ts";
import { isSameFile } from "../is-same-file.ts";
import { showFindings } from "../show-findings.ts";
import type { Terminal } from "../terminal.ts";
import { writeNewWhole, writeWhole } from "../write-whole.ts";
import { describeDraft, hasUsableSubnet, lostWords, noSubnet } from "./describe-draft.ts";
import { type Imported, readStateFile } from "./read-state-file.ts";

/** Where a file goes. */
interface Written {
  /** Null: standard output. */
  readonly output: string | null;
  /** Write over a file that is there. */
  readonly force: boolean;
}

/** What the command line of `hextet import` says. */
export interface ImportOptions extends Written {
  /** Where the VPC is read from. With the region of a state, AWS is asked for what the state does not hold. */
  readonly source:
    | {
        readonly kind: "state";
        readonly file: string;
        readonly vpcId: string | null;
        readonly region: string | null;
      }
    | { readonly kind: "aws"; readonly vpcId: string; readonly region: string };
  /** Null: the VPC's own. */
  readonly name: string | null;
}

/** `hextet import`: the first blueprint of a VPC that is there, and on stderr what it does not take up. */
export async function importVpc(options: ImportOptions, terminal: Terminal): Promise<ExitCode> {
  const input = options.source.kind === "state" ? options.source.file : null;
  const unwritable = findUnwritableOutput(options, input);
  if (unwritable !== null) return refuse(unwritable, terminal);
  const read = await readSource(options, terminal);
  const { inventory, finding } = read;
  if (inventory === null) {
    const status = refuse(finding, terminal);
    if (read.policy !== undefined) terminal.err(`\n${read.policy}\n`);
    return status;
  }
  if (!hasUsableSubnet(inventory)) return refuse(noSubnet(inventory, fileOf(options)), terminal);
  const written = writeBlueprint(inventory, options.name);
  const text = formatBlueprint(written.text);
  invariant(text !== null, "what import writes is no YAML");
  const failure = writeText(text, options, terminal);
  if (failure !== null) return refuse(failure, terminal);
  terminal.err(describeDraft(written, options.output));
  return written.lost.length === 0 ? exitCodes.clean : refuse(lostWords(written, options.output), terminal);
}

async function readSource({ source }: ImportOptions, terminal: Terminal): Promise<Imported> {
  const state = source.kind === "state" ? await readStateFile(source.file, source.vpcId) : null;
  if (state !== null && (state.inventory === null || source.region === null)) return state;
  const { readAwsVpc, readRuleIds } = await loadAwsReader();
  if (source.kind === "aws") return readAwsVpc(source, terminal);
  invariant(state?.inventory != null && source.region !== null, "a state without a region asks AWS nothing");
  return readRuleIds(state.inventory, source.region, terminal);
}

/** What asks AWS, loaded only where something is asked. */
export async function loadAwsReader() {
  // The SDK tells its users which Node it will want some day: no concern of who imports a VPC.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  return await import("./read-aws-vpc.ts");
}

function refuse(finding: Finding, terminal: Terminal): ExitCode {
  showFindings([finding], terminal);
  return exitCodes.findings;
}

function fileOf({ source }: ImportOptions): string {
  return source.kind === "state" ? source.file : source.vpcId;
}

/** Before anything is read: AWS is not asked for minutes for a file that cannot be written. `input` is what is read. */
export function findUnwritableOutput({ output, force }: Written, input: string | null): Finding | null {
  if (output === null) return null;
  const refuse = (message: string, hint: string | null) =>
    findingAbout(output, "output/unwritable", message, hint);
  try {
    accessSync(path.dirname(path.resolve(output)), constants.W_OK);
    if (input !== null && isSameFile(output, input)) return refuse("it is the file that is read", null);
    const found = statSync(output, { throwIfNoEntry: false });
    if (found === undefined || (force && !found.isDirectory())) return null;
    return found.isDirectory()
      ? refuse("it is a folder (EISDIR)", null)
      : refuse("something else stands there (EEXIST)", OVERWRITE);
  } catch (error) {
    return refuse(reasonOf(error), null);
  }
}

const OVERWRITE = "--force writes over a file";

function writeText(text: string, { output, force }: Written, terminal: Terminal): Finding | null {
  if (output === null) {
    terminal.out(text);
    return null;
  }
  try {
    (force ? writeWhole : writeNewWhole)(output, text);
    return null;
  } catch (error) {
    return findingAbout(output, "output/unwritable", reasonOf(error), force ? null : OVERWRITE);
  }
}
