import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aws } from "../support/aws.ts";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { at, listAt, parseJson, textAt } from "../support/json.ts";
import { type Env, run } from "../support/run.ts";
import { type CliOptions, terraform } from "../support/terraform-cli.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";

const FIXTURE = fileURLToPath(new URL("./fixtures/network-module", import.meta.url));
const COMMAND = fileURLToPath(new URL("../../src/hextet.js", import.meta.url));
const REGION = "eu-west-1";
/** How many resources the module has, but for the one that stays. */
const GIVEN = 29;
const KEPT_GROUP = "aws_default_security_group.vpc";

const PROVIDER = `terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "${REGION}"
}
`;

/** What stays with the old configuration, the ids written out in place of the module's outputs. */
function kept(vpc: string, subnets: string): string {
  return `resource "aws_default_security_group" "vpc" {
  vpc_id = "${vpc}"
}

moved {
  from = module.vpc.aws_default_security_group.this[0]
  to   = aws_default_security_group.vpc
}

resource "aws_ssm_parameter" "vpc" {
  name  = "/shop/vpc"
  type  = "String"
  value = "${vpc}"
}

resource "aws_ssm_parameter" "subnets" {
  name  = "/shop/subnets"
  type  = "String"
  value = "${subnets}"
}

resource "aws_ssm_parameter" "motto" {
  name  = "/shop/motto"
  type  = "String"
  value = "open all day"
}
`;
}

describeWithTools(
  "hextet adopt of a network that a module has made",
  both(findTerraform(), findPython()),
  ([tool, python]) => {
    const root = mkdtempSync(path.join(tmpdir(), "hextet-adopt-"));
    let emulator: Emulator;

    /** A project of its own in an account of its own, with the network applied and planned. */
    async function site(name: string, env: Env) {
      const folder = path.join(root, name);
      const old = path.join(folder, "old");
      const inFolder = (where: string, scratch: string): CliOptions => ({
        tools: tool,
        folder: where,
        scratch: path.join(folder, scratch),
        env,
        // Its schema is of what Hextet makes: this has more.
        lasting: false,
      });
      const prepare = async (cli: CliOptions, more: object = {}) => {
        write(path.join(cli.folder, "emulator_override.tf.json"), {
          provider: { aws: { max_retries: 4 } },
          ...more,
        });
        await terraform(cli, ["init", "-no-color", `-plugin-dir=${tool.provider.pluginDir}`], {
          installed: true,
        });
      };
      const planned = async (cli: CliOptions, file: string) => {
        await terraform(cli, ["plan", "-no-color", "-out=it.tfplan"]);
        const json = (await terraform(cli, ["show", "-json", "it.tfplan"])).stdout;
        writeFileSync(path.join(folder, file), json);
        return parseJson(json, file);
      };
      const hextet = (...args: readonly string[]) =>
        run(process.execPath, [COMMAND, ...args], { cwd: folder, env, accept: [0, 1, 2], timeout: 480_000 });
      cpSync(FIXTURE, old, { recursive: true });
      mkdirSync(path.join(folder, "blueprints"));
      const oldSite = inFolder(old, "old-scratch");
      await prepare(oldSite);
      await terraform(oldSite, ["apply", "-no-color", "-auto-approve"]);
      const before = await planned(oldSite, "plan.json");
      const newSite = inFolder(path.join(folder, "generated/stacks/shop"), "new-scratch");
      return { folder, old, oldSite, newSite, prepare, planned, hextet, before };
    }

    beforeAll(async () => {
      emulator = await startEmulator(python);
    });
    afterAll(async () => {
      await emulator?.stop();
      rmSync(root, { recursive: true, force: true });
    });

    test("between two states: forgotten by the one, imported by the other, the same in AWS", async () => {
      const { folder, old, oldSite, newSite, prepare, planned, hextet, before } = await site(
        "two",
        emulator.env,
      );
      const live = await liveIds(emulator.env);
      const adopted = await hextet("adopt", "--plan", "plan.json", "--name", "shop");
      expect(adopted).toMatchObject({ status: 0 });
      expect(adopted.stdout).toContain(
        `shop: 33 resources in the plan: ${GIVEN} handed over, 0 referred to, 4 left with the old configuration\n`,
      );
      expect((await hextet("synth")).status).toBe(0);

      const blocks = parseJson(readFileSync(path.join(folder, "shop-removed.tf.json"), "utf8"), "blocks");
      const removed = listAt(blocks, "removed");
      const [vpc, subnets] = parameters(before);
      rmSync(path.join(old, "vpc"), { recursive: true });
      writeFileSync(path.join(old, "main.tf"), `${PROVIDER}${kept(vpc, subnets)}`);
      await prepare(newSite, { terraform: { backend: { local: { path: "../../../new.tfstate" } } } });
      expect(actionsOf(await planned(newSite, "new.json"))).toEqual({
        import: GIVEN,
        "create terraform_data.migration": 1,
      });

      const check = ["adopt", "check", "--plan", "plan.json", "--old", "old.json", "--new", "new.json"];
      const removedFile = path.join(old, "shop-removed.tf.json");
      // What the check is for: one block is missing, or destroys.
      const subnetBlock = "module.vpc.aws_subnet.private";
      const others = removed.filter((one) => at(one, "from") !== subnetBlock);
      for (const wrong of [others, [...others, { from: subnetBlock, lifecycle: { destroy: true } }]]) {
        write(removedFile, { removed: wrong });
        await planned(oldSite, "old.json");
        const refused = await hextet(...check);
        expect(refused.status).toBe(1);
        expect(refused.stderr.match(/would be destroyed \[adopt\/destroys\]/g)).toHaveLength(2);
        expect(refused.stderr).toContain("module.vpc.aws_subnet.private[0] (subnet-");
      }

      write(removedFile, { removed });
      expect(actionsOf(await planned(oldSite, "old.json"))).toEqual({
        forget: GIVEN,
        [`move ${KEPT_GROUP}`]: 1,
        "no-op": 3,
      });
      expect(await hextet(...check)).toMatchObject({
        status: 0,
        stderr: `33 resources: ${GIVEN} handed over, 4 left with the old configuration; nothing is destroyed, lost or in two hands\n`,
      });

      const forgotten = await terraform(oldSite, ["apply", "-no-color", "it.tfplan"]);
      expect(forgotten.stdout).toContain("0 added, 0 changed, 0 destroyed");
      const imported = await terraform(newSite, ["apply", "-no-color", "it.tfplan"]);
      expect(imported.stdout).toContain(`${GIVEN} imported, 1 added, 0 changed, 0 destroyed`);
      for (const cli of [oldSite, newSite])
        expect((await terraform(cli, ["plan", "-no-color", "-detailed-exitcode"])).stdout).toContain(
          "No changes.",
        );
      expect(await liveIds(emulator.env)).toEqual(live);
      expect(live).toHaveLength(6);
    });

    test("within one state: moved, the same in AWS", async () => {
      const env = emulator.account(2);
      const { folder, old, newSite, prepare, planned, hextet, before } = await site("one", env);
      const live = await liveIds(env);
      const adopted = await hextet("adopt", "--plan", "plan.json", "--name", "shop", "--same-state");
      expect(adopted).toMatchObject({ status: 0 });
      const file = path.join(folder, "blueprints/shop.yaml");
      const blueprint = readFileSync(file, "utf8");
      const [vpc, subnets] = parameters(before);
      writeFileSync(path.join(folder, "blueprints/kept.tf"), kept(vpc, subnets));
      expect(blueprint).toContain("- shop-moved.tf.json");
      writeFileSync(file, blueprint.replace("- shop-moved.tf.json", "- shop-moved.tf.json\n    - kept.tf"));
      expect(await hextet("synth")).toMatchObject({ status: 0 });

      // The stack begins with the old state.
      cpSync(path.join(old, "terraform.tfstate"), path.join(folder, "one.tfstate"));
      await prepare(newSite, { terraform: { backend: { local: { path: "../../../one.tfstate" } } } });
      expect(actionsOf(await planned(newSite, "new.json"))).toEqual({
        import: 2,
        forget: 2,
        [`move ${KEPT_GROUP}`]: 1,
        move: GIVEN - 2,
        "create terraform_data.migration": 1,
        "no-op": 3,
      });
      const checked = await hextet(
        ...["adopt", "check", "--plan", "plan.json", "--new", "new.json", "--same-state"],
      );
      expect(checked).toMatchObject({ status: 0 });
      const applied = await terraform(newSite, ["apply", "-no-color", "it.tfplan"]);
      expect(applied.stdout).toContain("2 imported, 1 added, 0 changed, 0 destroyed");
      expect((await terraform(newSite, ["plan", "-no-color", "-detailed-exitcode"])).stdout).toContain(
        "No changes.",
      );
      expect(await liveIds(env)).toEqual(live);
    });
  },
);

function write(file: string, json: object): void {
  writeFileSync(file, JSON.stringify(json));
}

/** How often a plan does what; what is made, or moved and stays, by its address. */
function actionsOf(plan: unknown): Readonly<Record<string, number>> {
  const changes = listAt(plan, "resource_changes").filter((change) => at(change, "mode") !== "data");
  const words = changes.map(actionOf);
  const unique = [...new Set(words)];
  return Object.fromEntries(unique.map((word) => [word, words.filter((one) => one === word).length]));
}

function actionOf(change: unknown): string {
  const [address, action] = [textAt(change, "address"), listAt(change, "change", "actions").join(" ")];
  const isNothing = action === "no-op";
  if (isNothing && at(change, "change", "importing") !== undefined) return "import";
  if (isNothing && at(change, "previous_address") !== undefined)
    return address === KEPT_GROUP ? `move ${address}` : "move";
  return isNothing || action === "forget" ? action : `${action} ${address}`;
}

/** What the parameters hold: the VPC's id, and those of the private subnets. */
function parameters(plan: unknown): readonly [vpc: string, subnets: string] {
  const resources = listAt(plan, "prior_state", "values", "root_module", "resources");
  const value = (address: string) =>
    textAt(
      resources.find((one) => at(one, "address") === address),
      "values",
      "value",
    );
  return [value("aws_ssm_parameter.vpc"), value("aws_ssm_parameter.subnets")];
}

/** The ids of all subnets but the default ones, and of the NAT gateways that live, as AWS tells them. */
async function liveIds(env: Env): Promise<readonly string[]> {
  const [subnets, gateways] = await aws({ env, region: REGION }, [
    ["ec2", "describe_subnets", { Filters: [{ Name: "default-for-az", Values: ["false"] }] }],
    ["ec2", "describe_nat_gateways", { Filter: [{ Name: "state", Values: ["available"] }] }],
  ]);
  const ids = [
    ...listAt(subnets, "Subnets").map((one) => textAt(one, "SubnetId")),
    ...listAt(gateways, "NatGateways").map((one) => textAt(one, "NatGatewayId")),
  ];
  return ids.sort();
}
