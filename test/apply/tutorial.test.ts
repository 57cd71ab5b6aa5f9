import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { type OwnRepository, ownRepository } from "../support/own-repository.ts";
import { type StateServer, startStateServer } from "../support/state-server.ts";
import { both, describeWithTools, findPython, findTerraform, type TerraformTools } from "../support/tools.ts";

const TUTORIAL = readFileSync(new URL("../../docs/tutorial.md", import.meta.url), "utf8");
const BLUEPRINT = "blueprints/shop.yaml";

/** The blocks of each section that do something, in order. */
const sections = TUTORIAL.split(/^## /m)
  .slice(1)
  .map((section) => ({
    title: section.split("\n")[0] ?? "",
    blocks: [...section.matchAll(/^```(sh|diff|yaml)\n(.*?)^```$/gms)].map(
      ([, language = "", text = ""]) => ({
        language,
        text,
      }),
    ),
  }));

describeWithTools("the tutorial", both(findTerraform(), findPython()), ([terraform, python]) => {
  let emulator: Emulator;
  let states: StateServer;
  let own: OwnRepository;

  beforeAll(async () => {
    [emulator, states] = await Promise.all([startEmulator(python), startStateServer()]);
    const mirror = join(tmpdir(), `hextet-mirror-${process.pid}.tfrc`);
    writeFileSync(
      mirror,
      `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(terraform.provider.pluginDir)}\n  }\n}\n`,
    );
    const env = { ...emulator.env, TF_CLI_CONFIG_FILE: mirror, TF_IN_AUTOMATION: "1" };
    own = await ownRepository(env, { terraform: offline(terraform) });
  }, 1_200_000);
  afterAll(async () => {
    await emulator?.stop();
    await states?.stop();
    own?.remove();
  });

  it.each(sections)("$title", async ({ blocks }) => {
    expect(blocks.length).toBeGreaterThan(0);
    for (const { language, text } of blocks) {
      if (language === "sh") await runAll(text);
      else if (language === "diff") applyEdit(text);
      else keepStateHere();
    }
  });

  async function runAll(text: string): Promise<void> {
    for (const line of text.trimEnd().split("\n")) {
      const ran = await own.shell(line);
      const expected = Number(/# exits with (\d)$/.exec(line)?.[1] ?? 0);
      expect(ran.status, `${line}\n${ran.stdout}${ran.stderr}`).toBe(expected);
      if (expected === 5) expect(ran.stderr).toContain("error: aws_vpc.main is replaced and loses its id");
      if (line.startsWith("git commit -q -a")) await review();
    }
  }

  /** What the page says of the pull request. */
  async function review(): Promise<void> {
    const found = await own.pullRequest("what-hosts-call", {
      vars: { HEXTET_PLAN_ROLE: "arn:aws:iam::123456789012:role/read" },
      credentials: Object.fromEntries(
        Object.entries(emulator.env).filter(([name]) => name.startsWith("AWS_")),
      ),
    });
    expect(found.results, Object.values(found.logs).join("\n")).toEqual({
      blueprints: "success",
      comment: "success",
      terraform: "success",
      "code-scanning": "skipped",
      plan: "success",
    });
    const bodies = own.comments().filter(({ by }) => by === "github-actions[bot]");
    expect(bodies).toHaveLength(1);
    expect(bodies[0]?.body).toContain("## What this changes in AWS\n\n### shop: 1 changed\n");
    expect(found.logs["plan"]).toContain('does what the review of "shop" showed');
    expect(found.annotations).toEqual([]);
  }

  function applyEdit(text: string): void {
    const [, from = ""] = /^-(.*)$/m.exec(text) ?? [];
    const [, to = ""] = /^\+(.*)$/m.exec(text) ?? [];
    own.edit(BLUEPRINT, from, to);
  }

  /** Not in S3, and with the provider that is here. */
  function keepStateHere(): void {
    const settings = `terraform: { awsProvider: { version: "~> 5.100" }, backend: { http: { address: "${states.url}/shop" } } }`;
    own.edit(BLUEPRINT, /^terraform: .*$/, settings);
  }
});

/** Terraform that locks what lies on this machine: the tests have no way to the registry. */
function offline({ command, provider }: TerraformTools): string {
  const lock = `providers lock "-fs-mirror=${provider.pluginDir}" -platform=${basename(provider.executableIn)}`;
  return `#!/bin/sh
case "$*" in
  "providers lock"*) echo "no way to the registry" >&2; exit 1 ;;
  *"providers lock"*) exec ${command} "$1" ${lock} ;;
  *) exec ${command} "$@" ;;
esac
`;
}
