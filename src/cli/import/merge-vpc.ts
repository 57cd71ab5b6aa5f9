import { readFileSync } from "node:fs";
import { hasErrors } from "../../base/diagnostic.ts";
import { type Owned, readOwned } from "../../importer/merge/read-owned.ts";
import type { Inventory } from "../../importer/types/inventory.ts";
import type { BlueprintFile } from "../../pipeline.ts";
import {
  type Finding,
  findingAbout,
  locateDiagnostic,
  sortFindings,
} from "../../reports/findings/finding.ts";
import { exitCodeOf } from "../commands.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { findUnwritable } from "../find-unwritable.ts";
import { readBlueprintFile } from "../read-blueprint-file.ts";
import { showFindings } from "../show-findings.ts";
import type { Terminal } from "../terminal.ts";
import { writeWhole } from "../write-whole.ts";
import { lostWords } from "./describe-draft.ts";
import { describeMerge } from "./describe-merge.ts";
import { errorsOf, mergeValid } from "./merge-valid.ts";
import { type ImportOptions, readInventory } from "./read-inventory.ts";

/** `hextet import --merge`: takes what is new in a VPC into a blueprint, and says what is gone and what differs. */
export async function mergeVpc(options: ImportOptions, path: string, terminal: Terminal): Promise<ExitCode> {
  const { file, findings: unread } = readBlueprintFile(path);
  if (file === null) return refuse(unread, terminal);
  const owned = readOwned(file);
  if (owned === null) return refuse(whyNotOwned(file), terminal);
  const inventory = await readInventory(options, terminal);
  if (inventory === null) return exitCodes.findings;
  if (inventory.vpc.id !== owned.vpcId) return refuse([anotherVpc(file, owned, inventory)], terminal);
  const { merged, left, findings } = mergeValid(file, owned, inventory);
  if (hasErrors(findings)) return refuse(findings, terminal);
  const unwritable = [...merged.texts].flatMap(([name, text]) =>
    findUnwritable(name, () => writeWhole(name, `${markOf(name)}${text}`)),
  );
  if (unwritable.length > 0) return refuse(unwritable, terminal);
  const told = merged.told.map((diagnostic) => locateDiagnostic(diagnostic, owned.source));
  const { drafted } = merged;
  const lost = drafted.lost.length === 0 ? [] : [lostWords(drafted, file.file)];
  const all = sortFindings([...told, ...left, ...lost]);
  showFindings(all, terminal);
  terminal.err(describeMerge(file, owned, merged));
  return exitCodeOf(all);
}

/** The byte order mark of a file, which is no part of its text. */
function markOf(file: string): string {
  return readFileSync(file).subarray(0, 3).equals(Buffer.from("\uFEFF")) ? "\uFEFF" : "";
}

function whyNotOwned(file: BlueprintFile): readonly Finding[] {
  const errors = errorsOf(file);
  if (errors.length > 0) return errors;
  const message = "it has no network.vpc.existing, so it describes no VPC that was there before";
  return [
    findingAbout(file.file, "import/nothing-to-merge", message, "hextet import writes a first blueprint"),
  ];
}

function anotherVpc({ file }: BlueprintFile, { vpcId }: Owned, { vpc }: Inventory): Finding {
  return findingAbout(file, "import/nothing-to-merge", `it describes ${vpcId}, and ${vpc.id} was read`);
}

function refuse(findings: readonly Finding[], terminal: Terminal): ExitCode {
  showFindings(sortFindings(findings), terminal);
  return exitCodes.findings;
}
