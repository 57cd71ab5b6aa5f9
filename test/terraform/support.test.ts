import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listAt, textAt } from "../support/json.ts";
import { offlinePlan, validateAll } from "../support/offline-plan.ts";
import { readStack, writeJson } from "../support/stack-copy.ts";
import {
  describeWithTools,
  findPython,
  findTerraform,
  skippedNotice,
  toolsAreRequired,
} from "../support/tools.ts";

const FIXTURES = fileURLToPath(new URL("../support/fixtures/", import.meta.url));
const DUAL_STACK = path.join(FIXTURES, "dual-stack");
const REFUSED = path.join(FIXTURES, "refused");

describe("the tools of the Terraform layers", () => {
  let home = "";
  beforeAll(() => {
    home = mkdtempSync(path.join(tmpdir(), "hextet-home-"));
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  test("a missing terraform is told with the setting that helps", () => {
    const found = findTerraform({ PATH: home, HOME: home });
    expect(found).toEqual({
      found: false,
      why: "terraform not found on the PATH; set HEXTET_TERRAFORM",
    });
    expect(found.found ? "" : skippedNotice("terraform", found.why)).toBe(
      "terraform layer skipped: terraform not found on the PATH; set HEXTET_TERRAFORM",
    );
  });

  test("a wrong HEXTET_TERRAFORM is not passed over in favour of the PATH", () => {
    const found = findTerraform({ ...process.env, HEXTET_TERRAFORM: path.join(home, "no-terraform") });
    expect(found.found ? found.tool.command : found.why).toBe(
      `no terraform at ${path.join(home, "no-terraform")}; set HEXTET_TERRAFORM`,
    );
  });

  test("a wrong HEXTET_PLUGIN_DIR is told, a wrong HEXTET_PYTHON too", () => {
    const command = path.join(home, "terraform");
    writeFileSync(command, "", { mode: 0o755 });
    const found = findTerraform({ HEXTET_TERRAFORM: command, HEXTET_PLUGIN_DIR: home });
    expect(found.found ? "found" : found.why).toContain(`HEXTET_PLUGIN_DIR is ${home}`);
    expect(findPython({ HEXTET_PYTHON: command }).found).toBe(false);
  });

  test("Terraform's own mirror folder is used, the newest 5.x of it", () => {
    const system = process.platform === "win32" ? "windows" : process.platform;
    const machine = `${system}_${process.arch === "x64" ? "amd64" : process.arch}`;
    const mirror = path.join(home, ".terraform.d", "plugins");
    for (const version of ["5.9.0", "5.100.0", "6.1.0"]) {
      const folder = path.join(mirror, "registry.terraform.io", "hashicorp", "aws", version, machine);
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, `terraform-provider-aws_v${version}_x5`), "");
    }
    const command = path.join(home, "terraform");
    writeFileSync(command, "", { mode: 0o755 });
    const found = findTerraform({ HEXTET_TERRAFORM: command, HOME: home });
    expect(found.found ? found.tool.provider : found.why).toMatchObject({
      pluginDir: mirror,
      version: "5.100.0",
    });
  });
});

describe("a layer without its tools", () => {
  test("is skipped at home and fails in CI", () => {
    expect(toolsAreRequired({})).toBe(false);
    expect(toolsAreRequired({ CI: "false" })).toBe(false);
    expect(toolsAreRequired({ CI: "true" })).toBe(true);
    expect(toolsAreRequired({ HEXTET_REQUIRE_TOOLS: "1" })).toBe(true);
  });
});

describeWithTools("terraform", findTerraform(), (tools) => {
  const made: string[] = [];
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  });
  const variant = (name: string, change: (json: Record<string, unknown>) => Record<string, unknown>) => {
    const parent = mkdtempSync(path.join(tmpdir(), "hextet-variant-"));
    made.push(parent);
    const folder = path.join(parent, name);
    cpSync(DUAL_STACK, folder, { recursive: true });
    writeJson(folder, "cdk.tf.json", change(readStack(folder)));
    return folder;
  };

  test("validateAll tells each stack its own faults, and judges the others in spite of them", async () => {
    const broken = variant("broken", (json) => ({
      ...json,
      resource: { aws_vpc: { main: { cidr_block: "10.0.0.0/16", no_such: 1 } } },
    }));
    const wrongProvider = variant("wrong-provider", (json) => ({
      ...json,
      provider: { aws: [{ region: "eu-west-1", no_such: 1 }] },
    }));
    const found = await validateAll(tools, [broken, DUAL_STACK, REFUSED, wrongProvider]);
    const errors = (stack: string) => found.get(stack)?.map((d) => `${d.severity}: ${d.summary}`);
    expect(errors(DUAL_STACK)).toEqual([]);
    expect(errors(broken)).toEqual(["error: Extraneous JSON object property"]);
    expect(errors(wrongProvider)).toEqual(["error: Extraneous JSON object property"]);
    expect(found.get(REFUSED)?.map((d) => d.summary)).toEqual([
      expect.stringContaining("unsupported NACL protocol: icmpv6"),
    ]);
  });

  test("an offline plan runs the provider's plan logic without network", async () => {
    const stack = variant("offline", ({ data: _data, output: _output, ...json }) => json);
    const { actions, json } = await offlinePlan(tools, stack);
    expect(actions).toHaveLength(21);
    expect(actions).toContain("create aws_subnet.app_a");
    const changes = listAt(json, "resource_changes").map((change) => textAt(change, "address"));
    expect(changes).toContain("aws_lb_target_group.web");
  });

  test("an offline plan of a stack that asks the API fails at once, and says why", async () => {
    await expect(offlinePlan(tools, DUAL_STACK)).rejects.toThrow(/terraform plan failed[\s\S]*SSM Parameter/);
  });
});
