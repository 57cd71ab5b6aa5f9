import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { generatedStacks } from "../support/generated-stacks.ts";
import { systems } from "../support/systems.ts";

const root = new URL("../../", import.meta.url).pathname;
const names = systems.map(({ name }) => name).sort();
const read = (path: string) => readFileSync(join(root, path), "utf8");

describe("the systems", () => {
  it("are the blueprints, and the stacks over which the Terraform tests run", () => {
    const blueprints = readdirSync(join(root, "blueprints")).filter((file) => file.endsWith(".yaml"));
    expect(names).toEqual(blueprints.map((file) => basename(file, ".yaml")).sort());
    expect(names).toEqual(generatedStacks.map((stack) => basename(stack)));
    for (const file of ["blueprints.test.ts", "mocked.test.ts"])
      expect(read(`test/terraform/${file}`)).toMatch(
        /test\.each\((generatedStacks|stacks)(\.filter\(isNotApplied\))?\.map/,
      );
  });

  it("name the tests that apply them in CI, and all of those", () => {
    const inCi = systems.flatMap(({ name, apply }) => ("ci" in apply ? [[apply.ci, name] as const] : []));
    for (const [file, name] of inCi)
      expect(read(`test/apply/${file}`)).toMatch(
        new RegExp(`(describeApplied\\(|MIGRATED = |IN_ORDER = .*)"${name}"`),
      );
    const files = readdirSync(join(root, "test/apply")).filter((file) => file.endsWith(".test.ts"));
    const applying = files.filter((file) =>
      /describeApplied\("|MIGRATED = "|IN_ORDER = \["/.test(read(`test/apply/${file}`)),
    );
    expect([...new Set(inCi.map(([file]) => file))].sort()).toEqual(applying.sort());
  });

  it("leave out only resource types that their stacks have", () => {
    for (const { name, apply } of systems) {
      const types = "without" in apply ? Object.keys(apply.without ?? {}) : [];
      const stack = read(`generated/stacks/${name}/cdk.tf.json`);
      for (const type of types) expect(stack).toContain(`"${type}": {`);
    }
  });
});
