import { hasErrors } from "../../base/diagnostic.ts";
import { invariant } from "../../base/invariant.ts";
import { type Merged, mergeNetwork } from "../../importer/merge/merge-network.ts";
import { type Owned, readOwned } from "../../importer/merge/read-owned.ts";
import type { Inventory } from "../../importer/types/inventory.ts";
import { type BlueprintFile, compile } from "../../pipeline.ts";
import {
  type Finding,
  findingAboutFile,
  locateDiagnostic,
  sortFindings,
} from "../../reports/findings/finding.ts";
import { formatBlueprint } from "../../reports/format/format-blueprint.ts";
import { exitCodeOf } from "../commands.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { findUnwritable } from "../find-unwritable.ts";
import { readBlueprintFile } from "../read-blueprint-file.ts";
import { showFindings } from "../show-findings.ts";
import type { Terminal } from "../terminal.ts";
import { writeWhole } from "../write-whole.ts";
import { lostWords } from "./describe-draft.ts";
import { describeMerge } from "./describe-merge.ts";
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
    findUnwritable(name, () => writeWhole(name, text)),
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

interface ValidMerge {
  readonly merged: Merged;
  /** What was not put in, and why. */
  readonly left: readonly Finding[];
  /** Of the blueprint with everything in it. */
  readonly findings: readonly Finding[];
}

/** Without what would make the blueprint wrong: that is said, and left to its owner. */
function mergeValid(file: BlueprintFile, owned: Owned, inventory: Inventory): ValidMerge {
  const before = new Set(errorsOf(file).map(keyOf));
  const without = new Set<string>();
  const left: Finding[] = [];
  for (;;) {
    const merged = mergeNetwork(owned, inventory, format, without);
    const errors = errorsOf(withTexts(file, merged)).filter((one) => !before.has(keyOf(one)));
    const causes = merged.added.filter(({ address, entry }) =>
      errors.some(({ pointer }) => pointer !== null && isAt(pointer, address, entry?.path ?? null)),
    );
    if (errors.length === 0 || causes.length === 0)
      return { merged, left: [...left, ...refusedIn(file, merged)], findings: errors };
    for (const { address } of causes) without.add(address);
    left.push(
      ...causes.map(({ address, id }) => notPutIn(file, `${address} (${id})`, errors[0]?.message ?? "")),
    );
  }
}

function isAt(pointer: string, address: string, path: readonly string[] | null): boolean {
  const way = path?.join(".") ?? null;
  return (
    pointer.includes(`"${address}"`) || (way !== null && (pointer === way || pointer.startsWith(`${way}.`)))
  );
}

function refusedIn(file: BlueprintFile, { refused }: Merged): readonly Finding[] {
  return refused.map((path) => notPutIn(file, path.join("."), "its place is no map that could grow"));
}

function notPutIn({ file }: BlueprintFile, what: string, why: string): Finding {
  const finding = findingAboutFile(file, "import/not-merged", `${what} was not put in: ${why}`, BY_HAND);
  return { ...finding, severity: "warning" };
}

const BY_HAND = "write it by hand; hextet import without --merge shows how";

function errorsOf(file: BlueprintFile): readonly Finding[] {
  return compile([file], "0000-00-00").findings.filter(({ severity }) => severity === "error");
}

function keyOf({ rule, pointer, message }: Finding): string {
  return JSON.stringify([rule, pointer, message]);
}

function withTexts(file: BlueprintFile, { texts }: Merged): BlueprintFile {
  const included = [...(file.included ?? [])].map(([name, one]) => {
    const text = "file" in one ? texts.get(one.file) : undefined;
    return [name, text === undefined || !("file" in one) ? one : { ...one, text }] as const;
  });
  return { ...file, text: texts.get(file.file) ?? file.text, included: new Map(included) };
}

function format(yaml: string): string {
  const text = formatBlueprint(yaml);
  invariant(text !== null, "what a merge writes is no YAML");
  return text;
}

function whyNotOwned(file: BlueprintFile): readonly Finding[] {
  const errors = errorsOf(file);
  if (errors.length > 0) return errors;
  const message = "it has no network.vpc.existing, so it describes no VPC that was there before";
  return [
    findingAboutFile(file.file, "import/nothing-to-merge", message, "hextet import writes a first blueprint"),
  ];
}

function anotherVpc({ file }: BlueprintFile, { vpcId }: Owned, { vpc }: Inventory): Finding {
  return findingAboutFile(file, "import/nothing-to-merge", `it describes ${vpcId}, and ${vpc.id} was read`);
}

function refuse(findings: readonly Finding[], terminal: Terminal): ExitCode {
  showFindings(sortFindings(findings), terminal);
  return exitCodes.findings;
}
