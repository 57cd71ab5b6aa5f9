import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foundIn, HOLES, holesIn } from "../support/dns64-holes.ts";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { parseJson } from "../support/json.ts";
import { run } from "../support/run.ts";
import { type CliOptions, terraform } from "../support/terraform-cli.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";
import { understood } from "../support/topology-differences.ts";

const FIXTURES = fileURLToPath(new URL("../support/fixtures/reach/", import.meta.url));
const COMMAND = fileURLToPath(new URL("../../src/hextet.js", import.meta.url));

describeWithTools(
  "reach of the state of five modules, applied side by side",
  both(findTerraform(), findPython()),
  ([tools, python]) => {
    const folder = mkdtempSync(path.join(tmpdir(), "hextet-reach-"));
    const state = path.join(folder, "state.json");
    let emulator: Emulator;
    let shown: string;

    beforeAll(async () => {
      emulator = await startEmulator(python);
      const site: CliOptions = {
        tools,
        folder: path.join(folder, "root"),
        scratch: path.join(folder, "scratch"),
        env: emulator.env,
      };
      cpSync(FIXTURES, site.folder, { recursive: true });
      const modules = Object.keys(HOLES).map((name) => [name, { source: `./${name}` }]);
      writeFileSync(
        path.join(site.folder, "main.tf.json"),
        JSON.stringify({
          provider: { aws: { region: "eu-west-1", max_retries: 4 } },
          module: Object.fromEntries(modules),
        }),
      );
      await terraform(site, ["init", "-no-color", `-plugin-dir=${tools.provider.pluginDir}`], {
        installed: true,
      });
      await terraform(site, ["apply", "-no-color", "-auto-approve"]);
      shown = (await terraform(site, ["show", "-json"])).stdout;
      writeFileSync(state, shown);
    });
    afterAll(async () => {
      await emulator?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const expected = Object.entries(HOLES)
      .flatMap(([name, fates]) => holesIn(fates).map((address) => `module.${name}.${address}`))
      .sort();

    test("finds the holes of four, and nothing in the fifth", () => {
      const topology = understood(parseJson(shown, "the state"));
      expect(topology.leftOut).toEqual([]);
      expect([...foundIn(topology)].sort()).toEqual(expected.map((address) => `route-black-hole ${address}`));
    });

    test("hextet reach --plan says so", async () => {
      const { stdout } = await run(process.execPath, [COMMAND, "reach", "--plan", state, "-f", "json"], {
        cwd: folder,
        env: { PATH: process.env["PATH"] ?? "" },
        timeout: 480_000,
      });
      const { stacks } = JSON.parse(stdout) as { stacks: { findings: { place: { text: string } }[] }[] };
      const places = stacks.flatMap(({ findings }) => findings.map(({ place }) => place.text));
      expect(places.sort()).toEqual(expected);
    });
  },
);
