import { basename } from "node:path";
import { left } from "./applied-stack.ts";
import { type AwsSite, awsOne } from "./aws.ts";
import { type Emulator, startEmulator } from "./emulator.ts";
import { generatedStacks } from "./generated-stacks.ts";
import { isObject } from "./json.ts";
import { readStack, STACK_FILE, withoutProtection, writeJson } from "./stack-copy.ts";
import type { System } from "./systems.ts";
import { Workspace } from "./terraform.ts";
import type { TerraformTools } from "./tools.ts";

/** What an apply of a system showed. */
export interface Shown {
  readonly creates: number;
  /** Planned actions that are no creations. */
  readonly others: readonly string[];
  /** What the second plan would change. */
  readonly differences: readonly string[];
  /** Ids of what AWS still has after destroying. */
  readonly left: readonly string[];
}

/** Two emulators with two providers are what a small machine carries. */
const AT_ONCE = 2;
const waiting: (() => void)[] = [];
let running = 0;

/** Applies a system's stack to an emulator of its own, plans again and destroys; at most two at a time. */
export async function applyOnDemand(
  [tools, python]: readonly [TerraformTools, string],
  system: System,
): Promise<Shown> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    const emulator = await startEmulator(python);
    try {
      return await applyTo(emulator, { tools, system });
    } finally {
      await emulator.stop();
    }
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

interface Job {
  readonly tools: TerraformTools;
  readonly system: System;
}

async function applyTo(emulator: Emulator, { tools, system }: Job): Promise<Shown> {
  const { name, apply } = system;
  const stack = generatedStacks.find((folder) => basename(folder) === name);
  if (stack === undefined) throw new Error(`no stack ${name}`);
  const workspace = new Workspace({ tools, stack, env: emulator.env, log: emulator.log });
  try {
    const site: AwsSite = { env: emulator.env, region: regionOf(workspace.folder) };
    const { prepare, without = {} } = "onDemand" in apply ? apply : {};
    leaveOut(workspace.folder, Object.keys(without));
    putIds(workspace.folder, (await prepare?.((...call) => awsOne(site, ...call))) ?? {});
    const there = await left(site);
    await workspace.init();
    const first = await workspace.plan();
    await workspace.apply();
    const second = await workspace.plan();
    const differences = await second.differences();
    writeJson(workspace.folder, STACK_FILE, withoutProtection(readStack(workspace.folder)));
    await workspace.apply();
    await workspace.destroy();
    return {
      creates: first.actions.filter((action) => action.startsWith("create ")).length,
      others: first.actions.filter((action) => !action.startsWith("create ")),
      differences,
      left: (await left(site)).filter((id) => !there.includes(id)),
    };
  } finally {
    workspace.remove();
  }
}

/** Puts ids in the place of those that a stack's copy has as examples; they are whole strings there. */
function putIds(folder: string, ids: Readonly<Record<string, string>>): void {
  let text = JSON.stringify(readStack(folder));
  for (const [example, id] of Object.entries(ids)) {
    if (!text.includes(`"${example}"`)) throw new Error(`${example} is not in ${folder}`);
    text = text.replaceAll(`"${example}"`, `"${id}"`);
  }
  writeJson(folder, STACK_FILE, JSON.parse(text));
}

/** Takes all resources of the types out of a stack's copy, and the outputs that show them. */
function leaveOut(folder: string, types: readonly string[]): void {
  if (types.length === 0) return;
  const stack = readStack(folder);
  const without = (block: unknown, isLeft: (key: string, value: unknown) => boolean) =>
    Object.fromEntries(
      Object.entries(isObject(block) ? block : {}).filter(([key, value]) => !isLeft(key, value)),
    );
  const shows = (value: unknown) => types.some((type) => JSON.stringify(value).includes(`${type}.`));
  writeJson(folder, STACK_FILE, {
    ...stack,
    resource: without(stack["resource"], (type) => types.includes(type)),
    output: without(stack["output"], (_, value) => shows(value)),
  });
}

function regionOf(folder: string): string {
  const found = /"region": "([a-z0-9-]+)"/.exec(JSON.stringify(readStack(folder), null, 1));
  if (found?.[1] === undefined) throw new Error(`no region in ${folder}`);
  return found[1];
}
