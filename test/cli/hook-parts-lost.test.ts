import { describe, expect, it } from "vitest";
import { at, parseJson } from "../support/json.ts";
import { findingLines, makeProject, type Project, smallBlueprint } from "./project.ts";

const GROUP = "{ protocol: HTTP, port: 80, ipAddressType: ipv6 }";
const blueprint = (groups: readonly string[], terraform = "hooks: { target-group-ipv6: hook }") =>
  [
    `${smallBlueprint("app")}terraform: { ${terraform} }`,
    `targetGroups: { ${groups.map((name) => `${name}: ${GROUP}`).join(", ")} }`,
    "",
  ].join("\n");
/** The project with the blueprints, and with no need of an AWS CLI here. */
const projectOf = (blueprints: Readonly<Record<string, string>>) => {
  const project = makeProject(blueprints);
  project.write(
    "cdktf.json",
    JSON.stringify({ output: "generated", context: { hextetAwsCli: "elsewhere" } }),
  );
  return project;
};
const STACK = "generated/stacks/app/cdk.tf.json";
const removedOwners = (project: Project) =>
  at(
    parseJson(project.read(STACK), "the stack"),
    ..."resource terraform_data removed_target_group_ipv6 input OWNERS".split(" "),
  );
const refusal = async (project: Project, command = "synth") => {
  const { status, stderr } = await project.hextet(command);
  expect(status).toBe(1);
  const lines = findingLines(stderr).filter((line) => line.includes("[hooks/part-lost]"));
  expect(lines).toHaveLength(1);
  return { line: lines[0], hint: /\[hooks\/part-lost\]\n.*= hint: (.*)/.exec(stderr)?.[1] };
};

describe("a part that a hook no longer makes", () => {
  const SAYS = `${STACK}: error: what a provider hook made is gone from the blueprint, and nothing would delete it in AWS: `;

  it("is refused by all that write, nothing is written, and the finding says what to write", async () => {
    const project = projectOf({ "app.yaml": blueprint(["a", "b", "c"]) });
    expect(await project.hextet("synth")).toMatchObject({ status: 0 });
    const before = project.read(STACK);
    project.write("blueprints/app.yaml", blueprint(["b"]));
    expect(await refusal(project)).toEqual({
      line: `${SAYS}a of target-group-ipv6, c of target-group-ipv6 [hooks/part-lost]`,
      hint: "write terraform: { removed: { target-group-ipv6: [a, c] } } in the blueprint, and keep it until it is applied everywhere",
    });
    expect((await refusal(project, "check")).line).toContain(SAYS);
    const main = await project.main();
    expect(main.status).toBe(1);
    expect(main.stderr).toContain(SAYS);
    expect(project.read(STACK)).toBe(before);
  });

  it("is deleted by what is written then, until the entry is taken out again", async () => {
    const project = projectOf({ "app.yaml": blueprint(["a", "b"]) });
    await project.hextet("synth");
    const some = "removed: { target-group-ipv6: [a] }, hooks: { target-group-ipv6: hook }";
    project.write("blueprints/app.yaml", blueprint(["b"], some));
    expect(await project.hextet("synth")).toMatchObject({ status: 0 });
    expect(removedOwners(project)).toBe("app/target-group-ipv6/a");

    project.write("blueprints/app.yaml", blueprint(["b"], some.replace(": hook", ": native")));
    expect((await refusal(project)).hint).toContain("{ removed: { target-group-ipv6: [a, b] } }");
    const all = "removed: { target-group-ipv6: [b, a] }, hooks: { target-group-ipv6: native }";
    project.write("blueprints/app.yaml", blueprint(["b"], all));
    expect(await project.hextet("synth")).toMatchObject({ status: 0 });
    expect(removedOwners(project)).toBe("app/target-group-ipv6/a\napp/target-group-ipv6/b");

    project.write("blueprints/app.yaml", blueprint(["b"], "hooks: { target-group-ipv6: native }"));
    expect(await project.hextet("synth")).toMatchObject({ status: 0 });
    expect(project.read(STACK)).not.toContain("terraform_data");
  });

  it("goes with a stack only after the stack is destroyed", async () => {
    const project = projectOf({
      "app.yaml": blueprint(["a"]),
      "other.yaml": smallBlueprint("other"),
    });
    await project.hextet("synth");
    project.write("blueprints/app.yaml", blueprint(["a"]).replace("name: app", "name: renamed"));
    expect(await refusal(project)).toEqual({
      line: `${STACK}: error: the stack's blueprint is gone, and with this file would go the steps that delete what provider hooks made: a of target-group-ipv6 [hooks/part-lost]`,
      hint: "run terraform destroy in generated/stacks/app, then delete that folder",
    });
    expect(project.exists("generated/stacks/renamed")).toBe(false);
    await project.command("rm", ["-r", "generated/stacks/app"]);
    expect(await project.hextet("synth")).toMatchObject({ status: 0 });
    expect(project.exists("generated/stacks/renamed")).toBe(true);
  });
});

describe("a part of a hook of the project's own", () => {
  const module = (isMaking: boolean, more = "") => `import { addCliStep } from "hextet/cli-step";
export const hook = {
  id: "mine", title: "Mine.", afterClosing: "works", automatic: true,
  gaps: [{ resource: "aws_vpc", argument: "new", condition: null, closedIn: null, upstream: "https://example.com" }],
  apply(stack, { network }) {
    ${isMaking ? STEP : ""}
    return { outputs: {} };
  },
  ${more}
};`;
  const STEP = `addCliStep(stack, network, {
      id: "mine_web", values: {}, create: "true\\n", destroy: "true\\n", part: { hook: "mine", name: "web" },
    });`;
  const REMOVE = `remove(stack, { network, names }) {
    addCliStep(stack, network, { id: "removed_mine", values: { NAMES: names.join(" ") }, create: "true\\n", destroy: null });
  },`;
  const projectWith = async (hook: string) => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    project.write("hooks/mine.mjs", hook.replace("hextet/cli-step", CLI_STEP));
    project.write(
      "cdktf.json",
      JSON.stringify({ output: "generated", context: { hextetHooks: ["./hooks/mine.mjs"] } }),
    );
    expect(await project.hextet("synth")).toMatchObject({ status: 0 });
    return project;
  };
  const CLI_STEP = new URL("../../dist/cli-step.cjs", import.meta.url).href;
  const edit = (project: Project, hook: string) =>
    project.write("hooks/mine.mjs", hook.replace("hextet/cli-step", CLI_STEP));
  const withEntry = `${smallBlueprint("app")}terraform: { removed: { mine: [web] } }\n`;

  it("is deleted by the hook's own remove", async () => {
    const project = await projectWith(module(true, REMOVE));
    edit(project, module(false, REMOVE));
    expect((await refusal(project)).hint).toMatch(/^write terraform: \{ removed: \{ mine: \[web\] \} \}/);
    project.write("blueprints/app.yaml", withEntry);
    expect(await project.hextet("synth")).toMatchObject({ status: 0 });
    const step = at(
      parseJson(project.read(STACK), "the stack"),
      "resource",
      "terraform_data",
      "removed_mine",
    );
    expect(at(step, "input", "NAMES")).toBe("web");
  });

  it("has to be destroyed first where the hook cannot", async () => {
    const project = await projectWith(module(true));
    edit(project, module(false));
    expect((await refusal(project)).hint).toBe(
      "run terraform destroy -target=terraform_data.mine_web in generated/stacks/app, then write terraform: { removed: { mine: [web] } } in the blueprint, and keep it until it is applied everywhere",
    );
    project.write("blueprints/app.yaml", withEntry);
    expect(await project.hextet("synth")).toMatchObject({ status: 0 });
  });

  it("is not forgotten with the hook", async () => {
    const project = await projectWith(module(true));
    project.write("cdktf.json", "{}");
    expect((await refusal(project)).hint).toBe(
      "name the hook's module in cdktf.json again; or run terraform destroy -target=terraform_data.mine_web in generated/stacks/app, then delete this file",
    );
  });

  it("needs a name where it has a destroy script", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    edit(project, module(true).replace(', part: { hook: "mine", name: "web" }', ""));
    project.write(
      "cdktf.json",
      JSON.stringify({ output: "generated", context: { hextetHooks: ["./hooks/mine.mjs"] } }),
    );
    const { status, stderr } = await project.hextet("synth");
    expect(status).toBe(1);
    expect(findingLines(stderr)[0]).toContain(
      "the hook mine failed (the step mine_web has a destroy script and no part)",
    );
  });
});
