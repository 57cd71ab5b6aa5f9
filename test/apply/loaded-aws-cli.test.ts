import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { type Env, run } from "../support/run.ts";
import { describeWithTools, findPython } from "../support/tools.ts";

const TIMEOUT = 120_000;
const CODES = [0, 1, 2, 252, 253, 254, 255];

describeWithTools("the loaded AWS CLI", findPython(), (python) => {
  let emulator: Emulator;
  let folder: string;
  beforeAll(async () => {
    emulator = await startEmulator(python);
    folder = mkdtempSync(path.join(tmpdir(), "hextet-aws-cli-"));
  }, 300_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await emulator?.stop();
  });

  const aws = (args: readonly string[], more: Env = {}) =>
    run("aws", args, {
      cwd: folder,
      env: { ...emulator.env, AWS_DEFAULT_REGION: "eu-west-1", ...more },
      timeout: TIMEOUT,
      accept: CODES,
    });
  /** The PATH without the folder of the loaded one. */
  const usual = (): Env => ({ PATH: process.env["PATH"] ?? "" });

  test.each([
    ["an answer", ["ec2", "describe-vpcs", "--query", "Vpcs[].CidrBlock", "--output", "text"]],
    ["JSON", ["ec2", "describe-regions", "--region-names", "eu-west-1"]],
    ["a refusal of the API", ["ec2", "describe-vpcs", "--vpc-ids", "vpc-0123456789abcdef0"]],
    ["an unknown command", ["ec2", "describe-nothing"]],
    ["a missing argument", ["ec2", "create-vpc", "--cidr-block"]],
    ["a text beyond ASCII", ["ec2", "describe-vpcs", "--filters", "Name=tag:Name,Values=Größe 😀"]],
    ["the file of an argument", ["ec2", "describe-vpcs", "--filters", "file://filters.json"]],
  ])(
    "answers as the one on the PATH: %s",
    async (_, args) => {
      writeFileSync(path.join(folder, "filters.json"), '[{"Name":"cidr","Values":["172.31.0.0/16"]}]');
      const [loaded, started] = [await aws(args), await aws(args, usual())];
      expect(loaded).toEqual(started);
      expect(loaded.stdout + loaded.stderr).not.toBe("");
    },
    300_000,
  );

  test("keeps nothing of one command's environment for the next", async () => {
    const region = (more: Env) => aws(["configure", "get", "region"], more);
    writeFileSync(path.join(folder, "config"), "[default]\nregion = eu-north-1\n");
    const other = { AWS_CONFIG_FILE: path.join(folder, "config") };
    expect((await region(other)).stdout).toBe("eu-north-1\n");
    expect((await region({})).stdout).not.toContain("eu-north-1");
  }, 300_000);

  test("is what the PATH of the emulator finds first", async () => {
    const { stdout } = await run("sh", ["-c", "command -v aws"], { env: emulator.env, timeout: TIMEOUT });
    expect(stdout).toMatch(/hextet-emulator-[^/]+\/bin\/aws$/m);
    expect(existsSync(path.join(path.dirname(stdout.trim()), "socket"))).toBe(true);
  });

  test("ends with who asked", async () => {
    // An address that swallows packets: without an end the command would wait for minutes.
    const args = ["ec2", "describe-vpcs", "--endpoint-url", "http://203.0.113.1", "--debug"];
    const forks = async () => {
      const { stdout } = await run("ps", ["-eo", "args"], { env: emulator.env, timeout: TIMEOUT });
      return stdout.split("\n").filter((line) => line.includes("aws-cli/serve.py")).length;
    };
    const before = await forks();
    const interrupted = run("sh", ["-c", `aws ${args.join(" ")} 2>&1`], {
      cwd: folder,
      env: { ...emulator.env, AWS_DEFAULT_REGION: "eu-west-1" },
      timeout: TIMEOUT,
      interrupt: { when: /Making request|Sending http request|Starting new HTTP/, signal: "SIGKILL" },
    });
    expect((await interrupted).status).toBe(-1);
    await expect.poll(forks, { timeout: 20_000 }).toBe(before);
  }, 300_000);
});
