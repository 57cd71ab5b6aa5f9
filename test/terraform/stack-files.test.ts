import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderHcp } from "../../src/reports/stacks/render-hcp.ts";
import { renderTerramate } from "../../src/reports/stacks/render-terramate.ts";
import type { StackEntry } from "../../src/reports/stacks/stack-entry.ts";
import { at, isObject, parseJson } from "../support/json.ts";
import { run } from "../support/run.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

/** What a description can be, and what no name or folder can be. */
const HOSTILE =
  'a"; $(x) ${{ github.token }} ${path.root} %{ if true } $${x} %%{y} \\ \n- b: [\t\u0000\u0007\u001b[2J\u007f\u0085\u202e\u2028<script>]]>`é😀';

function entry(name: string, more: Partial<StackEntry> = {}): StackEntry {
  const backend = {
    kind: "cloud",
    organization: "acme",
    workspace: name,
    project: null,
    hostname: "tfe.example.com",
  } as const;
  return {
    name,
    description: HOSTILE,
    region: "eu-west-1",
    folder: `generated/stacks/${name}`,
    wave: 1,
    after: [],
    backend,
    affected: null,
    ...more,
  };
}

const SHOP = entry("shop", {
  after: ["hub", "data"],
  backend: {
    kind: "cloud",
    organization: HOSTILE,
    workspace: "w ${x}",
    project: "p %{y}",
    hostname: "tfe.example.com",
  },
});

/** Arguments of hashicorp/tfe 0.71, by what has them; true: it must be written. */
const ARGUMENTS: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  tfe_workspace: {
    name: true,
    organization: false,
    description: false,
    project_id: false,
    working_directory: false,
    file_triggers_enabled: false,
    trigger_patterns: false,
  },
  tfe_run_trigger: { workspace_id: true, sourceable_id: true },
  tfe_project: { name: true, organization: false },
  vcs_repo: { identifier: true, branch: false, oauth_token_id: false, github_app_installation_id: false },
};

describeWithTools("Terraform reads what is written for others", findTerraform(), ({ command }) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "hextet-stack-files-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const terraform = (args: readonly string[], input?: string) =>
    run(command, args, {
      cwd: folder,
      env: { PATH: process.env["PATH"] ?? "", HOME: folder, CHECKPOINT_DISABLE: "1" },
      timeout: 240_000,
      ...(input === undefined ? {} : { input }),
    });
  /** The outputs of a configuration that needs no provider. */
  const outputsOf = async (...flags: readonly string[]): Promise<unknown> => {
    await terraform(["init", "-input=false"]);
    await terraform(["apply", "-auto-approve", "-input=false", ...flags]);
    return at(parseJson((await terraform(["output", "-json"])).stdout, "outputs"), "all", "value");
  };

  test("Terramate's file is HCL in its usual form, and its values are those of the blueprint", async () => {
    const text = renderTerramate(SHOP);
    expect((await terraform(["fmt", "-"], text)).stdout).toBe(text);
    // Terramate evaluates the attributes of `stack` as Terraform does those of `locals`.
    const names = ["name", "description", "tags", "after"];
    const all = names.map((name) => `${name} = local.${name}`).join("\n");
    writeFileSync(
      join(folder, "main.tf"),
      `${text.replace("stack {", "locals {")}output "all" {\n value = {\n${all}\n}\n}\n`,
    );
    expect(await outputsOf()).toEqual({
      name: "shop",
      description: HOSTILE,
      tags: ["hextet"],
      after: ["../hub", "../data"],
    });
    rmSync(join(folder, "main.tf"));
  });

  test("HCP's workspaces have arguments of their provider, references that hold, and the blueprint's values", async () => {
    const rendered = renderHcp([entry("hub"), entry("data"), SHOP]);
    if ("refused" in rendered) throw new Error(rendered.refused);
    const shape = parseJson(rendered.text, "workspaces");
    const { resource, data } = { resource: at(shape, "resource"), data: at(shape, "data") };
    expect(Object.keys(Object(resource))).toEqual(["tfe_workspace", "tfe_run_trigger"]);
    const bodies = [...bodiesIn(resource), ...bodiesIn(data)];
    expect(bodies.map(({ type, name }) => `${type}.${name}`)).toEqual([
      "tfe_workspace.hub",
      "tfe_workspace.data",
      "tfe_workspace.shop",
      "tfe_run_trigger.hub_shop",
      "tfe_run_trigger.data_shop",
      "tfe_project.shop",
    ]);
    for (const { type, body } of bodies)
      expectArguments(
        type,
        Object.keys(body).filter((key) => key !== "dynamic"),
      );
    expectArguments(
      "vcs_repo",
      Object.keys(Object(at(shape, "resource", "tfe_workspace", "hub", "dynamic", "vcs_repo", "content"))),
    );
    // The provider is not there: what is built in stands in for its resources, and all expressions are Terraform's.
    writeFileSync(join(folder, "main.tf.json"), standIn(shape, bodies));
    const repository = { identifier: "acme/net", branch: "main" };
    const made = await outputsOf("-var", `vcs_repo=${JSON.stringify(repository)}`);
    expect(at(made, "tfe_workspace.shop")).toEqual({
      name: "w ${x}",
      organization: HOSTILE,
      project_id: "id of tfe_project.shop",
      description: HOSTILE,
      working_directory: "generated/stacks/shop",
      file_triggers_enabled: true,
      trigger_patterns: ["/generated/stacks/shop/*"],
      vcs_repo: [{ ...repository, oauth_token_id: null, github_app_installation_id: null }],
    });
    expect(at(made, "tfe_project.shop")).toEqual({ name: "p %{y}", organization: HOSTILE });
    expect(at(made, "tfe_run_trigger.data_shop")).toEqual({
      workspace_id: "id of tfe_workspace.shop",
      sourceable_id: "id of tfe_workspace.data",
    });
    expect(at(await outputsOf(), "tfe_workspace.hub", "vcs_repo")).toEqual([]);
    rmSync(join(folder, "main.tf.json"));
  });
});

interface Made {
  readonly type: string;
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
}

function bodiesIn(section: unknown): readonly Made[] {
  return Object.entries(Object(section)).flatMap(([type, named]) =>
    Object.entries(Object(named)).map(([name, body]) => {
      if (!isObject(body)) throw new Error(`${type}.${name} is no object`);
      return { type, name, body };
    }),
  );
}

function expectArguments(type: string, written: readonly string[]): void {
  const known = ARGUMENTS[type] ?? {};
  expect({ type, unknown: written.filter((one) => !(one in known)) }).toEqual({ type, unknown: [] });
  const needed = Object.keys(known).filter((one) => known[one]);
  expect({ type, missing: needed.filter((one) => !written.includes(one)) }).toEqual({ type, missing: [] });
}

/** The same expressions as local values; the blocks of `dynamic` become what Terraform makes of a `for`. */
function standIn(shape: unknown, bodies: readonly Made[]): string {
  const values = bodies.map(({ type, name, body }) => {
    const { dynamic, ...rest } = body;
    const repeated = at(dynamic, "vcs_repo");
    const blocks = repeated === undefined ? {} : { vcs_repo: forOf(repeated) };
    return [`${type}.${name}`, { ...rest, ...blocks }] as const;
  });
  const text = JSON.stringify(Object.fromEntries(values)).replace(
    /\$\{(?:data\.)?(tfe_\w+)\.([\w-]+)\.id\}/g,
    (_, type: string, name: string) => {
      if (!bodies.some((one) => one.type === type && one.name === name))
        throw new Error(`no ${type}.${name}`);
      return `id of ${type}.${name}`;
    },
  );
  return JSON.stringify({
    variable: at(shape, "variable"),
    output: { all: { value: JSON.parse(text) } },
  });
}

function forOf(repeated: unknown): string {
  const content = Object.entries(Object(at(repeated, "content"))).map(
    ([key, value]) => `${key} = ${bare(value).replace("vcs_repo.value", "one")}`,
  );
  return `\${[for one in ${bare(at(repeated, "for_each"))} : { ${content.join(", ")} }]}`;
}

/** An expression without its template. */
function bare(value: unknown): string {
  return String(value).replace(/^\$\{(.*)\}$/, "$1");
}
