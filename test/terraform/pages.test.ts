import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeProject, smallBlueprint } from "../cli/project.ts";
import { parseJson } from "../support/json.ts";
import { validateAll } from "../support/offline-plan.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

/** The code blocks of a page, in order. */
function blocksOf(page: string, language: string): readonly string[] {
  const text = readFileSync(new URL(`../../docs/${page}.md`, import.meta.url), "utf8");
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, found, block = ""]) =>
    found === language ? [block] : [],
  );
}

const first = (blocks: readonly string[]) => blocks[0] ?? expect.fail("no such block");

describeWithTools("what the pages show", findTerraform(), (terraform) => {
  test("another stack reads outputs, and comes after the stack that has them", async () => {
    const backend = "terraform: { backend: { s3: { bucket: acme-terraform, key: hub.tfstate } } }\n";
    const [outputs = "", , extend = ""] = blocksOf("outputs-elsewhere", "yaml");
    const project = makeProject({
      "hub.yaml": smallBlueprint("hub") + backend + outputs,
      "shop.yaml": smallBlueprint("shop") + extend,
      "shop/hub.tf": first(blocksOf("outputs-elsewhere", "terraform")),
    });
    expect(await project.hextet("synth")).toMatchObject({ status: 0 });
    const { stdout } = await project.hextet("stacks", "-f", "json");
    expect(parseJson(stdout, "the stacks")).toMatchObject({
      stacks: [{ name: "hub" }, { name: "shop", after: ["hub"] }],
    });
    const stack = project.path("generated/stacks/hub");
    expect([...(await validateAll(terraform, [stack])).values()]).toEqual([[]]);
  });

  test("a queue stands beside what Hextet makes", async () => {
    const project = makeProject({
      "shop.yaml": smallBlueprint("shop") + first(blocksOf("limits", "yaml")),
      "shop/queue.tf": first(blocksOf("limits", "terraform")),
    });
    expect(await project.hextet("synth")).toMatchObject({ status: 0 });
    expect(await project.hextet("check")).toMatchObject({ status: 0 });
    expect(project.read("generated/stacks/shop/queue.tf")).toContain("aws_sqs_queue");
  });

  test("an environment has its account and its state", async () => {
    const project = makeProject({ "shop.yaml": first(blocksOf("environments", "yaml")) });
    expect(await project.hextet("synth")).toMatchObject({ status: 0 });
    const stacks = ["shop-staging", "shop"].map((name) => project.path(`generated/stacks/${name}`));
    const [staging, production] = stacks.map((stack) => readFileSync(`${stack}/cdk.tf.json`, "utf8"));
    expect(staging).toContain('"t4g.small"');
    expect(staging).not.toContain("network-deploy");
    expect(production).toContain('"m7g.large"');
    expect(production).toContain("role/network-deploy");
    expect([...(await validateAll(terraform, stacks)).values()]).toEqual([[], []]);
  });
});
