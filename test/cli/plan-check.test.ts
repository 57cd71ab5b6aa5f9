import { describe, expect, it } from "vitest";
import { findingLines, makeProject, type Project, smallBlueprint } from "./project.ts";

/** A project whose output of before lies in `old/`. */
async function edited(from: string, to: string): Promise<Project> {
  const project = makeProject({ "shop.yaml": smallBlueprint("shop") });
  expect((await project.hextet("synth")).status).toBe(0);
  await project.command("cp", ["-r", "generated", "old"]);
  project.write("blueprints/shop.yaml", smallBlueprint("shop").replace(from, to));
  expect((await project.hextet("synth")).status).toBe(0);
  return project;
}

/** A plan of the project's stack that does these things, as `terraform show -json` tells it. */
function writePlan(project: Project, actions: Readonly<Record<string, readonly string[]>>): void {
  const stack: unknown = JSON.parse(project.read("generated/stacks/shop/cdk.tf.json"));
  const types: unknown = Object(stack).resource;
  const addresses = Object.entries(Object(types)).flatMap(([type, ones]) =>
    Object.keys(Object(ones)).map((name) => `${type}.${name}`),
  );
  const plan = {
    format_version: "1.2",
    configuration: {
      root_module: { resources: addresses.map((address) => ({ address, mode: "managed" })) },
    },
    resource_changes: addresses.map((address) => ({
      address,
      mode: "managed",
      change: {
        actions: actions[address] ?? ["no-op"],
        before: { tags_all: {} },
        after: { tags_all: { team: "a" } },
      },
    })),
  };
  project.write("plan.json", JSON.stringify(plan));
}

const CHECK = ["plan", "check", "shop", "--plan", "plan.json", "--base", "old"];

describe("hextet plan check", () => {
  it("passes a plan that does what was shown, and nothing else", async () => {
    const project = await edited("description: ", 'tags: { team: "a" }\ndescription: ');
    // Default tags are on every resource: none of them differs by itself in the output.
    writePlan(project, { "aws_vpc.main": ["update"] });
    const { status, stderr, stdout } = await project.hextet(...CHECK);
    expect([status, stdout + stderr]).toEqual([0, 'plan.json does what the review of "shop" showed\n']);
  });

  it("does not say beside a warning that the plan does what was shown", async () => {
    const project = await edited("x", "x");
    writePlan(project, { "aws_vpc.main": ["update"] });
    const { status, stderr } = await project.hextet(...CHECK);
    expect([status, findingLines(stderr)]).toEqual([
      0,
      [
        "plan.json: warning: aws_vpc.main is changed (tags_all), which the review did not show [plan/unannounced-change]",
      ],
    ]);
    expect(stderr).toMatch(
      /plan\.json destroys and replaces nothing that the review of "shop" did not show\n$/,
    );
    expect(stderr).not.toContain("does what");
  });

  it("refuses a plan of an empty configuration", async () => {
    const project = await edited("x", "x");
    project.write("plan.json", JSON.stringify({ format_version: "1.2", configuration: { root_module: {} } }));
    const { status, stderr } = await project.hextet(...CHECK);
    expect([status, stderr]).toEqual([1, expect.stringContaining("[plan/of-another-stack]")]);
  });

  it("fails at a destruction that was not shown, and at a loss that is not allowed", async () => {
    const project = await edited("10.20.0.0/16", "10.30.0.0/16");
    writePlan(project, { "aws_vpc.main": ["delete", "create"], "aws_route_table.app": ["delete", "create"] });
    const { status, stderr } = await project.hextet(...CHECK);
    expect(status).toBe(1);
    expect(findingLines(stderr)).toEqual([
      "plan.json: error: aws_vpc.main is replaced, and an address or name that others may know is lost [plan/loss-not-allowed]",
    ]);
    const allowed = await project.hextet(...CHECK, "--allow", "aws_vpc.main");
    expect(allowed.status).toBe(0);
    writePlan(project, {
      "aws_egress_only_internet_gateway.main": ["create", "delete"],
      "aws_subnet.app_a": ["forget"],
    });
    expect(findingLines((await project.hextet(...CHECK)).stderr)).toEqual([
      "plan.json: error: aws_subnet.app_a leaves Terraform's hands, which the review did not show [plan/unannounced-loss]",
    ]);
  });

  it("refuses what is no plan, and a stack that is not there", async () => {
    const project = await edited("x", "x");
    project.write("plan.json", "[]");
    const { status, stderr } = await project.hextet(...CHECK);
    expect(status).toBe(1);
    expect(stderr).toContain("this is no JSON object");
    const other = await project.hextet("plan", "check", "store", "--plan", "plan.json", "--base", "old");
    expect([other.status, other.stderr]).toEqual([
      2,
      'hextet: no blueprint makes a stack "store": known: shop\n',
    ]);
  });
});
