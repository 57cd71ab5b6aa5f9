import { describe, expect, it } from "vitest";
import { commitAll, findingLines, makeProject, type Project, smallBlueprint } from "./project.ts";

const FILE = "generated/stacks/shop/cdk.tf.json";

const database = (settings = "") => `
rds:
  subnetGroups: { main: { subnets: [app] } }
  instances:
    orders: { engine: postgres, engineVersion: "17.4", instanceClass: db.t4g.small, allocatedStorageGib: 20, subnetGroup: main${settings} }
`;
const MAY_GO = "terraform: { mayDestroy: [aws_db_instance.orders] }\n";

const write = (project: Project, rest: string) =>
  project.write("blueprints/shop.yaml", smallBlueprint("shop") + rest);

async function committed(rest: string): Promise<Project> {
  const project = makeProject({ "shop.yaml": smallBlueprint("shop") + rest });
  expect((await project.hextet("synth")).status).toBe(0);
  await commitAll(project);
  return project;
}

describe("two synths without an apply between them", () => {
  it("do not take the protection of a database away and then the database: the last commit still has it", async () => {
    const project = await committed(database());
    write(project, database(", deletionProtection: false"));
    expect((await project.hextet("synth")).status).toBe(0);
    const first = project.tree("generated");
    write(project, MAY_GO);
    for (const command of ["synth", "check"]) {
      const { status, stderr } = await project.hextet(command);
      expect([command, status]).toEqual([command, 1]);
      expect(findingLines(stderr).filter((line) => line.includes(": error: "))).toEqual([
        `${FILE}: error: aws_db_instance.orders is destroyed, and AWS refuses that while its deletion protection is on, as the last commit has it [change/still-protected]`,
        ...(command === "check"
          ? [expect.stringContaining("the blueprints say something else from here on [output/stale]")]
          : []),
      ]);
      expect(stderr).toContain("what has been applied since is committed first");
    }
    const cdktf = await project.main({ CDKTF_OUTDIR: project.path("generated") });
    expect([cdktf.status, cdktf.stderr]).toEqual([1, expect.stringContaining("as the last commit has it")]);
    expect(project.tree("generated")).toEqual(first);
    // Once the first step is committed, and so reviewed and applied, the second is taken.
    write(project, database(", deletionProtection: false"));
    await commitAll(project);
    write(project, MAY_GO);
    expect((await project.hextet("synth")).status).toBe(0);
  });

  it("do not lose a database whose output somebody has deleted", async () => {
    const project = await committed(database(", deletionProtection: false"));
    write(project, "");
    await project.command("rm", ["-r", "generated"]);
    const { status, stderr } = await project.hextet("synth");
    expect([status, findingLines(stderr)]).toEqual([
      1,
      [
        `${FILE}: error: aws_db_instance.orders is destroyed and loses its databases, as the last commit has it [change/loses-data]`,
      ],
    ]);
    expect(project.exists("generated")).toBe(false);
  });

  it("say the way back from what the last commit does not have", async () => {
    const project = await committed("");
    write(project, database());
    expect((await project.hextet("synth")).status).toBe(0);
    write(project, "");
    const refused = await project.hextet("synth");
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(
      "hint: if it was never applied, take generated/stacks/shop/cdk.tf.json back to the last commit (git checkout), and run `npx hextet synth` again; otherwise make two applies",
    );
    await project.command("git", ["checkout", "generated/stacks/shop/cdk.tf.json"]);
    expect((await project.hextet("synth")).status).toBe(0);
    // What the last commit has may have been applied.
    write(project, database());
    expect((await project.hextet("synth")).status).toBe(0);
    await commitAll(project);
    write(project, "");
    const lost = await project.hextet("synth");
    expect([lost.status, lost.stderr]).toEqual([1, expect.stringContaining("hint: make two applies")]);
    expect(lost.stderr).not.toContain("never applied");
  });

  it("say that the output of a stack which the last commit does not have may be removed", async () => {
    const project = await committed("");
    const file = "generated/stacks/lab/cdk.tf.json";
    project.write("blueprints/lab.yaml", smallBlueprint("lab") + database());
    expect((await project.hextet("synth")).status).toBe(0);
    project.write("blueprints/lab.yaml", smallBlueprint("lab"));
    const refused = await project.hextet("synth");
    expect([refused.status, refused.stderr]).toEqual([
      1,
      expect.stringContaining(
        `hint: if it was never applied, remove ${file}, which the last commit does not have, and run \`npx hextet synth\` again; otherwise make two applies`,
      ),
    ]);
    await project.command("rm", [file]);
    expect((await project.hextet("synth")).status).toBe(0);
  });

  it("do not jump over a stage of a migration", async () => {
    const at = (stage: string) => `
      migration: { stage: ${stage} }
    `;
    const existing = smallBlueprint("shop").replace(
      "vpc: { ipv4Cidr: 10.20.0.0/16 }",
      "vpc: { ipv4Cidr: 10.20.0.0/16, existing: { id: vpc-0abc, import: { aws_subnet.app_a: subnet-0a1 } } }",
    );
    const stage = (name: string) => project.write("blueprints/shop.yaml", existing + at(name).trim());
    const project = makeProject();
    stage("import");
    expect((await project.hextet("synth")).stderr).not.toContain("error");
    await commitAll(project);
    stage("vpc-address-block");
    expect((await project.hextet("synth")).status).toBe(0);
    stage("subnet-address-blocks");
    const { status, stderr } = await project.hextet("synth");
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining(
        'the output of the last commit is at the stage "import", the blueprint is at the stage "subnet-address-blocks"',
      ),
    ]);
  });

  it("are as one where there is no repository, or none that has the output", async () => {
    const project = makeProject({ "shop.yaml": smallBlueprint("shop") + database() });
    await commitAll(project);
    expect((await project.hextet("synth")).status).toBe(0);
    write(project, database(", deletionProtection: false"));
    expect((await project.hextet("synth")).status).toBe(0);
    write(project, MAY_GO);
    expect((await project.hextet("synth")).status).toBe(0);
  });
});
