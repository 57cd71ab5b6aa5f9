import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/library.ts";
import { ROOT, smallBlueprint } from "./project.ts";

const TODAY = "2026-01-01";
const REAL = readdirSync(join(ROOT, "blueprints"))
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({ name, text: readFileSync(join(ROOT, "blueprints", name), "utf8") }));

describe("the library", () => {
  it("gives the bytes that synth writes, by the stack's name", async () => {
    const { findings, stacks } = await compile(REAL.toReversed(), { today: TODAY });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(stacks.map(({ name }) => name)).toEqual(readdirSync(join(ROOT, "generated/stacks")).sort());
    for (const { name, json } of stacks)
      expect(json, name).toBe(readFileSync(join(ROOT, "generated/stacks", name, "cdk.tf.json"), "utf8"));
    expect(stacks.map(({ blueprint }) => blueprint)).toEqual(REAL.map(({ name }) => name).sort());
  });

  it("gives findings as programs know them, and no stack at all when one is an error", async () => {
    const bad = smallBlueprint("bad").replace("slot: 1", "slott: 1");
    const { findings, stacks } = await compile([
      { name: "good.yaml", text: smallBlueprint("good") },
      { name: "bad.yaml", text: bad },
    ]);
    expect(findings).toEqual([
      {
        file: "bad.yaml",
        line: 9,
        column: 59,
        endLine: 9,
        endColumn: 64,
        severity: "error",
        rule: "schema/unknown-key",
        message: expect.stringContaining("slott"),
        hint: expect.stringContaining("slot"),
        explain: "hextet explain schema/unknown-key",
      },
    ]);
    expect(stacks).toEqual([]);
  });

  it("calls a text without a name <text>, and takes it as it is", async () => {
    const { findings } = await compile("name: [");
    expect(new Set(findings.map(({ file }) => file))).toEqual(new Set(["<text>"]));
    const { stacks } = await compile(smallBlueprint("one"));
    expect(stacks).toMatchObject([{ name: "one", blueprint: "<text>", extensions: [] }]);
    expect(await compile([])).toEqual({ findings: [], stacks: [] });
  });

  it("names the Terraform files that belong beside a stack, and reads none", async () => {
    const { stacks } = await compile(`${smallBlueprint("one")}extend: { terraform: [edge/not-there.tf] }\n`);
    expect(stacks).toMatchObject([{ extensions: ["edge/not-there.tf"] }]);
  });

  it("takes the day on which acceptances must hold", async () => {
    const accept = `accept:
  - { rule: nat-gateway-single-zone, at: network.natGateways.main, reason: one zone is enough for a test network, until: "2027-06-30" }
`;
    const text = smallBlueprint("one").replace(
      /^ {4}app:.*\n/m,
      `    public: { addressing: dual-stack, internet: public, slot: 0 }
    app: { addressing: ipv6-only, internet: egress-only, nat64: true, slot: 1 }
  natGateways: { main: { subnet: public } }
${accept}`,
    );
    const rulesOn = async (today: string) =>
      (await compile(text, { today })).findings.map(({ rule, severity }) => `${severity} ${rule}`);
    expect(await rulesOn("2027-06-30")).toEqual([]);
    expect(await rulesOn("2027-07-01")).toEqual([
      "warning nat-gateway-single-zone",
      "warning accept-expired",
    ]);
  });

  it("refuses what is no text and no list of texts with names, and what is no day", async () => {
    const wrong: readonly unknown[] = [undefined, null, 1, {}, [null], ["a: 1"], [{ name: "a.yaml" }]];
    for (const one of wrong) {
      const call: unknown = Reflect.apply(compile, undefined, [one]);
      await expect(call, JSON.stringify(one)).rejects.toThrow(
        new TypeError("compile takes a text, or a list of { name, text }"),
      );
    }
    await expect(compile("", { today: "tomorrow" })).rejects.toThrow("today is no date YYYY-MM-DD");
  });
});
