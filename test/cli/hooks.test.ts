import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { at, isObject, parseJson } from "../support/json.ts";
import { findingLines, hasStackTrace, makeProject, type Project, ROOT, smallBlueprint } from "./project.ts";

const EXAMPLE = join(ROOT, "blueprints/hooks/public-ipv6-names.ts");
/** A blueprint that needs what the example hook does. */
const needing = `${smallBlueprint("app")}    edge: { addressing: dual-stack, internet: public, slot: 2 }
    six: { addressing: ipv6-only, internet: public, slot: 3 }
compute:
  instances:
    both: { subnet: edge, zone: a, instanceType: t4g.small, os: amazon-linux-2023, elasticIp: true }
    six: { subnet: six, zone: a, instanceType: t4g.small, os: amazon-linux-2023 }
    inside: { subnet: app, zone: a, instanceType: t4g.small, os: amazon-linux-2023 }
`;

const projectWith = (hook: string, blueprint = smallBlueprint("app")): Project => {
  const project = makeProject({ "app.yaml": blueprint });
  project.write("hooks/mine.mjs", hook);
  project.write(
    "cdktf.json",
    JSON.stringify({ output: "generated", context: { hextetHooks: ["./hooks/mine.mjs"] } }),
  );
  return project;
};

const mine = (apply: string, more = "") => `export const hook = {
  id: "mine", title: "Mine.", afterClosing: "works", automatic: true, ${more}
  gaps: [{ resource: "aws_vpc", argument: "new", condition: null, closedIn: null, upstream: "https://example.com" }],
  apply(stack, { network, made }) { ${apply} },
};`;

describe("a hook of the project's own", () => {
  it("is applied: its resource and its output are in the stack", async () => {
    const project = makeProject({ "app.yaml": needing });
    project.write("cdktf.json", JSON.stringify({ output: "generated", context: { hextetHooks: [EXAMPLE] } }));
    expect(await project.hextet("synth")).toMatchObject({ status: 0 });
    const json = parseJson(project.read("generated/stacks/app/cdk.tf.json"), "the stack");
    const steps = at(json, "resource", "terraform_data");
    expect(Object.keys(isObject(steps) ? steps : {})).toEqual([
      "aws_cli",
      "public_ipv6_name_both",
      "public_ipv6_name_six",
    ]);
    expect(at(steps, "public_ipv6_name_both", "triggers_replace")).toEqual({
      INTERFACE: "${aws_instance.both.primary_network_interface_id}",
      TYPE: "public-dual-stack-dns-name",
    });
    expect(at(steps, "public_ipv6_name_six", "triggers_replace")).toEqual({
      INTERFACE: "${aws_instance.six.primary_network_interface_id}",
      TYPE: "public-ipv6-dns-name",
    });
    expect(at(json, "output", "public-ipv6-names", "value")).toBe(
      "${terraform_data.public_ipv6_name_both.id} ${terraform_data.public_ipv6_name_six.id}",
    );
  });

  it("that has no step with the AWS CLI leaves the stack without any", async () => {
    const second = 'new made.vpc.constructor(stack, "aws_vpc.second", { cidrBlock: "10.99.0.0/16" })';
    const project = projectWith(mine(`${second}; return { outputs: {} }`));
    expect(await project.hextet("synth")).toMatchObject({ status: 0 });
    const json = parseJson(project.read("generated/stacks/app/cdk.tf.json"), "the stack");
    expect(at(json, "resource", "aws_vpc", "second", "cidr_block")).toBe("10.99.0.0/16");
    expect(at(json, "resource", "terraform_data")).toBeUndefined();
    expect(at(json, "resource", "aws_vpc", "main", "depends_on")).toBeUndefined();
  });

  it("lies beside the blueprints without being taken for one", async () => {
    const project = makeProject({
      "app.yaml": smallBlueprint("app"),
      "hooks/mine.mjs": mine("return { outputs: {} }"),
    });
    project.write("blueprints/hooks/notes.md", "not a blueprint");
    project.write(
      "cdktf.json",
      JSON.stringify({ output: "generated", context: { hextetHooks: ["./blueprints/hooks/mine.mjs"] } }),
    );
    const { status, stderr } = await project.hextet("synth");
    expect({ status, findings: findingLines(stderr) }).toEqual({ status: 0, findings: [] });
  });

  it("is listed with its state", async () => {
    const project = projectWith(mine("return { outputs: {} }"));
    const { stdout, status } = await project.hextet("hooks", "--format", "json");
    expect(status).toBe(0);
    const hooks = at(parseJson(stdout, "hooks"), "stacks", 0, "hooks");
    expect(hooks).toContainEqual(
      expect.objectContaining({
        id: "mine",
        state: "hook",
        reason: "no provider version is known to have aws_vpc.new",
      }),
    );
  });

  it.each([
    ["throws", 'throw new Error("no way")', "the hook mine failed (no way)"],
    ["returns nothing", "", "the hook mine does not return { outputs: { <name>: <text> } }"],
    ["returns a promise", "return Promise.resolve({ outputs: {} })", "the hook mine does not return"],
    ["returns numbers", "return { outputs: { one: 1 } }", "the hook mine does not return"],
    [
      "claims an address twice",
      "new made.vpc.constructor(stack, 'aws_vpc.main', { cidrBlock: '10.0.0.0/16' }); return { outputs: {} }",
      "the hook mine failed (There is already a Construct with name 'aws_vpc.main'",
    ],
    [
      "claims an address twice by another way",
      "new made.vpc.constructor(made.vpc, 'main', { cidrBlock: '10.0.0.0/16' }); return { outputs: {} }",
      "the hook mine claims aws_vpc.main a second time",
    ],
  ])("that %s is a finding that names it, and nothing is written", async (_, apply, message) => {
    const project = projectWith(mine(apply));
    const { status, stderr } = await project.hextet("synth");
    expect(status).toBe(1);
    expect(findingLines(stderr)).toEqual([expect.stringContaining(message)]);
    expect(findingLines(stderr)[0]).toContain("[hooks/failed]");
    expect(hasStackTrace(stderr)).toBe(false);
    expect(project.exists("generated")).toBe(false);
  });

  it.each([
    ["export const hook = 7;", "hooks/wrong-shape", "the hook is not exported"],
    ["export const other = {};", "hooks/wrong-shape", "the hook is not exported"],
    [mine("").replace('id: "mine"', 'id: "My Hook"'), "hooks/wrong-shape", "has no `id`"],
    [mine("").replace("closedIn: null", "closedIn: 6"), "hooks/wrong-shape", "has no list `gaps`"],
    [mine("").replace('"works"', '"maybe"'), "hooks/wrong-shape", "afterClosing"],
    [mine("").replace('id: "mine"', 'id: "target-group-ipv6"'), "hooks/wrong-shape", "the id of another"],
    ["throw new Error('not today');", "hooks/cannot-load", "not today"],
    ["export const = ;", "hooks/cannot-load", "cannot be loaded"],
  ])("%s is refused", async (hook, rule, message) => {
    const { status, stderr } = await projectWith(hook).hextet("validate");
    expect(status).toBe(1);
    const [line = ""] = findingLines(stderr);
    expect(line).toContain(`[${rule}]`);
    expect(line).toContain(message);
    expect(line).toContain("./hooks/mine.mjs");
  });

  it("works with what cdktf.json runs, too", async () => {
    const project = projectWith(mine('throw new Error("no way")'));
    const { status, stderr } = await project.main();
    expect(status).toBe(1);
    expect(stderr).toContain("the hook mine failed (no way)");
  });
});

test("a hextetHooks that is no list of paths, and a cdktf.json that is no JSON, are findings", async () => {
  const project = makeProject({ "app.yaml": smallBlueprint("app") });
  project.write("cdktf.json", JSON.stringify({ output: "generated", context: { hextetHooks: "./mine.ts" } }));
  expect((await project.hextet("validate")).stderr).toContain("context.hextetHooks is no list of paths");
  project.write("cdktf.json", "{");
  expect((await project.hextet("validate")).stderr).toContain("it is not JSON");
});

const hooked = `${smallBlueprint("app")}terraform: { hooks: { target-group-ipv6: hook } }
targetGroups: { web: { protocol: HTTP, port: 80, ipAddressType: ipv6 } }
`;

describe("without the AWS CLI on the PATH", () => {
  const env = { PATH: "/nonexistent" };

  const says = (steps: string) =>
    `applying this stack needs the AWS CLI (aws), which is not on the PATH here: ${steps} [hooks/aws-cli-missing]`;
  const SAYS = says(
    "terraform_data.target_group_ipv6_settings_web, terraform_data.target_group_ipv6_sweep_web, terraform_data.target_group_ipv6_web",
  );

  it.each([
    ["uses a hook", hooked, SAYS],
    [
      "still has to delete what one made",
      `${smallBlueprint("app")}terraform: { removed: { target-group-ipv6: [web] } }\n`,
      says("terraform_data.removed_target_group_ipv6"),
    ],
  ])("a stack that %s is refused, and the finding says what to do", async (_, blueprint, SAYS) => {
    const project = makeProject({ "app.yaml": blueprint });
    const { status, stderr } = await project.hextetWith(env, "synth");
    expect(status).toBe(1);
    expect(findingLines(stderr).at(-1)).toBe(`generated/stacks/app/cdk.tf.json: error: ${SAYS}`);
    expect(stderr).toContain('write "context": { "hextetAwsCli": "elsewhere" } in cdktf.json');
    expect(project.exists("generated")).toBe(false);
    const main = await project.main(env);
    expect(main.status).toBe(1);
    expect(main.stderr).toContain(SAYS);
    expect(project.exists("generated")).toBe(false);
  });

  it("that is applied elsewhere it is a note, with --strict too", async () => {
    const accepted = "accept: [{ rule: target-group-unused, at: targetGroups.web, reason: for a test }]\n";
    const project = makeProject({ "app.yaml": hooked + accepted });
    project.write(
      "cdktf.json",
      JSON.stringify({ output: "generated", context: { hextetAwsCli: "elsewhere" } }),
    );
    for (const strict of [["--strict"], []]) {
      const { stderr } = await project.hextetWith(env, "synth", ...strict);
      expect(findingLines(stderr)).toContain(`generated/stacks/app/cdk.tf.json: note: ${SAYS}`);
    }
    expect(project.exists("generated/stacks/app/cdk.tf.json")).toBe(true);
    const main = await project.main(env);
    expect(main.status).toBe(0);
    expect([main.stderr, main.stdout]).toEqual(["", expect.stringContaining(`note: ${SAYS}`)]);
  });

  it("a step of a hook of the project's own needs it as well, and a hook of its own without steps does not", async () => {
    const project = makeProject({ "app.yaml": needing });
    project.write("cdktf.json", JSON.stringify({ output: "generated", context: { hextetHooks: [EXAMPLE] } }));
    const { status, stderr } = await project.hextetWith(env, "synth");
    expect(status).toBe(1);
    expect(stderr).toContain(
      says("terraform_data.public_ipv6_name_both, terraform_data.public_ipv6_name_six"),
    );
    expect(project.exists("generated")).toBe(false);
    const other = projectWith(mine("return { outputs: {} }"));
    expect(await other.hextetWith(env, "synth")).toMatchObject({ status: 0 });
  });

  it("nothing that writes nothing looks for it", async () => {
    const project = makeProject({ "app.yaml": hooked });
    for (const command of ["validate", "check", "hooks"]) {
      const { stderr } = await project.hextetWith(env, command);
      expect(stderr).not.toContain("AWS CLI");
    }
  });

  it("a stack without hooks is not", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    const { status, stderr } = await project.hextetWith(env, "synth", "--strict");
    expect(status).toBe(0);
    expect(stderr).not.toContain("AWS CLI");
  });
});
