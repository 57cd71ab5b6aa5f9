import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { parseJson, textAt } from "../support/json.ts";
import { type Ran, run } from "../support/run.ts";
import { Workspace } from "../support/terraform.ts";
import { type CliOptions, type Plan, terraform } from "../support/terraform-cli.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";

const FIXTURE = fileURLToPath(new URL("./fixtures/web-and-database", import.meta.url));
const COMMAND = fileURLToPath(new URL("../../src/hextet.js", import.meta.url));
const REGION = "eu-west-1";

describeWithTools(
  "hextet import of a VPC that plain Terraform has made",
  both(findTerraform(), findPython()),
  (tools) => {
    const [tool, python] = tools;
    const folder = mkdtempSync(path.join(tmpdir(), "hextet-import-"));
    const plain: Omit<CliOptions, "env"> = {
      tools: tool,
      folder: path.join(folder, "plain"),
      scratch: path.join(folder, "scratch"),
    };
    let emulator: Emulator;
    let workspace: Workspace;
    let vpcId: string;
    let fromAws: Ran;
    let fromState: Ran;
    let plan: Plan;

    const hextet = (...args: readonly string[]) =>
      run(process.execPath, [COMMAND, ...args], {
        cwd: folder,
        env: emulator.env,
        accept: [0, 1, 2],
        timeout: 480_000,
      });

    beforeAll(async () => {
      emulator = await startEmulator(python);
      cpSync(FIXTURE, plain.folder, { recursive: true });
      writeFileSync(
        path.join(plain.folder, "emulator_override.tf.json"),
        JSON.stringify({ provider: { aws: { max_retries: 4 } } }),
      );
      const site = { ...plain, env: emulator.env };
      await terraform(site, ["init", "-no-color", `-plugin-dir=${tool.provider.pluginDir}`], {
        installed: true,
      });
      await terraform(site, ["apply", "-no-color", "-auto-approve"]);
      const state = (await terraform(site, ["show", "-json"])).stdout;
      writeFileSync(path.join(folder, "state.json"), state);
      const resources = Object(parseJson(state, "the state")).values.root_module.resources;
      vpcId = textAt(
        resources.find((one: { type: string }) => one.type === "aws_vpc"),
        "values",
        "id",
      );
      mkdirSync(path.join(folder, "blueprints"));
      fromAws = await hextet(
        "import",
        "--vpc",
        vpcId,
        "--region",
        REGION,
        "--output",
        "blueprints/shop.yaml",
      );
      mkdirSync(path.join(folder, "from-state"));
      fromState = await hextet("import", "--state", "state.json", "--output", "from-state/shop.yaml");
      await hextet("synth");
      const stack = path.join(folder, "generated/stacks/shop-vpc");
      workspace = new Workspace({ tools: tool, stack, env: emulator.env, log: emulator.log });
      await workspace.init();
      plan = await workspace.plan();
    });
    afterAll(async () => {
      await emulator?.stop();
      workspace?.remove();
      rmSync(folder, { recursive: true, force: true });
    });

    test("writes a blueprint that is valid, and leaves nothing out", async () => {
      expect(fromAws).toMatchObject({ status: 0, stdout: "" });
      expect(fromAws.stderr).toContain("shop-vpc: 39 resources to take over, 2 TODO in the blueprint; valid");
      expect(fromAws.stderr).not.toContain("not taken up");
      expect((await hextet("validate")).status).toBe(0);
    });

    test("writes the same from AWS as from the state", () => {
      expect(fromState).toMatchObject({ status: 0, stdout: "" });
      const written = (file: string) => readFileSync(path.join(folder, file), "utf8");
      // The emulator forgets descriptions of rules that name another group.
      const known = written("from-state/shop.yaml").replace(
        / +description: (?:MySQL from|All traffic from) .*\n/g,
        "",
      );
      expect(written("blueprints/shop.yaml")).toBe(known);
      const ids = "shop.ids.include.yaml";
      expect(written(`blueprints/${ids}`)).toBe(written(`from-state/${ids}`));
    });

    test("merges the same network into it, and changes nothing", async () => {
      const args = ["--vpc", vpcId, "--region", REGION, "--merge", "blueprints/shop.yaml"];
      const { status, stderr } = await hextet("import", ...args);
      expect([status, stderr]).toEqual([
        0,
        expect.stringContaining("\nshop-vpc: nothing to add, 38 there as before, 0 gone, 0 differences\n"),
      ]);
    });

    test("takes over everything and changes nothing at the stage import", () => {
      // Two subnets use the main route table by default, and a target is registered: nothing can import either.
      expect(plan.actions.filter((action) => !action.startsWith("import "))).toEqual([
        "create terraform_data.migration",
      ]);
    });

    test("says so when the VPC is not there", async () => {
      const refused = await hextet("import", "--vpc", "vpc-0123456789abcdef0", "--region", REGION);
      expect(refused).toMatchObject({ status: 1, stdout: "" });
      expect(refused.stderr).toContain(
        "there is no VPC vpc-0123456789abcdef0 in eu-west-1 [import/vpc-not-found]",
      );
    });
  },
);
