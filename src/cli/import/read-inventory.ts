import { invariant } from "../../base/invariant.ts";
import type { Inventory } from "../../importer/types/inventory.ts";
import { showFindings } from "../show-findings.ts";
import type { Terminal } from "../terminal.ts";
import { hasUsableSubnet, noSubnet } from "./describe-draft.ts";
import { type Imported, readStateFile } from "./read-state-file.ts";

/** Where a file goes. */
export interface Written {
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
  /** The blueprint that takes in what is new; null: a first one is written. */
  readonly merge: string | null;
  /** Ask the owner at the terminal. */
  readonly interactive: boolean;
}

/** The VPC of the source; null, and said, when there is none that a blueprint could describe. */
export async function readInventory(options: ImportOptions, terminal: Terminal): Promise<Inventory | null> {
  const { source } = options;
  const read = await readSource(options, terminal);
  const { inventory, finding } = read;
  if (inventory === null) {
    showFindings([finding], terminal);
    if (read.policy !== undefined) terminal.err(`\n${read.policy}\n`);
    return null;
  }
  if (hasUsableSubnet(inventory)) return inventory;
  showFindings([noSubnet(inventory, source.kind === "state" ? source.file : source.vpcId)], terminal);
  return null;
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
