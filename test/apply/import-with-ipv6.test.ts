import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { STAGES } from "../../src/model/types/migration.ts";
import { awsOne } from "../support/aws.ts";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { at, listAt } from "../support/json.ts";
import { applyPlain } from "../support/migration/plain-network.ts";
import { run } from "../support/run.ts";
import { STACK_FILE } from "../support/stack-copy.ts";
import { Workspace } from "../support/terraform.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";

const COMMAND = fileURLToPath(new URL("../../src/hextet.js", import.meta.url));
const REGION = "eu-west-1";
/** Milliseconds: an import, an apply and two plans on a busy machine. */
const TIMEOUT = 1_200_000;

/** Networks that have IPv6, the stage that they had reached by it, and what Terraform would take that does not know. */
const NETWORKS = [
  {
    fixture: "vpc-with-block",
    stage: "vpc-address-block",
    taken: ["aws_vpc.main would lose its IPv6 block"],
  },
  {
    fixture: "dual-stack",
    stage: "instance-addresses",
    taken: [
      "aws_subnet.web_a would lose its IPv6 addresses for new hosts",
      "aws_subnet.web_a would lose its IPv6 block",
      "aws_vpc.main would lose its IPv6 block",
    ],
  },
] as const;

for (const { fixture, stage, taken } of NETWORKS)
  describeWithTools(
    `a migration of ${fixture}`,
    both(findTerraform(), findPython()),
    ([terraform, python]) => {
      const folder = mkdtempSync(path.join(tmpdir(), "hextet-with-ipv6-"));
      const blueprint = path.join(folder, "blueprints/shop.yaml");
      let emulator: Emulator;
      let workspace: Workspace | null = null;
      let vpcId: string;

      const hextet = (...args: readonly string[]) =>
        run(process.execPath, [COMMAND, ...args], {
          cwd: folder,
          env: emulator.env,
          accept: [0, 1],
          timeout: 480_000,
        });
      const opened = (): Workspace => {
        if (workspace === null) throw new Error("no stack was made");
        return workspace;
      };
      /** Synthesizes at a stage as if for the first time, plans, and holds the plan against the blueprint. */
      const checkAt = async (wanted: string, ...options: readonly string[]) => {
        const text = readFileSync(blueprint, "utf8");
        writeFileSync(blueprint, text.replace(/^( +stage:) .*$/m, `$1 ${wanted}`));
        rmSync(path.join(folder, "generated"), { recursive: true, force: true });
        expect((await hextet("synth")).status).toBe(0);
        const stack = path.join(folder, "generated/stacks/shop");
        if (workspace === null) {
          workspace = new Workspace({ tools: terraform, stack, env: emulator.env, log: emulator.log });
          await workspace.init();
        } else copyFileSync(path.join(stack, STACK_FILE), path.join(workspace.folder, STACK_FILE));
        const plan = await workspace.plan();
        writeFileSync(path.join(folder, "plan.json"), JSON.stringify(await plan.json()));
        return await hextet("migrate", "check", "blueprints/shop.yaml", "--plan", "plan.json", ...options);
      };
      const blocks = async () => {
        const answer = await awsOne({ env: emulator.env, region: REGION }, "ec2", "describe_vpcs", {
          VpcIds: [vpcId],
        });
        const [vpc] = listAt(answer, "Vpcs");
        const associations = listAt(vpc, "Ipv6CidrBlockAssociationSet");
        return associations.map((one) => [at(one, "Ipv6CidrBlock"), at(one, "Ipv6CidrBlockState", "State")]);
      };

      beforeAll(async () => {
        emulator = await startEmulator(python);
        const plain = await applyPlain(
          terraform,
          fileURLToPath(new URL(`./fixtures/${fixture}`, import.meta.url)),
          { env: emulator.env, emulator },
        );
        vpcId = plain.attributeOf("aws_vpc.shop.id");
        mkdirSync(path.dirname(blueprint));
        const args = ["--vpc", vpcId, "--region", REGION, "--output", blueprint, "--name", "shop"];
        expect((await hextet("import", ...args)).status).toBe(0);
      }, TIMEOUT);
      afterAll(async () => {
        await emulator?.stop();
        workspace?.remove();
        rmSync(folder, { recursive: true, force: true });
      });

      test("is written at the stage import, with the last stage of which something is there", () => {
        const text = readFileSync(blueprint, "utf8");
        expect(text).toMatch(/^ +stage: import$/m);
        expect(text).toMatch(new RegExp(`^ +reached: ${stage}$`, "m"));
      });

      test(
        "is refused where the blueprint does not say so, whatever the flags: Terraform would take IPv6 away",
        async () => {
          const text = readFileSync(blueprint, "utf8");
          writeFileSync(blueprint, text.replace(/^ +reached: .*\n/m, ""));
          for (const options of [[], ["--strict"]]) {
            const { status, stderr } = await checkAt("import", ...options);
            const lost = [...stderr.matchAll(/error: (.* would lose its .*), which no way back/g)];
            expect([status, lost.map(([, words]) => words)]).toEqual([1, taken]);
            expect(stderr).toContain(
              `hint: write migration.reached: ${stage}; without it Terraform takes away`,
            );
          }
          writeFileSync(blueprint, text);
        },
        TIMEOUT,
      );

      test(
        "begins where the hint and the importer say with imports alone, and no stage takes anything away",
        async () => {
          const before = await blocks();
          expect(before).toEqual([[expect.stringMatching(/\/56$/), "associated"]]);
          for (const wanted of STAGES.slice(0, STAGES.indexOf(stage) + 1)) {
            const { status, stderr } = await checkAt(wanted, "--strict");
            expect([wanted, status, stderr]).toEqual([wanted, 0, expect.stringContaining(` to ${wanted}`)]);
            const { actions } = await opened().plan();
            const others = actions.filter((action) => !action.startsWith("import "));
            if (wanted === "import") expect(others).toEqual(["create terraform_data.migration"]);
            await opened().apply();
            expect(await (await opened().plan()).differences()).toEqual([]);
            expect(await blocks()).toEqual(before);
          }
        },
        TIMEOUT,
      );
    },
  );
