import { findUsers } from "../../importer/adopt/find-users.ts";
import { type HandoverBlocks, handoverBlocks } from "../../importer/adopt/handover-blocks.ts";
import { type OldPlan, readOldPlan } from "../../importer/adopt/read-old-plan.ts";
import { type Shares, shareOut } from "../../importer/adopt/share-out.ts";
import { readState } from "../../importer/read-state.ts";
import type { Inventory } from "../../importer/types/inventory.ts";
import { blueprintName, type DraftedBlueprint, draftBlueprint } from "../../importer/write-blueprint.ts";
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import { exitCodeOf } from "../commands.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { describeDraft, hasUsableSubnet, noSubnet } from "../import/describe-draft.ts";
import { besideOf, draftedFiles, type NewFile, writeAll } from "../import/drafted-files.ts";
import { idsFileFor } from "../import/ids-file.ts";
import { findUnwritableOutput } from "../import/import-vpc.ts";
import { loadAwsReader } from "../import/read-inventory.ts";
import { isSameFile } from "../is-same-file.ts";
import { inProject } from "../project-folder.ts";
import { readPlanFile } from "../read-plan-file.ts";
import { showFindings } from "../show-findings.ts";
import type { Terminal } from "../terminal.ts";
import { findingsOf, findSecret } from "./adoption-findings.ts";
import { sharesText } from "./shares-text.ts";
import { stepsText } from "./steps-text.ts";

/** What the command line of `hextet adopt` says. */
export interface AdoptOptions {
  /** The plan of the old configuration; `-` reads standard input. */
  readonly plan: string;
  /** Null: the only VPC that there is. */
  readonly vpcId: string | null;
  /** Ask AWS, in this region, for the ids of rules that a state does not hold; null: ask nothing. */
  readonly region: string | null;
  /** The blueprint's name; null: the VPC's. */
  readonly name: string | null;
  /** Where the blueprint goes; null: among the blueprints, by its name. */
  readonly output: string | null;
  /** Where the blocks for the old configuration go; null: here, by the blueprint's name. */
  readonly removed: string | null;
  /** One state: the new stack takes the place of the old configuration. */
  readonly sameState: boolean;
  readonly force: boolean;
}

/** Everything that is written and told. */
export interface Adoption {
  readonly drafted: DraftedBlueprint;
  readonly shares: Shares;
  readonly blocks: HandoverBlocks;
  /** The files' names. */
  readonly blueprint: string;
  readonly blocksFile: string;
  readonly options: AdoptOptions;
}

/** `hextet adopt`: the blueprint of a VPC that another configuration manages, and the blocks that hand it over. */
export async function adopt(options: AdoptOptions, terminal: Terminal): Promise<ExitCode> {
  const reader = { command: "adopt", rule: "migrate/not-a-plan", wanted: "plan" } as const;
  const { name: file, bytes, finding } = await readPlanFile(options.plan, reader);
  if (bytes === null) return refuse([finding], terminal);
  const { old, mistake } = readOldPlan(bytes);
  if (old === null)
    return refuse([findingAbout(file, mistake.rule, mistake.message, mistake.hint)], terminal);
  const read = await readInventory(old, file, options, terminal);
  if (read.inventory === null) return refuse(read.findings, terminal, read.policy);
  const adoption = adoptionOf(read.inventory, old, options);
  const wrong = [...findSecret(old, adoption, file), ...findUnwritableFiles(filesOf(adoption), adoption)];
  if (wrong.length > 0) return refuse(wrong, terminal);
  const failures = writeAll(filesOf(adoption), options.force);
  if (failures.length > 0) return refuse(failures, terminal);
  terminal.err(describeDraft(adoption.drafted, adoption.blueprint));
  const users = findUsers(adoption.shares, old);
  terminal.show(`${sharesText(adoption, users)}\n${stepsText(adoption, users)}`);
  const findings = findingsOf(adoption, file);
  showFindings(findings, terminal);
  return exitCodeOf(findings);
}

type Read =
  | { readonly inventory: Inventory }
  | {
      readonly inventory: null;
      readonly findings: readonly Finding[];
      /** The policy document that allows what AWS has refused. */
      readonly policy?: string | undefined;
    };

async function readInventory(
  old: OldPlan,
  file: string,
  options: AdoptOptions,
  terminal: Terminal,
): Promise<Read> {
  const { vpcId, region } = options;
  const reading = readState(old.state, vpcId);
  if ("mistake" in reading) {
    const { rule, message, hint } = reading.mistake;
    return { inventory: null, findings: [findingAbout(file, rule, message, hint)] };
  }
  const { inventory } = reading;
  if (!hasUsableSubnet(inventory)) return { inventory: null, findings: [noSubnet(inventory, file)] };
  if (region === null) return { inventory };
  // AWS is not asked for files that cannot be written. Blocks that are there and of which this handover has none are of another.
  const places = placesOf(blueprintName(inventory, options.name), options);
  const idsFile = places.idsFile === null ? [] : [besideOf(places.blueprint, places.idsFile)];
  const files = [places.blueprint, ...idsFile, places.blocksFile].map((output): NewFile => [output, ""]);
  const unwritable = findUnwritableFiles(files, { ...places, options });
  if (unwritable.length > 0) return { inventory: null, findings: unwritable };
  const { readRuleIds } = await loadAwsReader();
  const read = await readRuleIds(inventory, region, terminal);
  return read.inventory === null
    ? { inventory: null, findings: [read.finding], policy: read.policy }
    : { inventory: read.inventory };
}

/** Where the files go. Known before anything is drafted. */
interface Places extends Pick<Adoption, "blueprint" | "blocksFile"> {
  /** The `moved` blocks, as the blueprint names them. */
  readonly moved: string;
  /** The file of ids, as the blueprint names it; null: there is none. */
  readonly idsFile: string | null;
}

function placesOf(name: string, { output, removed, sameState }: AdoptOptions): Places {
  const blueprint = output ?? `${inProject("blueprints")}/${name}.yaml`;
  const moved = `${name}-moved.tf.json`;
  return {
    blueprint,
    moved,
    blocksFile: sameState ? besideOf(blueprint, moved) : (removed ?? `${name}-removed.tf.json`),
    idsFile: idsFileFor(blueprint, name),
  };
}

function adoptionOf(inventory: Inventory, old: OldPlan, options: AdoptOptions): Adoption {
  const { sameState } = options;
  const { takenUp, putTogether } = draftBlueprint(inventory, options.name);
  const shares = shareOut(old.managed, takenUp);
  const blocks = handoverBlocks(shares, old, sameState);
  const { blueprint, blocksFile, idsFile, moved } = placesOf(takenUp.name, options);
  const isExtended = sameState && blocks.json !== null;
  const drafted = putTogether({ extensions: isExtended ? [moved] : [], idsFile });
  return { drafted, shares, blocks, blueprint, blocksFile, options };
}

function filesOf({ drafted, blueprint, blocks, blocksFile }: Adoption): readonly NewFile[] {
  const json: readonly NewFile[] =
    blocks.json === null ? [] : [[blocksFile, `${JSON.stringify(blocks.json, null, 2)}\n`]];
  return [...draftedFiles(drafted, blueprint), ...json];
}

function findUnwritableFiles(
  files: readonly NewFile[],
  { blueprint, blocksFile, options }: Pick<Adoption, "blueprint" | "blocksFile" | "options">,
): readonly Finding[] {
  const { force, plan } = options;
  const found = files.flatMap(([output]) => findUnwritableOutput({ output, force }, plan) ?? []);
  const message = "the blueprint and the blocks would be one file";
  return found.length === 0 && isSameFile(blueprint, blocksFile)
    ? [findingAbout(blocksFile, "output/unwritable", message, "write another --removed")]
    : found;
}

function refuse(findings: readonly Finding[], terminal: Terminal, policy?: string): ExitCode {
  showFindings(findings, terminal);
  if (policy !== undefined) terminal.err(`\n${policy}\n`);
  return exitCodes.findings;
}
