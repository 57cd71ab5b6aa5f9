import { App } from "cdktf";
import { atStage } from "../model/migration/at-stage.ts";
import { type ResourceChange, STAGES, type StageChanges, type StageId } from "../model/types/migration.ts";
import type { Network } from "../model/types/network.ts";
import { buildStack } from "./build-stack.ts";
import type { UserHook } from "./hooks/user-hook.ts";

type Blocks = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** What each stage does to the Terraform configuration, by building the stack of every stage. PROVISIONAL. */
export function stageChanges(network: Network, userHooks: readonly UserHook[] = []): readonly StageChanges[] {
  let before: Blocks = new Map();
  return STAGES.map((stage) => {
    const after = blocksOf(atStage(network, stage), stage, userHooks);
    const imports = network.existing?.imports ?? [];
    const fresh = imports.filter(({ address }) => after.has(address) && !before.has(address));
    const changes = compare(before, after);
    const isImported = (change: ResourceChange) => fresh.some(({ address }) => address === change.address);
    before = after;
    return { ...changes, stage, adds: changes.adds.filter((one) => !isImported(one)), imports: fresh };
  });
}

function blocksOf(network: Network, stage: StageId, userHooks: readonly UserHook[]): Blocks {
  const app = new App({ outdir: ".", stackTraces: false });
  const stack = buildStack(app, network, userHooks);
  stack.prepareStack();
  const json: Record<string, unknown> = stack.toTerraform();
  const found = Object.entries(json["resource"] ?? {}).flatMap(([type, blocks]) =>
    Object.entries(blocks ?? {}).map(([id, block]): [string, Record<string, unknown>] => [
      `${type}.${id}`,
      block as Record<string, unknown>,
    ]),
  );
  return new Map([...found, ["terraform_data.migration", { input: stage }]]);
}

function compare(before: Blocks, after: Blocks): Pick<StageChanges, "adds" | "changes" | "removes"> {
  const addresses = [...new Set([...before.keys(), ...after.keys()])].sort();
  const all = addresses.map((address) => ({
    address,
    had: before.has(address),
    has: after.has(address),
    arguments: argumentsOf(before.get(address) ?? {}, after.get(address) ?? {}),
  }));
  const pick = ({ address, arguments: list }: ResourceChange) => ({ address, arguments: list });
  return {
    adds: all.filter(({ had }) => !had).map(pick),
    changes: all.filter(({ had, has, arguments: list }) => had && has && list.length > 0).map(pick),
    removes: all.filter(({ has }) => !has).map(pick),
  };
}

function argumentsOf(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .map((name) => ({ name, before: before[name], after: after[name] }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}
