import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compile } from "../../src/pipeline.ts";
import { synthStacks } from "../../src/stack/synth.ts";
import { left } from "./applied-stack.ts";
import { type AwsSite, aws, awsOne, type Call } from "./aws.ts";
import { type Emulator, startEmulator } from "./emulator.ts";
import { parseJson } from "./json.ts";
import { Workspace } from "./terraform.ts";
import type { Plan } from "./terraform-cli.ts";
import { both, describeWithTools, findPython, findTerraform, type TerraformTools } from "./tools.ts";

/** Stacks that are applied one after the other. */
export interface StacksInOrder {
  readonly region: string;
  /** Their folders, such as `generated/stacks/hub`: producers before consumers. What is made in `scratch` goes at the end. */
  readonly folders: (scratch: string) => readonly string[];
  /** The number of another account for each stack that is not of the first one. */
  readonly accounts?: Readonly<Record<string, number>>;
  /** What must be there before, such as the bucket of a backend. */
  readonly before?: readonly Call[];
}

/** Asks the AWS API about applied stacks. */
export interface AppliedStacks {
  readonly ask: (...call: Call) => Promise<unknown>;
  /** An output of a stack, as Terraform has it. */
  readonly output: (stack: string, name: string) => Promise<unknown>;
}

interface Site extends AwsSite {
  readonly terraform: TerraformTools;
  readonly emulator: Emulator;
}

/**
 * Applies stacks of one project in the given order to an emulator of their own with the real provider, plans each again
 * when all are there, lets `look` ask the AWS API, and destroys them in the reverse order until nothing is left.
 */
export function describeAppliedInOrder(
  title: string,
  stacks: StacksInOrder,
  look: (applied: AppliedStacks) => void,
): void {
  describeWithTools(`apply ${title}`, both(findTerraform(), findPython()), ([terraform, python]) => {
    let project: string | undefined;
    const workspaces = new Map<string, Workspace>();
    const seconds = new Map<string, Plan>();
    let site: Site | undefined;
    const there = (): Site => {
      if (site === undefined) throw new Error("the emulator has not started");
      return site;
    };

    beforeAll(async () => {
      const emulator = await startEmulator(python);
      const folder = mkdtempSync(path.join(tmpdir(), "hextet-in-order-"));
      project = folder;
      site = { terraform, emulator, env: emulator.env, region: stacks.region };
      await aws(site, stacks.before ?? []);
      for (const stack of stacks.folders(path.join(folder, "made")))
        workspaces.set(path.basename(stack), await created(site, stack, folder, stacks.accounts));
      for (const [name, workspace] of workspaces) seconds.set(name, await workspace.plan());
    });
    afterAll(async () => {
      await site?.emulator.stop();
      if (project !== undefined) rmSync(project, { recursive: true, force: true });
    });

    test("has nothing to change in any of them once all are applied", async () => {
      expect(seconds.size).toBeGreaterThan(0);
      for (const [name, plan] of seconds)
        expect({ name, differences: await plan.differences(), empty: plan.empty }).toEqual({
          name,
          differences: [],
          empty: true,
        });
    });

    look({
      ask: (...call) => awsOne(there(), ...call),
      output: async (stack, name) => {
        const workspace = workspaces.get(stack);
        if (workspace === undefined) throw new Error(`no stack ${stack}`);
        return parseJson((await workspace.terraform(["output", "-json", name])).stdout, name);
      },
    });

    test("leaves nothing behind when they are destroyed in the reverse order", async () => {
      for (const workspace of [...workspaces.values()].reverse()) await workspace.destroy();
      expect(await left(there())).toEqual([]);
    });
  });
}

/** Applies a stack of which nothing is there yet. */
async function created(
  { terraform, emulator }: Site,
  stack: string,
  project: string,
  accounts: StacksInOrder["accounts"] = {},
): Promise<Workspace> {
  const account = accounts[path.basename(stack)];
  const env = account === undefined ? emulator.env : emulator.account(account);
  const workspace = new Workspace({ tools: terraform, stack, project, env, log: emulator.log });
  await workspace.init();
  const { actions } = await workspace.plan();
  expect(actions.filter((action) => !action.startsWith("create "))).toEqual([]);
  expect(actions.length).toBeGreaterThan(0);
  await workspace.apply();
  return workspace;
}

/** Makes the stacks of blueprints that know each other below a folder; returns their folders in the order of the texts. */
export function stacksOf(texts: Readonly<Record<string, string>>, folder: string): readonly string[] {
  const files = Object.entries(texts).map(([name, text]) => ({ file: `${name}.yaml`, text }));
  const { networks, findings } = compile(files, "2026-01-01");
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  mkdirSync(folder, { recursive: true });
  synthStacks(networks, path.join(folder, "generated"));
  return Object.keys(texts).map((name) => path.join(folder, "generated", "stacks", name));
}
