import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { NO_COLORS } from "../../../src/reports/colors.ts";
import { renderAtlantis } from "../../../src/reports/stacks/render-atlantis.ts";
import { renderGitlabPipeline } from "../../../src/reports/stacks/render-gitlab-pipeline.ts";
import { renderHcp } from "../../../src/reports/stacks/render-hcp.ts";
import { renderMatrix } from "../../../src/reports/stacks/render-matrix.ts";
import { renderStackJson, renderStackTable } from "../../../src/reports/stacks/render-stack-list.ts";
import { renderTerramate } from "../../../src/reports/stacks/render-terramate.ts";
import type { StackEntry } from "../../../src/reports/stacks/stack-entry.ts";
import { atlantisMistakes } from "../../support/atlantis-mistakes.ts";

const LOCAL = { kind: "local", path: "x" } as const;
const CLOUD = {
  kind: "cloud",
  organization: "acme",
  workspace: "shop",
  project: null,
  hostname: "app.terraform.io",
} as const;

function entry(name: string, more: Partial<StackEntry> = {}): StackEntry {
  return {
    name,
    description: "",
    region: "eu-west-1",
    folder: `generated/stacks/${name}`,
    wave: 1,
    after: [],
    backend: LOCAL,
    affected: null,
    ...more,
  };
}

const STACKS = [entry("hub"), entry("shop", { wave: 2, after: ["hub"], description: "The shop." })];
/** What no blueprint can be called: the texts would hold if one could. */
const HOSTILE = 'a"; rm -rf $(x) ${{ github.token }} ${path.root} %{ if true }\n- b: [\u001b[2J\u202e\\';
const hostile = [entry(HOSTILE, { description: HOSTILE, folder: `generated/stacks/${HOSTILE}` })];

const many = (count: number, wave = 1) =>
  Array.from({ length: count }, (_, index) => entry(`s${wave}-${index}`, { wave }));

function atlantisText(stacks: readonly StackEntry[]): string {
  const rendered = renderAtlantis(stacks);
  return "refused" in rendered ? rendered.refused : rendered.text;
}

const projectsOf = (stacks: readonly StackEntry[]): unknown => parse(atlantisText(stacks));

function matrixOf(stacks: readonly StackEntry[], jobs: number | null): unknown {
  const rendered = renderMatrix(stacks, jobs);
  return "refused" in rendered ? rendered.refused : JSON.parse(rendered.matrix);
}

describe("the list of stacks", () => {
  it("is a table, and JSON", () => {
    expect(renderStackTable(STACKS, NO_COLORS, Number.POSITIVE_INFINITY)).toBe(
      "wave  stack  after  folder\n1     hub    -      generated/stacks/hub\n2     shop   hub    generated/stacks/shop\n",
    );
    expect(renderStackTable([], NO_COLORS, Number.POSITIVE_INFINITY)).toBe("no stacks\n");
    expect(JSON.parse(renderStackJson(STACKS))).toMatchObject({
      version: 1,
      stacks: [
        { name: "hub", wave: 1, after: [], backend: "local", affected: null },
        { name: "shop", wave: 2, after: ["hub"], region: "eu-west-1" },
      ],
    });
  });

  it("sends nothing to a terminal but what can be seen", () => {
    for (const text of [
      renderStackTable(hostile, NO_COLORS, Number.POSITIVE_INFINITY),
      renderStackJson(hostile),
    ]) {
      expect(text).not.toContain("\u001b");
      expect(text).not.toContain("\u202e");
    }
  });
});

describe("the matrix", () => {
  it("is one line with a job for each stack", () => {
    expect(renderMatrix(STACKS, null)).toEqual({
      matrix:
        '{"include":[{"name":"hub","wave":1,"stacks":"hub"},{"name":"shop","wave":2,"stacks":"shop"}]}\n',
    });
    expect(renderMatrix([], null)).toEqual({ matrix: '{"include":[]}\n' });
  });

  it("stays within the jobs that GitHub makes of one", () => {
    expect(matrixOf(many(256), null)).toHaveProperty("include.length", 256);
    expect(matrixOf(many(257), null)).toMatch(/^257 stacks are more than the 256 jobs .* --jobs 256/);
    expect(matrixOf([...many(1), ...many(1, 2), ...many(1, 3)], 2)).toBe(
      "3 waves do not fit into 2 jobs: a job has stacks of one wave",
    );
  });

  it.each([
    [[300], 256, 150],
    [[1000], 256, 250],
    [[10, 1], 4, 4],
    [[5, 5], 2, 2],
    [[7], 20, 7],
  ])("puts waves of %j stacks into at most %i jobs, each stack once", (waves, jobs, expected) => {
    const stacks = waves.flatMap((count, index) => many(count, index + 1));
    const rendered = renderMatrix(stacks, jobs);
    if ("refused" in rendered) throw new Error(rendered.refused);
    const include: readonly { wave: number; stacks: string }[] = JSON.parse(rendered.matrix).include;
    expect(include).toHaveLength(expected);
    expect(include.flatMap(({ stacks: names }) => names.split(" "))).toEqual(stacks.map(({ name }) => name));
    for (const { wave, stacks: names } of include)
      for (const name of names.split(" ")) expect(name).toMatch(new RegExp(`^s${wave}-`));
  });

  it("is data where a name is hostile", () => {
    expect(matrixOf(hostile, null)).toEqual({
      include: [{ name: HOSTILE, wave: 1, stacks: HOSTILE }],
    });
    const rendered = renderMatrix(hostile, null);
    expect("matrix" in rendered && rendered.matrix.trimEnd()).not.toContain("\n");
  });
});

describe("a stack of Terramate", () => {
  it("comes after the folders of others", () => {
    expect(STACKS.map(renderTerramate)).toEqual([
      `# Written by: hextet stacks -f terramate\nstack {\n  name = "hub"\n  tags = ["hextet"]\n}\n`,
      `# Written by: hextet stacks -f terramate\nstack {\n  name        = "shop"\n  description = "The shop."\n  tags        = ["hextet"]\n  after       = ["../hub"]\n}\n`,
    ]);
  });

  it("has no template and no second line in a string", () => {
    const lines = hostile.map(renderTerramate).join("").trimEnd().split("\n");
    expect(lines).toHaveLength(6);
    expect(lines[2]).toBe(
      String.raw`  name        = "a\"; rm -rf $(x) $` +
        "${{ github.token }} $${path.root} %%{ if true }" +
        String.raw`\n- b: [\u001b[2J` +
        '\u202e\\\\"',
    );
  });
});

describe("Atlantis's projects", () => {
  it("are ordered, and planned when their Terraform files change", () => {
    expect(projectsOf(STACKS)).toEqual({
      version: 3,
      abort_on_execution_order_fail: true,
      projects: [
        {
          name: "hub",
          dir: "generated/stacks/hub",
          execution_order_group: 1,
          autoplan: { enabled: true, when_modified: expect.arrayContaining(["*.tf.json"]) },
        },
        {
          name: "shop",
          dir: "generated/stacks/shop",
          execution_order_group: 2,
          depends_on: ["hub"],
          autoplan: { enabled: true, when_modified: expect.arrayContaining([".terraform.lock.hcl"]) },
        },
      ],
    });
  });

  it("are data where a name is hostile", () => {
    const named = [entry(HOSTILE, { folder: "generated" })];
    expect(projectsOf(named)).toMatchObject({ projects: [{ name: HOSTILE }] });
  });

  it("are what Atlantis's own reader takes", () => {
    const chain = Array.from({ length: 30 }, (_, at) =>
      entry(`s${at}`, { wave: at + 1, after: at === 0 ? [] : [`s${at - 1}`], description: HOSTILE }),
    );
    for (const stacks of [STACKS, many(300), chain, []])
      expect(atlantisMistakes(atlantisText(stacks))).toEqual([]);
    // The judge is awake.
    expect(atlantisMistakes(atlantisText([entry("a b")]))).toEqual([
      'projects.0.name: "a b" has characters that a URL escapes',
    ]);
    expect(atlantisMistakes(atlantisText([entry("a"), entry("a", { after: ["b"] })]))).toEqual([
      'projects.1.name: "a" is there twice',
      'projects.1.depends_on: there is no project "b"',
    ]);
    expect(atlantisMistakes("version: 3\nprojects: [{ dir: a, colour: 1 }]\n")).toEqual([
      "/projects/0 must NOT have additional properties",
    ]);
  });

  it.each(["../generated/s", "a*/s", "a[b]/s", "what?/s"])("are refused in the folder %s", (folder) => {
    expect(renderAtlantis([entry("s", { folder })])).toEqual({
      refused: `Atlantis takes no folder with *, ?, [ or .. in its name: ${folder}`,
    });
  });
});

describe("a child pipeline of GitLab", () => {
  it("has a job for each stack, behind those of others", () => {
    expect(parse(renderGitlabPipeline(STACKS))).toEqual({
      include: [{ local: ".gitlab/hextet-plan.yml" }],
      "plan hub": { extends: ".hextet-plan", variables: { HEXTET_STACK: "hub" }, needs: [] },
      "plan shop": { extends: ".hextet-plan", variables: { HEXTET_STACK: "shop" }, needs: ["plan hub"] },
    });
    expect(Object.keys(Object(parse(renderGitlabPipeline([]))))).toEqual(["no stacks"]);
  });

  it("has no variable of GitLab's in a name", () => {
    expect(parse(renderGitlabPipeline([entry("$CI_TOKEN")]))).toHaveProperty(
      ["plan $CI_TOKEN", "variables", "HEXTET_STACK"],
      "$$CI_TOKEN",
    );
  });
});

describe("workspaces of HCP Terraform", () => {
  const cloud = (name: string, more: Partial<StackEntry> = {}, backend = {}) =>
    entry(name, { ...more, backend: { ...CLOUD, workspace: name, ...backend } });
  const jsonOf = (stacks: readonly StackEntry[]): unknown => {
    const rendered = renderHcp(stacks);
    return "refused" in rendered ? rendered.refused : JSON.parse(rendered.text);
  };

  it("are started by those before them", () => {
    const stacks = [cloud("hub"), cloud("shop", { after: ["hub"] }, { project: "shops" })];
    expect(jsonOf(stacks)).toMatchObject({
      provider: { tfe: { hostname: "app.terraform.io" } },
      data: { tfe_project: { shop: { name: "shops", organization: "acme" } } },
      resource: {
        tfe_workspace: {
          hub: {
            name: "hub",
            organization: "acme",
            working_directory: "generated/stacks/hub",
            trigger_patterns: ["/generated/stacks/hub/*"],
          },
          shop: { project_id: "${data.tfe_project.shop.id}" },
        },
        tfe_run_trigger: {
          hub_shop: {
            workspace_id: "${tfe_workspace.shop.id}",
            sourceable_id: "${tfe_workspace.hub.id}",
          },
        },
      },
    });
    expect(jsonOf([cloud("hub")])).not.toHaveProperty("resource.tfe_run_trigger");
  });

  it("are refused where there can be none", () => {
    expect(jsonOf(STACKS)).toMatch(/neither cloud nor remote: hub, shop$/);
    expect(jsonOf([cloud("a"), cloud("b", {}, { hostname: "tfe.example.com" })])).toBe(
      "the workspaces are on several hosts: app.terraform.io, tfe.example.com",
    );
    const sources = Array.from({ length: 21 }, (_, index) => `s${index}`);
    expect(jsonOf([cloud("a", { after: sources })])).toMatch(/^"a" comes after 21 stacks, .* 20 others/);
  });

  it("have no template in what people wrote", () => {
    const json = jsonOf([cloud("shop", { description: "a ${b} %{c}" })]);
    expect(json).toHaveProperty("resource.tfe_workspace.shop.description", "a $${b} %%{c}");
  });
});
