import { keptThings } from "../../aws/kept-things.ts";
import type { ResourceChange, Setting, StackChange } from "../../change/types.ts";
import { type Finding, findingAboutFile } from "../../reports/findings/finding.ts";

/** Errors for what goes with its data or its address, or cannot go yet, while neither blueprint nor command line allows it. */
export function lossesIn(
  { name, kind, settings, changes }: StackChange,
  allowed: ReadonlySet<string>,
  file: string,
): readonly Finding[] {
  if (kind === "removed") {
    if (allowed.has(name)) return [];
    const message = `the stack "${name}" is gone, and nothing destroys what it made`;
    const hint = `run \`terraform destroy\` in its folder first, and say so: hextet diff --allow ${name}`;
    return [findingAboutFile(file, "change/stack-gone", message, hint)];
  }
  return [
    ...(allowed.has(name) ? [] : madeTwice(name, kind, settings, file)),
    ...changes.flatMap((change) => lossOfResource(change, allowed, file)),
  ];
}

/** Terraform looks for what is there in another place, finds nothing, and makes it. */
function madeTwice(
  name: string,
  kind: StackChange["kind"],
  settings: readonly Setting[],
  file: string,
): readonly Finding[] {
  // What to do with the state of a renamed stack has been said.
  const isMoved = settings.includes("state") && kind !== "renamed";
  if (!settings.includes("elsewhere") && !isMoved) return [];
  const message = `the stack "${name}" gets another region, account or backend: what it made stays, and everything is made a second time`;
  const hint = `move its state along, or destroy it first, and say so: hextet diff --allow ${name}`;
  return [findingAboutFile(file, "change/made-twice", message, hint)];
}

function lossOfResource(
  { address, action, loss, type, refusals }: ResourceChange,
  allowed: ReadonlySet<string>,
  file: string,
): readonly Finding[] {
  if (loss === null || action === "may-replace") return [];
  const goes = `${address} is ${action === "destroy" ? "destroyed" : "replaced"}`;
  const permission = `terraform.mayDestroy: [${address}]`;
  // Whoever allows it cannot make AWS do it.
  if (refusals.some(({ whileOn }) => whileOn !== undefined)) {
    const message = `${goes}, and AWS refuses that while its deletion protection is on`;
    const hint = `make two applies: take this edit back and write deletionProtection: false; then make it again, with ${permission}`;
    return [findingAboutFile(file, "change/still-protected", message, hint)];
  }
  if (allowed.has(address)) return [];
  const message = `${goes} and loses ${keptThings[type]?.what ?? "what it holds"}`;
  const hint = `if that is meant, write ${permission} in the blueprint`;
  return [
    findingAboutFile(file, loss === "data" ? "change/loses-data" : "change/loses-address", message, hint),
  ];
}
