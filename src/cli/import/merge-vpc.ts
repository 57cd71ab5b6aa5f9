import { readFileSync } from "node:fs";
import { hasErrors } from "../../base/diagnostic.ts";
import type { Merged } from "../../importer/merge/merge-network.ts";
import { environmentsOf, type Owned, readOwned } from "../../importer/merge/read-owned.ts";
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
import { loadHooks } from "../load-hooks.ts";
import { readBlueprints } from "../read-blueprints.ts";
import { showFindings } from "../show-findings.ts";
import type { Terminal } from "../terminal.ts";
import { writeWhole } from "../write-whole.ts";
import { compareMerged } from "./compare-merged.ts";
import { lostWords } from "./describe-draft.ts";
import { describeMerge } from "./describe-merge.ts";
import { errorsOf, mergeValid } from "./merge-valid.ts";
import { type ImportOptions, readInventory } from "./read-inventory.ts";

/** `hextet import --merge`: takes what is new in a VPC into a blueprint, and says what is gone and what differs. */
export async function mergeVpc(options: ImportOptions, path: string, terminal: Terminal): Promise<ExitCode> {
  const { files, findings: unread } = readBlueprints([path]);
  const [file] = files;
  if (file === undefined || files.length > 1)
    return refuse(unread.length > 0 ? unread : [severalFiles(path)], terminal);
  const owned = readOwned(file);
  if (owned === null) return refuse(whyNotOwned(file), terminal);
  const { hooks, findings: unloaded } = await loadHooks();
  if (unloaded.length > 0) return refuse(unloaded, terminal);
  const inventory = await readInventory(options, terminal);
  if (inventory === null) return exitCodes.findings;
  if (inventory.vpc.id !== owned.vpcId) return refuse([anotherVpc(file, owned, inventory)], terminal);
  const valid = mergeValid(file, owned, inventory, hooks);
  const { merged, left, findings } = valid;
  if (hasErrors(findings)) return refuse(findings, terminal);
  const unwritable = [...merged.texts].flatMap(([name, text]) =>
    findUnwritable(name, () => writeWhole(name, `${markOf(name)}${text}`)),
  );
  if (unwritable.length > 0) return refuse(unwritable, terminal);
  const comparison = await compareMerged(owned, inventory, valid, hooks);
  const told = comparison.told.map((diagnostic) => locateDiagnostic(diagnostic, owned.source));
  const { drafted } = merged;
  const lost = drafted.lost.length === 0 ? [] : [lostWords(drafted, file.file)];
  const all = sortFindings([...told, ...comparison.findings, ...left, ...lost, ...inOthers(file, merged)]);
  showFindings(all, terminal);
  terminal.err(describeMerge(file, owned, merged, comparison));
  return exitCodeOf(all);
}

/** The byte order mark of a file, which is no part of its text. */
function markOf(file: string): string {
  return readFileSync(file).subarray(0, 3).equals(Buffer.from("\uFEFF")) ? "\uFEFF" : "";
}

/** Entries are those of all environments, ids of one. */
function inOthers(file: BlueprintFile, { added }: Merged): readonly Finding[] {
  const names = environmentsOf(file).filter((name) => name !== file.environment);
  const entries = added.flatMap(({ entry }) => (entry === null ? [] : [entry.path.join(".")]));
  if (names.length === 0 || entries.length === 0) return [];
  const message = `what was put in is described for ${names.join(", ")} too: ${entries.join(", ")}`;
  const hint = "merge their networks too where these have it; elsewhere Terraform makes it";
  return [{ ...findingAbout(file.file, "import/in-every-environment", message, hint), severity: "warning" }];
}

function severalFiles(path: string): Finding {
  const message = "it is a folder, and one network is merged into one blueprint";
  return findingAbout(path, "import/nothing-to-merge", message, "name the file");
}

function whyNotOwned(file: BlueprintFile): readonly Finding[] {
  const errors = errorsOf(file);
  if (errors.length > 0) return errors;
  const names = environmentsOf(file);
  if (names.length > 1) {
    const severe = `it has the environments ${names.join(", ")}, each with a network of its own`;
    return [
      findingAbout(file.file, "import/nothing-to-merge", severe, `name one: "${file.file}#${names[0]}"`),
    ];
  }
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
