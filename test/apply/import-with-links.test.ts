import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { STAGES } from "../../src/model/types/migration.ts";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { answered } from "../support/layouts/answered.ts";
import { takeOver, walk } from "../support/layouts/walk.ts";
import { MigratingStack } from "../support/migration/migrating-stack.ts";
import { applyPlain } from "../support/migration/plain-network.ts";
import { run } from "../support/run.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";

const COMMAND = fileURLToPath(new URL("../../src/hextet.js", import.meta.url));
const FIXTURE = fileURLToPath(new URL("./fixtures/links", import.meta.url));
/** Milliseconds: ten applies, twenty plans, on a busy machine. */
const TIMEOUT = 2_400_000;

/** What the blueprint has to take over for this walk to show anything. */
const TAKEN = [
  "aws_autoscaling_group",
  "aws_customer_gateway",
  "aws_ec2_transit_gateway_vpc_attachment",
  "aws_launch_template",
  "aws_lb_listener_rule",
  "aws_vpc_peering_connection",
  "aws_vpn_connection",
  "aws_vpn_gateway",
];

describeWithTools(
  "a network with links, groups and rules of listeners",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    const folder = mkdtempSync(path.join(tmpdir(), "hextet-with-links-"));
    let emulator: Emulator;
    let text: string;

    beforeAll(async () => {
      emulator = await startEmulator(python);
      const plain = await applyPlain(terraform, FIXTURE, { env: emulator.env, emulator });
      const vpcId = plain.attributeOf("aws_vpc.shop.id");
      const args = ["--vpc", vpcId, "--region", "eu-west-1", "--name", "linked"];
      const { status, stdout } = await run(process.execPath, [COMMAND, "import", ...args], {
        cwd: folder,
        env: emulator.env,
        accept: [0, 1],
        timeout: 480_000,
      });
      expect(status).toBe(0);
      text = stdout;
    }, TIMEOUT);
    afterAll(async () => {
      await emulator?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test(
      "goes through all ten stages: imports alone at first, then what each announces, and nothing is taken",
      async () => {
        for (const type of TAKEN) expect(text).toMatch(new RegExp(`^ +${type}\\.\\S+: `, "m"));
        const stack = new MigratingStack(terraform, text, {
          env: emulator.env,
          emulator,
          withoutBackend: true,
        });
        try {
          await takeOver(stack, text);
          const done = await walk(stack, answered(text).text);
          expect([...done.keys()]).toEqual(STAGES.slice(1));
          const links = [...done.values()]
            .flat()
            .filter((action) => TAKEN.some((type) => action.includes(` ${type}.`)));
          expect(links).toEqual([]);
        } finally {
          stack.remove();
        }
      },
      TIMEOUT,
    );
  },
);
