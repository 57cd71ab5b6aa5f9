// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform and shells write
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { encodedUserData } from "../../../src/stack/compute/user-data.ts";
import { escapeTemplates } from "../../../src/stack/escape-templates.ts";
import { HOSTILE_TEXTS } from "../../support/hostile-text.ts";
import { parseJson } from "../../support/json.ts";
import { tierName } from "../../support/names.ts";
import { cleanEnv } from "../../support/run.ts";
import { NO_COMPUTE, sampleHost, sampleInstance, sampleLaunchTemplate } from "../../support/sample-hosts.ts";
import { sampleNetwork } from "../../support/sample-network.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";
import { describeWithTools, findTerraform } from "../../support/tools.ts";

test.each([
  ["#!/bin/bash\necho hi\n", '${base64encode("#!/bin/bash\\necho hi\\n")}'],
  ['echo "a \\ b"', '${base64encode("echo \\"a \\\\ b\\"")}'],
  ["a\r\n\tb\u0000\u0085", '${base64encode("a\\r\\n\\tb\\u0000\\u0085")}'],
  ["echo ${HOME} %{host}", '${base64encode("echo $${HOME} %%{host}")}'],
  ["$${x}", '${base64encode("$$${x}")}'],
  ["caf\u00e9", '${base64encode("caf\u00e9")}'],
  ["", '${base64encode("")}'],
])("%j is written for reviewers to read", (text, expected) => {
  expect(encodedUserData(escapeTemplates(text))).toBe(expected);
});

test("text that Terraform would bring to NFC is encoded here", () => {
  const text = "cafe\u0301 ${HOME} %{host} \ue000";
  const encoded = encodedUserData(escapeTemplates(text));
  expect(encoded).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(Buffer.from(encoded, "base64").toString("utf8")).toBe(text);
});

describeWithTools("user data in Terraform itself", findTerraform(), ({ command }) => {
  test("is what the author wrote, for templates and for instances", () => {
    const texts = [...HOSTILE_TEXTS, "cafe\u0301 ${HOME}", "\u0000\u0007\u007f\u0085", "<<EOF\n}\nEOF"];
    const expressions = texts.flatMap(userDataOf);
    const decoded = evaluate(command, expressions).map((text) =>
      Buffer.from(text, "base64").toString("utf8"),
    );
    expect(decoded).toEqual(texts.flatMap((text) => [text, text]));
  });
});

function userDataOf(userData: string): readonly unknown[] {
  const host = sampleHost({ userData });
  const compute = {
    ...NO_COMPUTE,
    launchTemplates: [sampleLaunchTemplate({ host })],
    instances: [sampleInstance({ tier: tierName("app"), subnet: "app_a" }, { host })],
  };
  const json = stackJson(sampleNetwork({ compute }));
  return [
    resourceIn(json, "aws_launch_template.web")["user_data"],
    resourceIn(json, "aws_instance.bastion")["user_data_base64"],
  ];
}

/** The texts that Terraform makes of expressions in JSON syntax. */
function evaluate(command: string, expressions: readonly unknown[]): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "hextet-user-data-"));
  try {
    writeFileSync(path.join(folder, "main.tf.json"), JSON.stringify({ locals: { it: expressions } }));
    const options = {
      cwd: folder,
      encoding: "utf8",
      env: cleanEnv(),
      input: "jsonencode(local.it)\n",
    } as const;
    const { stdout } = spawnSync(command, ["console"], { ...options, timeout: 20_000 });
    // The console prints the JSON as a Terraform string, which for what base64 holds is a JSON string too.
    const list = parseJson(String(parseJson(stdout, "terraform console")), "the list");
    return Array.isArray(list) ? list.map(String) : [];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
