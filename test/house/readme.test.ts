import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import { compareOutputs } from "../../src/change/compare-stacks.ts";
import { readStackOutput } from "../../src/change/read-stack-output.ts";
import { compile } from "../../src/pipeline.ts";
import { renderAddressPlans } from "../../src/reports/addresses/address-table.ts";
import { renderChangesMarkdown } from "../../src/reports/changes/change-markdown.ts";
import { renderFindings } from "../../src/reports/findings/render-findings.ts";
import { stackText } from "../support/synth-json.ts";

const plain = picocolors.createColors(false);
const README = readFileSync(fileURLToPath(new URL("../../README.md", import.meta.url)), "utf8");
const FILE = "blueprints/tiny.yaml";

/** The fenced blocks of the README, in order, with their language. */
const blocks = [...README.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = "", text = ""]) => ({
  language,
  text,
}));

function block(language: string, start: string): string {
  const found = blocks.find(
    (candidate) => candidate.language === language && candidate.text.startsWith(start),
  );
  if (found === undefined) throw new Error(`README has no ${language} block that starts with ${start}`);
  return found.text;
}

describe("README", () => {
  const yaml = block("yaml", `# ${FILE}`);
  const { networks, findings } = compile([{ file: FILE, text: yaml }], "2026-01-01");

  test("shows a blueprint without a mistake, and its address plan", () => {
    expect(findings).toEqual([]);
    expect(renderAddressPlans(networks, plain, Number.POSITIVE_INFINITY)).toContain(block("", "slot"));
  });

  test("shows JSON that comes out of it", () => {
    const text = networks.map(stackText).join("");
    const shown = block("json", "")
      .trimEnd()
      .split(/(?<=^ {6}\},)\n/m);
    expect(shown).toHaveLength(2);
    for (const part of shown) expect(text).toContain(part);
  });

  test("shows what a reviewer reads of its edit", () => {
    const [from = "", to = ""] = block("diff", "-").trimEnd().split("\n");
    const edited = yaml.replace(from.slice(1), to.slice(1));
    expect(edited).not.toBe(yaml);
    const outputOf = (text: string) => {
      const [network] = compile([{ file: FILE, text }], "2026-01-01").networks;
      const output = network === undefined ? null : readStackOutput("tiny", stackText(network));
      return output ?? expect.fail("no stack");
    };
    const comment = renderChangesMarkdown(compareOutputs([outputOf(yaml)], [outputOf(edited)]));
    const [title = "", ...shown] = README.split("\n").flatMap(
      (line) => /^>(?: (.*))?$/.exec(line)?.slice(1) ?? [],
    );
    expect(comment).toContain(`### ${title.replaceAll("**", "")}\n`);
    const lines = shown.filter((line) => line !== undefined);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => !comment.split("\n").includes(line))).toEqual([]);
  });

  test("shows the finding that its mistake gives", () => {
    const wrong = yaml.replace("nat64: true", "enableDns64: true").replace(/^ {2}natGateways.*\n/m, "");
    const told = compile([{ file: FILE, text: wrong }], "2026-01-01").findings;
    expect(renderFindings(told, plain, Number.POSITIVE_INFINITY)).toContain(block("", FILE).trimEnd());
  });

  test("shows an acceptance that is one", () => {
    const two = yaml.replace("[a]", "[a, b]");
    const rules = (text: string) =>
      compile([{ file: FILE, text }], "2026-01-01").findings.map(({ rule }) => rule);
    expect(rules(two)).toEqual(["nat-gateway-single-zone"]);
    expect(rules(two + block("yaml", "accept:"))).toEqual([]);
  });
});
