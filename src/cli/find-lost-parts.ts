import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { RemovedParts } from "../model/types/hooks.ts";
import type { Network } from "../model/types/network.ts";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import type { CopiedFile } from "./beside/stack-beside.ts";
import { type HookedPart, hookedPartsIn } from "./hooked-parts-in.ts";
import type { OutputPlan } from "./plan-output.ts";

/** What an output is made of, as far as lost parts are concerned. */
export interface Wanted {
  readonly networks: readonly Network[];
  /** The place of a diagnostic in the blueprint of a network. */
  readonly locate: (network: string, diagnostic: Diagnostic) => Finding;
  /** Files of the users' own, which are copied as they are. */
  readonly copies: readonly CopiedFile[];
  readonly userHooks: readonly { readonly id: string; readonly remove?: unknown }[];
}

const RULE = "hooks/part-lost";

/**
 * Errors for what provider hooks made under the output as it is, no longer make, and nothing would delete: Terraform
 * runs no destroy script of a step that is gone from the configuration. `read`: the text of a file that is to go.
 */
export function findLostParts(
  plan: OutputPlan,
  output: string,
  wanted: Wanted,
  read = (path: string) => readFileSync(join(output, path), "utf8"),
): readonly Finding[] {
  const inStacks = plan.stale.flatMap(({ path, before, bytes }) => {
    const network = wanted.networks.find(({ name }) => path === `stacks/${name}/cdk.tf.json`);
    if (network === undefined) return [];
    const kept = new Set(hookedPartsIn(bytes.toString("utf8")).map(({ owner }) => owner));
    const lost = hookedPartsIn(before.toString("utf8")).filter(
      (part) => !kept.has(part.owner) && !isRemoved(part, network.removedParts),
    );
    return lost.length === 0 ? [] : [lostFromStack(`${output}/${path}`, lost, network, wanted.userHooks)];
  });
  // A stack of another name takes them over with the state.
  const renamed = wanted.networks.map(({ renamedFrom }) => `stacks/${renamedFrom}/cdk.tf.json`);
  const ofGoneStacks = plan.extra.flatMap((path) => {
    if (renamed.includes(path)) return [];
    const parts = hookedPartsIn(read(path));
    return parts.length === 0 ? [] : [lostWithStack(`${output}/${path}`, parts)];
  });
  return [...inStacks, ...ofGoneStacks];
}

function isRemoved({ hook, name }: HookedPart, removed: readonly RemovedParts[]): boolean {
  return removed.some((parts) => parts.hook === hook && parts.names.includes(name));
}

function lostFromStack(
  file: string,
  lost: readonly HookedPart[],
  { hooks, removedParts }: Network,
  userHooks: Wanted["userHooks"],
): Finding {
  const message = `what a provider hook made is gone from the blueprint, and nothing would delete it in AWS: ${listOf(lost)}`;
  const refuse = (hint: string) => findingAbout(file, RULE, message, hint);
  const destroy = (parts: readonly HookedPart[]) =>
    `run terraform destroy ${parts.map(({ address }) => `-target=${address}`).join(" ")} in ${folderOf(file)}`;
  const unknown = lost.filter(({ hook }) => !hooks.some(({ id }) => id === hook));
  if (unknown.length > 0)
    return refuse(
      `name the hook's module in cdktf.json again; or ${destroy(unknown)}, then delete this file`,
    );
  const helpless = lost.filter(({ hook }) => userHooks.some(({ id, remove }) => id === hook && !remove));
  const first = helpless.length === 0 ? "" : `${destroy(helpless)}, then `;
  const entries = entriesFor(lost, removedParts);
  return refuse(
    `${first}write terraform: { removed: ${entries} } in the blueprint, and keep it until it is applied everywhere`,
  );
}

/** All of `terraform.removed`, as it is to be written. */
function entriesFor(lost: readonly HookedPart[], removed: readonly RemovedParts[]): string {
  const names = new Map(removed.map((parts) => [parts.hook, parts.names]));
  for (const { hook, name } of lost) names.set(hook, [...(names.get(hook) ?? []), name]);
  const entries = [...names].map(([hook, some]) => `${hook}: [${[...some].sort().join(", ")}]`);
  return `{ ${entries.sort().join(", ")} }`;
}

function lostWithStack(file: string, parts: readonly HookedPart[]): Finding {
  const message = `the stack's blueprint is gone, and with this file would go the steps that delete what provider hooks made: ${listOf(parts)}`;
  const folder = folderOf(file);
  return findingAbout(file, RULE, message, `run terraform destroy in ${folder}, then delete that folder`);
}

function listOf(parts: readonly HookedPart[]): string {
  return parts.map(({ hook, name }) => `${name} of ${hook}`).join(", ");
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/"));
}
