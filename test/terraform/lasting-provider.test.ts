import { rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, isObject, listAt } from "../support/json.ts";
import { withLastingProvider } from "../support/lasting-provider.ts";
import { NOBODY, OFFLINE } from "../support/offline-plan.ts";
import { cleanEnv, run } from "../support/run.ts";
import { copyStack, providerOverride, readStack, type StackCopy, writeJson } from "../support/stack-copy.ts";
import { type CliOptions, terraform } from "../support/terraform-cli.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";
import { trimmedSchema } from "../support/trimmed-schema.ts";

const STACK = fileURLToPath(new URL("../../generated/stacks/dual-stack-web", import.meta.url));
const PLAN = ["plan", "-refresh=false", "-no-color"];

describe("the trimmed schema", () => {
  const field = (number: number, value: Buffer) =>
    Buffer.concat([Buffer.from([(number << 3) | 2, value.length]), value]);
  const entry = (map: number, key: string) =>
    field(map, Buffer.concat([field(1, Buffer.from(key)), field(2, Buffer.from("schema"))]));
  const whole = [
    field(1, Buffer.from("provider")),
    entry(2, "aws_vpc"),
    entry(2, "aws_quicksight_theme"),
    entry(3, "aws_vpc"),
    entry(7, "arn_parse"),
  ];

  test("has what is kept byte for byte, no other type, and no function", () => {
    const [provider, vpc, , data] = whole;
    const kept = trimmedSchema(Buffer.concat(whole), (type) => type === "aws_vpc");
    expect(kept).toEqual(Buffer.concat([provider, vpc, data].flatMap((one) => one ?? [])));
  });

  test.each([
    ["ends early", Buffer.concat(whole).subarray(0, -1), "ends in the middle of a field"],
    ["has a number for a field", Buffer.from([0x08, 0x01]), "field 1 has wire type 0"],
    ["has an entry without key", field(2, field(2, Buffer.from("schema"))), "without a key"],
  ])("is none when it %s", (_what, message, error) => {
    expect(() => trimmedSchema(message, () => true)).toThrow(error);
  });
});

describeWithTools("a provider that lasts", findTerraform(), (tools) => {
  let copy: StackCopy;
  let site: CliOptions;
  const owned = (folder: string, owner: string) => {
    const settings = { ...OFFLINE, default_tags: [{ tags: { owner } }] };
    writeJson(folder, "offline_override.tf.json", providerOverride(readStack(folder), settings));
  };

  beforeAll(async () => {
    copy = copyStack(STACK);
    site = {
      tools,
      folder: copy.folder,
      scratch: path.join(copy.project, "scratch"),
      env: { ...cleanEnv(), ...NOBODY },
    };
    owned(copy.folder, "network");
    const args = ["init", "-no-color", `-plugin-dir=${tools.provider.pluginDir}`];
    await terraform(site, args, { installed: true });
  });
  afterAll(() => rmSync(copy.project, { recursive: true, force: true }));

  const planned = async (installed: boolean) => {
    const file = path.join(site.scratch, `plan-${installed}`);
    await terraform(site, [...PLAN, `-out=${file}`], { installed });
    const plan = JSON.parse((await terraform(site, ["show", "-json", file], { installed })).stdout);
    // Terraform lists these in an order of chance.
    const relevant = listAt(plan, "relevant_attributes")
      .map((one) => JSON.stringify(one))
      .sort();
    return isObject(plan) ? { ...plan, timestamp: undefined, relevant_attributes: relevant } : plan;
  };

  test("plans the same as one that Terraform installs and starts, with all its types", async () => {
    const installed = await planned(true);
    expect(at(installed, "resource_changes", 0, "change", "actions")).toEqual(["create"]);
    expect(await planned(false)).toEqual(installed);
    expect(await planned(false)).toEqual(installed);
  });

  test("takes the configuration of the next command", async () => {
    owned(copy.folder, "other-team");
    const { stdout } = await terraform(site, [...PLAN, "-out=plan-there"]);
    expect(stdout).toContain("other-team");
    owned(copy.folder, "network");
    expect((await terraform(site, [...PLAN, "-out=plan-here"])).stdout).not.toContain("other-team");
  });

  test("refuses two configurations at once, which would answer one command with the other's", async () => {
    const other = copyStack(STACK);
    owned(other.folder, "other-team");
    const both = withLastingProvider(tools.provider, site.env, async (reattach) => {
      const env = { ...site.env, ...reattach, TF_DATA_DIR: path.join(site.scratch, "data") };
      const plan = (folder: string) =>
        run(tools.command, PLAN, { cwd: folder, env, timeout: 600_000, accept: [0, 1] });
      await Promise.all([plan(copy.folder), plan(other.folder)]);
    });
    await expect(both).rejects.toThrow("two provider blocks share a lasting provider");
    rmSync(other.project, { recursive: true, force: true });
  });
});
