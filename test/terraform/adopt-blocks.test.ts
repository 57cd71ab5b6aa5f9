import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, listAt, parseJson } from "../support/json.ts";
import { cleanEnv } from "../support/run.ts";
import { type CliOptions, terraform } from "../support/terraform-cli.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

const MODULE = `resource "terraform_data" "one" {
  for_each = toset(["plain", "q\\"uote", "dollar$\${x}", "per%%{y}", "new\\nline", "back\\\\slash", "a].b[\\"0\\"]"])
}
`;
const MANY = `module "many" {
  source   = "./many"
  for_each = toset(["a", "b"])
}
`;

// What `hextet adopt` rests on: docs/decisions/0065.
describeWithTools("blocks that hand over", findTerraform(), (tools) => {
  const root = mkdtempSync(path.join(tmpdir(), "hextet-blocks-"));
  const site: CliOptions = {
    tools,
    folder: path.join(root, "it"),
    scratch: path.join(root, "scratch"),
    env: cleanEnv(),
    lasting: false,
  };
  const file = (name: string, text: string) => writeFileSync(path.join(site.folder, name), text);
  const blocks = (json: object) => file("blocks.tf.json", JSON.stringify(json));
  const removed = (from: string) => blocks({ removed: [{ from, lifecycle: { destroy: false } }] });
  /** What Terraform has against the plan; without the lines that frame it. */
  const refusal = async () => {
    const { status, stderr } = await terraform(site, ["plan", "-no-color"], { accept: [0, 1] });
    return status === 0 ? "" : stderr.replace(/[│\s]+/g, " ");
  };
  const changes = async () => {
    await terraform(site, ["plan", "-no-color", "-out=it.tfplan"]);
    const plan = parseJson((await terraform(site, ["show", "-json", "it.tfplan"])).stdout, "the plan");
    return listAt(plan, "resource_changes").filter(
      (one) => at(one, "change", "actions", 0) !== "no-op" || at(one, "previous_address") !== undefined,
    );
  };

  beforeAll(async () => {
    mkdirSync(path.join(site.folder, "many"), { recursive: true });
    file("many/main.tf", MODULE);
    file("main.tf", MANY);
    await terraform(site, ["init", "-no-color"]);
    await terraform(site, ["apply", "-no-color", "-auto-approve"]);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("take no instance keys, and nothing that is still declared", async () => {
    removed('module.many["a"].terraform_data.one');
    expect(await refusal()).toContain("Module instance keys not allowed");
    removed('terraform_data.one["plain"]');
    expect(await refusal()).toContain("Resource instance keys not allowed");
    removed("module.many.terraform_data.one");
    expect(await refusal()).toContain("Removed resource still exists");
  });

  test("forget all instances of all modules, whatever their keys are", async () => {
    file("main.tf", "");
    removed("module.many.terraform_data.one");
    const found = await changes();
    expect(found.map((one) => listAt(one, "change", "actions"))).toEqual(
      Array.from({ length: 14 }, () => ["forget"]),
    );
  });

  test("move by addresses as the plan writes them, and then import nothing", async () => {
    file("main.tf", "");
    blocks({});
    const old = (await changes()).map((one) => String(at(one, "address")));
    expect(old).toContain('module.many["a"].terraform_data.one["dollar$${x}"]');
    const names = old.map((_, index) => `new_${index}`);
    blocks({
      resource: { terraform_data: Object.fromEntries(names.map((name) => [name, {}])) },
      moved: old.map((from, index) => ({ from, to: `terraform_data.${names[index]}` })),
      import: [{ to: "terraform_data.new_0", id: "an id that nothing has" }],
    });
    const moved = await changes();
    expect(moved).toHaveLength(14);
    for (const one of moved) expect(at(one, "change", "actions", 0)).toBe("no-op");
    expect(moved.map((one) => at(one, "previous_address")).sort()).toEqual([...old].sort());
  });

  // docs/decisions/0065: what keeps its address has no block, and what changes places goes by a free one.
  test("do not move to the same address, nor from one that another gets, unless it was moved aside", async () => {
    file("main.tf", "");
    const two = { terraform_data: { one: {}, two: {} } };
    blocks({ resource: two });
    await terraform(site, ["apply", "-no-color", "-auto-approve"]);
    const ids = async () => {
      const state = parseJson((await terraform(site, ["show", "-json"])).stdout, "the state");
      const resources = listAt(state, "values", "root_module", "resources");
      return Object.fromEntries(resources.map((one) => [at(one, "address"), at(one, "values", "id")]));
    };
    const before = await ids();
    const move = (from: string, to: string) => ({
      from: `terraform_data.${from}`,
      to: `terraform_data.${to}`,
    });
    blocks({ resource: two, moved: [move("one", "one")] });
    expect(await refusal()).toContain("Redundant move statement");
    blocks({ resource: two, moved: [move("one", "two"), move("two", "one")] });
    expect(await refusal()).not.toBe("");
    blocks({ resource: { terraform_data: { two: {} } }, moved: [move("two", "two-2"), move("one", "two")] });
    expect(await refusal()).toContain("Moved object still exists");
    for (const name of ["one", "two"])
      await terraform(site, ["state", "mv", `terraform_data.${name}`, `terraform_data.${name}-handed-over`]);
    blocks({ resource: two, moved: [move("one-handed-over", "two"), move("two-handed-over", "one")] });
    expect((await changes()).map((one) => at(one, "change", "actions", 0))).toEqual(["no-op", "no-op"]);
    await terraform(site, ["apply", "-no-color", "it.tfplan"]);
    expect(await ids()).toEqual({
      "terraform_data.one": before["terraform_data.two"],
      "terraform_data.two": before["terraform_data.one"],
    });
  });
});
