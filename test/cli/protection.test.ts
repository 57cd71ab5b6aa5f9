import { describe, expect, it } from "vitest";
import { findingLines, makeProject, type Project, smallBlueprint } from "./project.ts";

const FILE = "generated/stacks/shop/cdk.tf.json";

const database = (settings: string) => `
rds:
  subnetGroups: { main: { subnets: [app] } }
  instances:
    orders: { engine: postgres, engineVersion: "17.4", instanceClass: db.t4g.small, allocatedStorageGib: 20, subnetGroup: main${settings} }
`;

async function withDatabase(settings = ""): Promise<Project> {
  const project = makeProject({ "shop.yaml": smallBlueprint("shop") + database(settings) });
  expect((await project.hextet("synth")).status).toBe(0);
  return project;
}

const write = (project: Project, rest: string) =>
  project.write("blueprints/shop.yaml", smallBlueprint("shop") + rest);

const MAY_GO = "terraform: { mayDestroy: [aws_db_instance.orders] }\n";

describe("a database that is taken out of its blueprint", () => {
  it("is protected by AWS: synth and check refuse, whatever the blueprint allows, and tell the two steps", async () => {
    const project = await withDatabase();
    const before = project.tree("generated");
    for (const rest of ["", MAY_GO]) {
      write(project, rest);
      for (const command of ["synth", "check"]) {
        const { status, stderr } = await project.hextet(command);
        expect([command, status]).toEqual([command, 1]);
        expect(findingLines(stderr).filter((line) => line.includes(": error: "))).toContain(
          `${FILE}: error: aws_db_instance.orders is destroyed, and AWS refuses that while its deletion protection is on [change/still-protected]`,
        );
        expect(stderr).toContain(
          "make two applies: take this edit back and write deletionProtection: false; then make it again, with terraform.mayDestroy: [aws_db_instance.orders]",
        );
      }
      const { status, stderr } = await project.hextet("diff", "generated");
      expect([status, findingLines(stderr).length]).toEqual([5, 1]);
    }
    expect(project.tree("generated")).toEqual(before);
    const cdktf = await project.main({ CDKTF_OUTDIR: "generated" });
    expect([cdktf.status, cdktf.stderr]).toEqual([1, expect.stringContaining("[change/still-protected]")]);
  });

  it("goes in two steps, each of which a reviewer sees", async () => {
    const project = await withDatabase();
    await project.command("cp", ["-r", "generated", "old"]);
    write(project, database(", deletionProtection: false"));
    const first = await project.hextet("diff", "old");
    expect([first.status, first.stderr]).toEqual([0, ""]);
    expect(first.stdout).toMatch(/^stack shop: 1 changed\n/);
    expect(first.stdout).toContain("no longer protected from destruction: aws_db_instance.orders\n");
    expect(first.stdout).toContain("deletion_protection: true -> false\n");
    expect((await project.hextet("synth")).status).toBe(0);

    write(project, "");
    const refused = await project.hextet("synth");
    expect(refused.status).toBe(1);
    expect(findingLines(refused.stderr)).toEqual([
      `${FILE}: error: aws_db_instance.orders is destroyed and loses its databases [change/loses-data]`,
    ]);
    write(project, MAY_GO);
    expect((await project.hextet("synth")).status).toBe(0);
    expect((await project.hextet("check")).status).toBe(0);
  });

  it("is refused for other changes that replace it too", async () => {
    const project = await withDatabase();
    write(project, database("").replace("engine: postgres", "engine: mysql").replace('"17.4"', '"8.0"'));
    const { status, stderr } = await project.hextet("synth");
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining("aws_db_instance.orders is replaced, and AWS refuses that"),
    ]);
  });
});

it("a protection that Terraform alone has is seen when it goes", async () => {
  const cache = (settings: string) => `
elasticache:
  subnetGroups: { main: { subnets: [app] } }
  clusters: { pages: { engineVersion: "1.6.22", nodeType: cache.t4g.small, numCacheNodes: 1, subnetGroup: main${settings} } }
`;
  const project = makeProject({ "shop.yaml": smallBlueprint("shop") + cache("") });
  expect((await project.hextet("synth")).status).toBe(0);
  write(project, cache(", deletionProtection: false"));
  const { status, stdout } = await project.hextet("diff", "generated", "--format", "markdown");
  expect(status).toBe(0);
  expect(stdout).toContain("**no longer protected from destruction: aws\\_elasticache\\_cluster.pages**");
});

it("a stack that goes is told by synth, too", async () => {
  const project = makeProject({ "shop.yaml": smallBlueprint("shop"), "store.yaml": smallBlueprint("store") });
  expect((await project.hextet("synth")).status).toBe(0);
  await project.command("rm", ["blueprints/shop.yaml"]);
  const { status, stderr } = await project.hextet("synth");
  expect(status).toBe(0);
  expect(findingLines(stderr)).toEqual([
    `${FILE}: warning: the stack "shop" is gone, and nothing destroys what it made [change/stack-gone]`,
  ]);
});
