import { accessSync, constants, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hasErrors } from "../../base/diagnostic.ts";
import { invariant } from "../../base/invariant.ts";
import type { Inventory } from "../../importer/types/inventory.ts";
import { type DraftedBlueprint, writeBlueprint } from "../../importer/write-blueprint.ts";
import { compile } from "../../pipeline.ts";
import { type Finding, findingAboutFile } from "../../reports/findings/finding.ts";
import { escapeUnsafe } from "../../reports/findings/terminal-text.ts";
import { formatBlueprint } from "../../reports/format/format-blueprint.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { reasonOf } from "../file-errors.ts";
import { showFindings } from "../show-findings.ts";
import type { Terminal } from "../terminal.ts";
import { type Imported, readStateFile } from "./read-state-file.ts";

/** What the command line of `hextet import` says. */
export interface ImportOptions {
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
  /** Null: standard output. */
  readonly output: string | null;
  /** Write over a file that is there. */
  readonly force: boolean;
}

/** `hextet import`: the first blueprint of a VPC that is there, and on stderr what it does not take up. */
export async function importVpc(options: ImportOptions, terminal: Terminal): Promise<ExitCode> {
  const unwritable = findUnwritableOutput(options);
  if (unwritable !== null) return refuse(unwritable, terminal);
  const read = await readSource(options, terminal);
  const { inventory, finding } = read;
  if (inventory === null) {
    const status = refuse(finding, terminal);
    if (read.policy !== undefined) terminal.err(`\n${read.policy}\n`);
    return status;
  }
  if (!hasUsableSubnet(inventory)) return refuse(noSubnet(inventory, options), terminal);
  const written = writeBlueprint(inventory, options.name);
  const text = formatBlueprint(written.text);
  invariant(text !== null, "what import writes is no YAML");
  const failure = writeText(text, options, terminal);
  if (failure !== null) return refuse(failure, terminal);
  terminal.err(describe(written, options.output));
  return written.lost.length === 0 ? exitCodes.clean : refuse(lostWords(written, options), terminal);
}

async function readSource({ source }: ImportOptions, terminal: Terminal): Promise<Imported> {
  const state = source.kind === "state" ? await readStateFile(source.file, source.vpcId) : null;
  if (state !== null && (state.inventory === null || source.region === null)) return state;
  // The SDK tells its users which Node it will want some day: no concern of who imports a VPC.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const { readAwsVpc, readRuleIds } = await import("./read-aws-vpc.ts");
  if (source.kind === "aws") return readAwsVpc(source, terminal);
  invariant(state?.inventory != null && source.region !== null, "a state without a region asks AWS nothing");
  return readRuleIds(state.inventory, source.region, terminal);
}

function refuse(finding: Finding, terminal: Terminal): ExitCode {
  showFindings([finding], terminal);
  return exitCodes.findings;
}

function hasUsableSubnet({ subnets, region }: Inventory): boolean {
  return subnets.some(
    ({ zone, ipv4Cidr }) => ipv4Cidr !== null && zone.startsWith(region) && /[a-f]$/.test(zone),
  );
}

function noSubnet({ vpc, region }: Inventory, { source }: ImportOptions): Finding {
  const message = `${vpc.id} has no subnet with IPv4 in an availability zone a to f of ${region}`;
  return findingAboutFile(source.kind === "state" ? source.file : vpc.id, "import/vpc-incomplete", message);
}

/** What was read and what is taken over, referred to or listed must be the same: whatever the blueprint says, this is an error. */
function lostWords({ lost, name }: DraftedBlueprint, { output }: ImportOptions): Finding {
  const what = lost.map(({ kind, id }) => `${kind} ${id}`).join(", ");
  const message = `${lost.length} of the things that were read are in no part of the blueprint: ${what}`;
  const hint = "the blueprint lists them at its end; report this, with the state if you can";
  return findingAboutFile(output ?? `${name}.yaml`, "import/lost", message, hint);
}

/** Before anything is read: AWS is not asked for minutes for a file that cannot be written. */
function findUnwritableOutput({ output, force }: ImportOptions): Finding | null {
  if (output === null) return null;
  const refuse = (message: string, hint: string | null) =>
    findingAboutFile(output, "output/unwritable", message, hint);
  try {
    accessSync(path.dirname(path.resolve(output)), constants.W_OK);
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

function writeText(text: string, { output, force }: ImportOptions, terminal: Terminal): Finding | null {
  if (output === null) {
    terminal.out(text);
    return null;
  }
  try {
    writeFileSync(output, text, { flag: force ? "w" : "wx" });
    return null;
  } catch (error) {
    return findingAboutFile(output, "output/unwritable", reasonOf(error), force ? null : OVERWRITE);
  }
}

/** What was done, what is left, and what comes next. */
function describe(written: DraftedBlueprint, output: string | null): string {
  const { name, imports, unplaced, unknownIds, lacking, text } = written;
  const todos = text.split("\n").filter((line) => /^\s*# TODO/.test(line)).length;
  const { findings } = compile([{ file: output ?? `${name}.yaml`, text }], "0000-00-00");
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const validity = hasErrors(findings)
    ? `hextet validate will find ${count("error")} errors: ${[...new Set(findings.map(({ rule }) => rule))].join(", ")}`
    : `valid, ${count("warning")} warnings; read them with hextet validate`;
  const ofRules = new Set(lacking.flatMap(({ addresses }) => addresses));
  const others = unknownIds.filter((address) => !ofRules.has(address));
  const left = unplaced.map(
    ({ kind, id, detail }) => `  ${kind} ${id}${detail === null ? "" : `: ${detail}`}`,
  );
  return [
    `${name}: ${imports} resources to take over, ${todos} TODO in the blueprint; ${validity}`,
    ...(unknownIds.length === 0 ? [] : ["there, but without a known id for existing.import:"]),
    ...lacking.map(({ words }) => `  ${words}`),
    ...others.map((address) => `  ${address}`),
    ...(left.length === 0 ? [] : [`not taken up (${left.length}):`, ...left]),
  ]
    .map((line) => `${escapeUnsafe(line)}\n`)
    .join("");
}
