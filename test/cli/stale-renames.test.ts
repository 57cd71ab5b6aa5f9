import { describe, expect, it } from "vitest";
import { commitAll, findingLines, makeProject, type Project, smallBlueprint } from "./project.ts";

const database = (name: string, settings = "") => `
rds:
  subnetGroups: { main: { subnets: [app] } }
  instances:
    ${name}: { ${settings}engine: postgres, engineVersion: "17.4", instanceClass: db.t4g.small, allocatedStorageGib: 20, subnetGroup: main, deletionProtection: false }
`;

const write = (project: Project, rest: string) =>
  project.write("blueprints/shop.yaml", smallBlueprint("shop") + rest);

async function committed(rest: string): Promise<Project> {
  const project = makeProject({ "shop.yaml": smallBlueprint("shop") + rest });
  expect((await project.hextet("synth")).status).toBe(0);
  await commitAll(project);
  return project;
}

const aboutRenames = (text: string) =>
  findingLines(text).filter((line) => line.includes("change/renamed-from"));

const NOTHING = (from: string, to: string, word = "database") =>
  `${word} "${to}" is renamed from "${from}", but what this is compared with has none of that name: nothing is moved [change/renamed-from-nothing]`;

const SALES = "awsName: orders, ";

describe("renamedFrom", () => {
  it("says nothing while the state is to move, asks to be taken out when it has, and is gone then", async () => {
    const project = await committed(database("orders"));
    write(project, database("sales", `renamedFrom: orders, ${SALES}`));
    for (const command of ["synth", "check", "diff"])
      expect(aboutRenames((await project.hextet(command)).stderr)).toEqual([]);
    await commitAll(project);
    for (const command of ["synth", "check", "diff"]) {
      const { status, stderr } = await project.hextet(command);
      expect([command, status, aboutRenames(stderr)]).toEqual([
        command,
        0,
        [
          'blueprints/shop.yaml:14:27: note: database "sales" has its new name already in what this is compared with [change/renamed-from-done]',
        ],
      ]);
    }
    write(project, database("sales", SALES));
    const { status, stderr } = await project.hextet("diff");
    expect([status, aboutRenames(stderr)]).toEqual([0, []]);
  });

  it("warns at its line of a name that nothing had: misspelt, or given up two renames ago", async () => {
    const project = await committed(database("orders"));
    write(
      project,
      `${database("sales", `renamedFrom: ordrs, ${SALES}`)}terraform: { mayDestroy: [aws_db_instance.orders] }\n`,
    );
    const said = [`blueprints/shop.yaml:14:27: warning: ${NOTHING("ordrs", "sales")}`];
    const json: unknown = JSON.parse((await project.hextet("diff", "-f", "json")).stdout);
    expect(json).toMatchObject({
      findings: { renames: [{ line: 14, severity: "warning", rule: "change/renamed-from-nothing" }] },
    });
    const { stdout: comment } = await project.hextet("diff", "-f", "markdown");
    expect(comment).toContain("### Findings\n\n- blueprints/shop.yaml:14: warning: database");
    for (const command of ["diff", "check", "synth", "check"])
      expect(aboutRenames((await project.hextet(command)).stderr)).toEqual(said);

    write(project, database("sales", `renamedFrom: orders, ${SALES}`));
    await project.hextet("synth");
    await commitAll(project);
    write(project, database("deals", `renamedFrom: orders, ${SALES}`));
    const chain = await project.hextet("diff", "HEAD");
    expect(aboutRenames(chain.stderr)).toEqual([
      `blueprints/shop.yaml:14:27: warning: ${NOTHING("orders", "deals")}`,
    ]);
    write(project, database("deals", `renamedFrom: sales, ${SALES}`));
    expect(aboutRenames((await project.hextet("diff", "HEAD")).stderr)).toEqual([]);
  });

  it("warns where what has the new name had it all the time, and tells things of one name apart", async () => {
    const groups = (settings: string) =>
      `  securityGroups: { orders: { ${settings} ingress: { tls: { protocol: tcp, ports: 443, from: { vpc: {} } } } } }\n`;
    const project = await committed(groups("") + database("sales"));
    write(
      project,
      groups("awsName: orders, renamedFrom: sales,") +
        database("orders", "renamedFrom: sales, awsName: sales, "),
    );
    expect(aboutRenames((await project.hextet("diff")).stderr)).toEqual([
      `blueprints/shop.yaml:10:61: warning: ${NOTHING("sales", "orders", "security group")}`,
    ]);
  });

  it("warns of a stack that takes over one that never was, with and without a repository", async () => {
    const project = makeProject({ "shop.yaml": smallBlueprint("shop") });
    expect((await project.hextet("synth")).status).toBe(0);
    const name = (from: string) =>
      project.write(
        "blueprints/shop.yaml",
        smallBlueprint("shop").replace("name: shop", `name: store\nrenamedFrom: ${from}\nawsName: shop`),
      );
    name("shpo");
    const said = [`blueprints/shop.yaml:3:14: warning: ${NOTHING("shpo", "store", "the stack")}`];
    expect(aboutRenames((await project.hextet("check")).stderr)).toEqual(said);
    name("shop");
    expect(aboutRenames((await project.hextet("check")).stderr)).toEqual([]);
    expect(aboutRenames((await project.hextet("synth")).stderr)).toEqual([]);
    expect(aboutRenames((await project.hextet("check")).stderr)).toEqual([
      'blueprints/shop.yaml:3:14: note: the stack "store" has its new name already in what this is compared with [change/renamed-from-done]',
    ]);
  });

  it("has no place at an additional IPv6 block, and diff says to give the old name back", async () => {
    const blocks = (name: string) =>
      smallBlueprint("shop").replace(
        "vpc: { ipv4Cidr: 10.20.0.0/16 }",
        `vpc: { ipv4Cidr: 10.20.0.0/16, additionalIpv6Cidrs: { ${name}: { amazonProvided: {} } } }`,
      );
    const project = await committed("");
    project.write("blueprints/shop.yaml", blocks("first"));
    await project.hextet("synth");
    await commitAll(project);
    project.write("blueprints/shop.yaml", blocks("other"));
    const { status, stdout, stderr } = await project.hextet("diff", "HEAD");
    expect([status, stdout]).toEqual([5, expect.not.stringContaining("renamedFrom")]);
    expect(stderr).toContain(
      "if aws_vpc_ipv6_cidr_block_association.other is the same block, give it its old name back: renamedFrom has no place there; if that is meant",
    );
  });
});
