import { findUsers } from "../../importer/adopt/find-users.ts";
import { type HandoverBlocks, handoverBlocks } from "../../importer/adopt/handover-blocks.ts";
import { type OldPlan, readOldPlan } from "../../importer/adopt/read-old-plan.ts";
import { sensitiveTexts } from "../../importer/adopt/sensitive-texts.ts";
import { type Shares, shareOut } from "../../importer/adopt/share-out.ts";
import { readState } from "../../importer/read-state.ts";
import type { Inventory } from "../../importer/types/inventory.ts";
import { type DraftedBlueprint, writeBlueprint } from "../../importer/write-blueprint.ts";
import { type Finding, findingAboutFile } from "../../reports/findings/finding.ts";
import { exitCodeOf } from "../commands.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { describeDraft, hasUsableSubnet, lostWords, noSubnet } from "../import/describe-draft.ts";
import { besideOf, draftedFiles, type NewFile, writeAll } from "../import/drafted-files.ts";
import { idsFileFor } from "../import/ids-file.ts";
import { findUnwritableOutput } from "../import/import-vpc.ts";
import { loadAwsReader } from "../import/read-inventory.ts";
import { inProject } from "../project-folder.ts";
import { readPlanFile } from "../read-plan-file.ts";
import { showFindings } from "../show-findings.ts";
import type { Terminal } from "../terminal.ts";
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
    return refuse([findingAboutFile(file, mistake.rule, mistake.message, mistake.hint)], terminal);
  const read = await readInventory(old, file, options, terminal);
  if (read.inventory === null) return refuse([read.finding], terminal);
  const adoption = adoptionOf(read.inventory, old, options);
  const files = filesOf(adoption);
  const wrong = [...findSecret(old, adoption, file), ...findUnwritableFiles(files, options)];
  if (wrong.length > 0) return refuse(wrong, terminal);
  const failures = writeAll(files, options.force);
  if (failures.length > 0) return refuse(failures, terminal);
  terminal.err(describeDraft(adoption.drafted, adoption.blueprint));
  const users = findUsers(adoption.shares, old);
  terminal.show(`${sharesText(adoption, users)}\n${stepsText(adoption, users)}`);
  const findings = findingsOf(adoption, file);
  showFindings(findings, terminal);
  return exitCodeOf(findings);
}

type Read =
  | { readonly inventory: Inventory; readonly finding: null }
  | { readonly inventory: null; readonly finding: Finding };

async function readInventory(
  old: OldPlan,
  file: string,
  { vpcId, region }: AdoptOptions,
  terminal: Terminal,
): Promise<Read> {
  const reading = readState(old.state, vpcId);
  if ("mistake" in reading) {
    const { rule, message, hint } = reading.mistake;
    return { inventory: null, finding: findingAboutFile(file, rule, message, hint) };
  }
  const { inventory } = reading;
  if (!hasUsableSubnet(inventory)) return { inventory: null, finding: noSubnet(inventory, file) };
  if (region === null) return { inventory, finding: null };
  const { readRuleIds } = await loadAwsReader();
  return readRuleIds(inventory, region, terminal);
}

function adoptionOf(inventory: Inventory, old: OldPlan, options: AdoptOptions): Adoption {
  const { sameState } = options;
  const first = writeBlueprint(inventory, options.name);
  const shares = shareOut(old.managed, first);
  const blocks = handoverBlocks(shares, old, sameState);
  const { name } = first;
  const blueprint = options.output ?? `${inProject("blueprints")}/${name}.yaml`;
  const moved = `${name}-moved.tf.json`;
  const isExtended = sameState && blocks.json !== null;
  return {
    drafted: writeBlueprint(inventory, options.name, {
      extensions: isExtended ? [moved] : [],
      idsFile: idsFileFor(blueprint, name),
    }),
    shares,
    blocks,
    blueprint,
    blocksFile: sameState ? besideOf(blueprint, moved) : (options.removed ?? `${name}-removed.tf.json`),
    options,
  };
}

/** A blueprint is read by many: nothing that is marked as sensitive may get into it. */
function findSecret(old: OldPlan, { shares, drafted }: Adoption, file: string): readonly Finding[] {
  const text = `${drafted.text}${drafted.ids?.text ?? ""}`;
  // Elsewhere, what is marked may be the id of a subnet: who keeps a secret is whom it is read from.
  const given = new Set(shares.given.map(({ resource }) => resource.address));
  const [found] = sensitiveTexts(old).filter(
    ([address, secret]) => given.has(address) && text.includes(secret),
  );
  if (found === undefined) return [];
  const message = `the blueprint would show a value of ${found[0]} that is marked as sensitive`;
  const hint =
    "nothing was written; take `sensitive = true` from the variable or output it comes from, or use hextet import --vpc";
  return [findingAboutFile(file, "adopt/sensitive", message, hint)];
}

function filesOf({ drafted, blueprint, blocks, blocksFile }: Adoption): readonly NewFile[] {
  const json: readonly NewFile[] =
    blocks.json === null ? [] : [[blocksFile, `${JSON.stringify(blocks.json, null, 2)}\n`]];
  return [...draftedFiles(drafted, blueprint), ...json];
}

function findUnwritableFiles(files: readonly NewFile[], { force }: AdoptOptions): readonly Finding[] {
  return files.flatMap(([output]) => findUnwritableOutput({ output, force }) ?? []);
}

/** What nobody may overlook. */
function findingsOf({ drafted, shares, blocks, blueprint }: Adoption, file: string): readonly Finding[] {
  const lost = drafted.lost.length === 0 ? [] : [lostWords(drafted, blueprint)];
  const unknown = shares.unknown.map((address) =>
    findingAboutFile(
      blueprint,
      "adopt/not-counted",
      `${address} is to be imported, and nothing in the plan is counted for it`,
      "two configurations may own it; report this, with the plan if you can",
    ),
  );
  const [first] = blocks.stateRm;
  const byCommand: Finding = {
    ...findingAboutFile(
      file,
      "adopt/needs-state-rm",
      `no removed block can say that ${first} is handed over${blocks.stateRm.length > 1 ? `, nor ${blocks.stateRm.length - 1} more` : ""}: terraform state rm has to`,
      "the commands stand among the steps",
    ),
    severity: "warning",
  };
  return [...lost, ...unknown, ...(first === undefined ? [] : [byCommand])];
}

function refuse(findings: readonly Finding[], terminal: Terminal): ExitCode {
  showFindings(findings, terminal);
  return exitCodes.findings;
}
