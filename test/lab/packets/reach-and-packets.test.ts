import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compareReachWithLab } from "../../../src/cli/lab/compare-reach-with-lab.ts";
import { planOf } from "../../support/lab-outcomes.ts";
import { findLabTools } from "../../support/lab-tools.ts";
import { networkFrom } from "../../support/network.ts";
import { describeWithTools } from "../../support/tools.ts";

const root = new URL("../../..", import.meta.url).pathname;

describeWithTools("reach and packets agree", findLabTools(), () => {
  it.each(["nat64-playground", "dual-stack-web"])("of %s", async (name) => {
    const network = networkFrom(readFileSync(join(root, "blueprints", `${name}.yaml`), "utf8"));
    const json = readFileSync(join(root, "generated/stacks", name, "cdk.tf.json"), "utf8");
    const { disagreements, counts } = await compareReachWithLab(network, planOf(JSON.parse(json)));
    expect(disagreements).toEqual([]);
    expect(counts.arrive).toBeGreaterThan(10);
    expect(counts.lost).toBeGreaterThan(100);
  });
});
