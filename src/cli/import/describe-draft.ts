import { hasErrors } from "../../base/diagnostic.ts";
import type { Inventory } from "../../importer/types/inventory.ts";
import type { DraftedBlueprint } from "../../importer/write-blueprint.ts";
import { compile } from "../../pipeline.ts";
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import { escapeUnsafe } from "../../reports/findings/terminal-text.ts";
import { amount } from "../commands.ts";

/** Whether a blueprint can describe a subnet of it at all. */
export function hasUsableSubnet({ subnets, region }: Inventory): boolean {
  return subnets.some(
    ({ zone, ipv4Cidr }) => ipv4Cidr !== null && zone.startsWith(region) && /[a-f]$/.test(zone),
  );
}

/** Why there is no blueprint of what was read from the file. */
export function noSubnet({ vpc, region }: Inventory, file: string): Finding {
  const message = `${vpc.id} has no subnet with IPv4 in an availability zone a to f of ${region}`;
  return findingAbout(file, "import/vpc-incomplete", message);
}

/** What was read and what is taken over, referred to or listed must be the same: whatever the blueprint says, this is an error. */
export function lostWords({ lost, name }: DraftedBlueprint, output: string | null): Finding {
  const what = lost.map(({ kind, id }) => `${kind} ${id}`).join(", ");
  const message = `${lost.length} of the things that were read are in no part of the blueprint: ${what}`;
  const hint = "the blueprint lists them at its end; report this, with the state if you can";
  return findingAbout(output ?? `${name}.yaml`, "import/lost", message, hint);
}

/** What was done, what is left, and what comes next. */
export function describeDraft(written: DraftedBlueprint, output: string | null): string {
  const { name, imports, unplaced, unknownIds, lacking, text, ids } = written;
  const todos = text.split("\n").filter((line) => /^\s*# TODO/.test(line)).length;
  const included = new Map(ids === null ? [] : [[ids.file, { file: ids.file, text: ids.text }]]);
  const { findings } = compile([{ file: output ?? `${name}.yaml`, text, included }], "0000-00-00");
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const validity = hasErrors(findings)
    ? `hextet validate will find ${amount(count("error"), "error")}: ${[...new Set(findings.map(({ rule }) => rule))].join(", ")}`
    : `valid, ${amount(count("warning"), "warning")}; read them with hextet validate`;
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
