import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import schema from "../../docs/diff.schema.json" with { type: "json" };
import { commitAll, findingLines, makeProject, type Project, smallBlueprint } from "./project.ts";

const DATABASE = `
rds:
  subnetGroups: { main: { subnets: [app] } }
  instances:
    orders: { engine: postgres, engineVersion: "17.4", instanceClass: db.t4g.small, allocatedStorageGib: 20, subnetGroup: main, deletionProtection: false, skipFinalSnapshot: true }
`;

async function committed(blueprint: string): Promise<Project> {
  const project = makeProject({ "shop.yaml": blueprint });
  expect((await project.hextet("synth")).status).toBe(0);
  await commitAll(project);
  return project;
}

describe("hextet diff", () => {
  it("says nothing, with 0, where nothing changes", async () => {
    const project = await committed(smallBlueprint("shop"));
    const { status, stdout, stderr } = await project.hextet("diff");
    expect([status, stdout]).toEqual([0, "no resource changes\n"]);
    expect(stderr).toMatch(/^comparing with generated\/ of commit [0-9a-f]{12}\n$/);
  });

  it("names a database that goes, with 5, until the blueprint says that it may", async () => {
    const project = await committed(smallBlueprint("shop") + DATABASE);
    project.write("blueprints/shop.yaml", smallBlueprint("shop"));
    const { status, stdout, stderr } = await project.hextet("diff", "HEAD");
    expect(status).toBe(5);
    expect(stdout).toMatch(
      /^stack shop: 2 destroyed; 1 with the loss of what is stored\n {2}destroyed +aws_db_instance.orders\n {6}loses its databases\n/,
    );
    expect(findingLines(stderr)).toEqual([
      "generated/stacks/shop/cdk.tf.json: error: aws_db_instance.orders is destroyed and loses its databases [change/loses-data]",
    ]);
    expect(stderr).toContain("write terraform.mayDestroy: [aws_db_instance.orders] in the blueprint");
    expect((await project.hextet("diff", "--allow", "aws_db_instance.orders")).status).toBe(0);
    project.write(
      "blueprints/shop.yaml",
      `${smallBlueprint("shop")}terraform: { mayDestroy: [aws_db_instance.orders] }\n`,
    );
    expect((await project.hextet("diff")).status).toBe(0);
  });

  it("tells each of the changes that used to pass in silence", async () => {
    const project = await committed(smallBlueprint("shop") + DATABASE);
    const other = (from: string, to: string) =>
      project.write("blueprints/shop.yaml", (smallBlueprint("shop") + DATABASE).replaceAll(from, to));
    other("orders:", "sales:");
    expect((await project.hextet("diff")).stderr).toContain("aws_db_instance.orders is destroyed and loses");
    other("app", "web");
    expect((await project.hextet("diff")).stdout).toMatch(/destroyed +aws_subnet\.app_a/);
    other("slot: 1", "slot: 3");
    expect((await project.hextet("diff")).stderr).toContain("aws_subnet.app_a is replaced and loses");
    other("10.20.0.0/16", "10.30.0.0/16");
    const vpc = await project.hextet("diff");
    expect(vpc.status).toBe(5);
    expect(vpc.stderr).toContain("aws_vpc.main is replaced and loses its id");
    other("region: eu-west-1", "region: eu-west-2");
    const moved = await project.hextet("diff");
    expect([moved.status, moved.stdout]).toEqual([5, expect.stringContaining("another region or account:")]);
    expect(moved.stderr).toContain("[change/made-twice]");
    other("description: ", "tags: { team: a }\ndescription: ");
    const tagged = await project.hextet("diff");
    expect([tagged.status, tagged.stdout]).toEqual([0, expect.stringContaining("other default tags:")]);
    other("name: shop", "name: store");
    const renamed = await project.hextet("diff");
    expect(renamed.stderr).toContain(
      'the stack "shop" is gone, and nothing destroys what it made [change/stack-gone]',
    );
    expect(renamed.stderr).toContain(
      'if "store" is the same stack, write renamedFrom: shop in its blueprint; otherwise run `terraform destroy`',
    );
    expect(renamed.stdout).toMatch(/stack store: \d+ created/);
    other("slot: 1", "slot: 1, ipv4Cidrs: { a: 10.20.200.0/24 }");
    const moved4 = await project.hextet("diff");
    expect(moved4.stdout).toContain("replaced          aws_subnet.app_a");
    expect(moved4.stdout).not.toContain("renamedFrom");
  });

  it("says that a VPC which is replaced gets another IPv6 block from Amazon", async () => {
    const project = await committed(smallBlueprint("shop"));
    project.write("blueprints/shop.yaml", smallBlueprint("shop").replaceAll("10.20.", "10.31."));
    const { status, stdout } = await project.hextet("diff", "HEAD");
    expect(status).toBe(5);
    expect(stdout).toContain(
      "  moves: aws_vpc.main: IPv4 10.20.0.0/16 -> 10.31.0.0/16; IPv6 assign_generated_ipv6_cidr_block: true -> assign_generated_ipv6_cidr_block: true (aws_vpc.main is replaced)\n",
    );
    expect(stdout).not.toContain("stays");
  });

  it("shows which blocks move, and which findings appeared or went", async () => {
    const project = await committed(smallBlueprint("shop"));
    const group =
      "  securityGroups: { web: { ingress: { tls: { protocol: tcp, ports: 22, from: { anywhere: {} } } } } }\n";
    project.write("blueprints/shop.yaml", smallBlueprint("shop").replace("slot: 1", "slot: 3") + group);
    const block = (number: number) =>
      `number ${number} (hex ${number.toString(16)}) of the 256 blocks in aws_vpc.main.ipv6_cidr_block`;
    const moves = `aws_subnet.app_a (eu-west-1a): IPv4 10.20.16.0/24 -> 10.20.48.0/24; IPv6 ${block(16)} -> ${block(48)}`;
    const pretty = await project.hextet("diff", "HEAD");
    expect(pretty.stdout).toContain(`  moves: ${moves}\n`);
    expect(pretty.stdout).toMatch(
      /\nfindings:\n {2}new: blueprints\/shop.yaml:10: warning: .* \[security-group-open-to-world\]\n$/,
    );
    const json: unknown = JSON.parse((await project.hextet("diff", "HEAD", "-f", "json")).stdout);
    const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    expect(valid(json) ? [] : valid.errors).toEqual([]);
    expect(json).toMatchObject({
      findings: { notCompared: null, notJudged: [], appeared: [{ line: 10, severity: "warning" }], gone: [] },
      stacks: [
        { moved: [{ address: "aws_subnet.app_a", zone: "eu-west-1a" }, { address: "aws_subnet.app_b" }] },
      ],
    });
    const markdown = await project.hextet("diff", "HEAD", "-f", "markdown");
    expect(markdown.stdout).toContain(
      "**Blocks that move:**\n\n- aws\\_subnet.app\\_a (eu-west-1a): IPv4 10.20.16.0/24 -&gt;",
    );
    expect(markdown.stdout).toContain("### Findings\n\n- new: blueprints/shop.yaml:10: warning:");
    await project.hextet("synth");
    await commitAll(project);
    project.write(
      "blueprints/shop.yaml",
      `# a line more\n${smallBlueprint("shop").replace("slot: 1", "slot: 3")}`,
    );
    expect((await project.hextet("diff", "HEAD")).stdout).toMatch(/gone: blueprints\/shop.yaml:10: warning/);
    project.write(
      "blueprints/shop.yaml",
      `# a line more\n${smallBlueprint("shop").replace("slot: 1", "slot: 3")}${group}`,
    );
    expect((await project.hextet("diff", "HEAD")).stdout).toBe("no resource changes\n");
    const folder = await project.hextet("diff", "generated");
    expect(folder.stdout).toContain("findings are not compared: what is compared with is a folder of output");
    const good = project.read("blueprints/shop.yaml");
    project.write("blueprints/shop.yaml", "name: [");
    await commitAll(project);
    project.write("blueprints/shop.yaml", good);
    expect((await project.hextet("diff", "HEAD")).stdout).toContain(
      "blueprints/shop.yaml could not be judged as it was:",
    );
  });

  it("says what packets may do now, what strangers reach first", async () => {
    const host = (
      from: string,
    ) => `${smallBlueprint("shop").replace("egress-only", "public")}  securityGroups: { web: { ingress: { tls: { protocol: tcp, ports: 443, from: ${from} } } } }
compute:
  instances: { web: { subnet: app, zone: a, instanceType: t4g.small, securityGroups: [web] } }
`;
    const inside = "{ vpc: {} }";
    const project = await committed(host(inside));
    project.write("blueprints/shop.yaml", host('{ cidrIpv6: "::/0" }'));
    const opened = "what packets may do:\n  opened: internet → web:443 (IPv6), in shop\n";
    expect((await project.hextet("diff")).stdout).toContain(opened);
    const markdown = (await project.hextet("diff", "-f", "markdown")).stdout;
    expect(markdown).toContain("### What packets may do\n\n- opened: internet → web:443 (IPv6), in shop\n");
    const json: unknown = JSON.parse((await project.hextet("diff", "-f", "json")).stdout);
    const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    expect(valid(json) ? [] : valid.errors).toEqual([]);
    expect(json).toMatchObject({
      reach: { notCompared: null, changes: [{ from: "internet", to: "web:443", families: ["ipv6"] }] },
    });
    await project.hextet("synth");
    await commitAll(project);
    project.write("blueprints/shop.yaml", host(inside));
    expect((await project.hextet("diff")).stdout).toContain("closed: internet → web:443 (IPv6), in shop");
    const folder = await project.hextet("diff", "generated");
    // The JSON does not say which block the VPC's own is, which the rule of now lets in.
    expect(folder.stdout).toContain("may be closed now: internet → web:443 (IPv6), in shop");
    expect(folder.stdout).toContain("findings are not compared");
  });

  it("tells of the last stack of a project that it goes, as of any other", async () => {
    const project = await committed(smallBlueprint("shop"));
    await project.command("rm", ["blueprints/shop.yaml"]);
    const gone = 'the stack "shop" is gone, and nothing destroys what it made [change/stack-gone]';
    const diff = await project.hextet("diff");
    expect([diff.status, diff.stderr]).toEqual([5, expect.stringContaining(gone)]);
    expect(diff.stdout).toMatch(/^stack shop: \d+ destroyed/);
    const before = project.tree("generated");
    for (const command of ["synth", "check"]) {
      const { status, stderr } = await project.hextet(command);
      expect([command, status, stderr]).toEqual([command, 1, expect.stringContaining(gone)]);
      expect(stderr).toContain(
        "run `terraform destroy` in generated/stacks/shop first, and then delete the folder",
      );
    }
    const cdktf = await project.main({ CDKTF_OUTDIR: "generated" });
    expect([cdktf.status, cdktf.stderr]).toEqual([1, expect.stringContaining(gone)]);
    expect(project.tree("generated")).toEqual(before);
  });

  it("compares with a folder in which Terraform has been, whatever that keeps there", async () => {
    const project = await committed(smallBlueprint("shop"));
    project.write("generated/stacks/shop/.terraform/providers/aws/stacks/x/cdk.tf.json", "no JSON");
    await project.command("ln", ["-s", "providers", "generated/stacks/shop/.terraform/link"]);
    const { status, stdout } = await project.hextet("diff", "generated");
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^no resource changes\n/)]);
  });

  it("shows a rename as one, with 0, and proposes it where nobody wrote it", async () => {
    const project = await committed(smallBlueprint("shop") + DATABASE);
    const sales = (beside: string) =>
      project.write(
        "blueprints/shop.yaml",
        smallBlueprint("shop") + DATABASE.replace("orders: {", `sales: { ${beside}`),
      );
    sales("");
    expect((await project.hextet("diff")).stdout).toContain(
      'is "sales" what was "orders"? With renamedFrom: orders beside it the state would move: aws_db_instance.orders -> aws_db_instance.sales',
    );
    expect((await project.hextet("diff")).stderr).toContain(
      'if aws_db_instance.sales is the same thing, write renamedFrom: orders beside "sales"; if that is meant, write terraform.mayDestroy',
    );
    project.write(
      "blueprints/shop.yaml",
      smallBlueprint("shop") +
        DATABASE.replace("orders: {", "sales: {").replace(
          /postgres.*t4g.small/,
          'mysql, engineVersion: "8.0", instanceClass: db.m7g.large',
        ),
    );
    expect((await project.hextet("diff")).stderr).toContain("write renamedFrom: orders");
    sales("renamedFrom: orders, ");
    const unnamed = await project.hextet("diff");
    expect([unnamed.status, unnamed.stderr]).toEqual([1, expect.stringContaining("write awsName: orders")]);
    sales("renamedFrom: orders, awsName: orders, ");
    const { status, stdout } = await project.hextet("diff");
    expect([status, stdout]).toEqual([
      0,
      "stack shop: 1 renamed\n  renamed           aws_db_instance.sales\n      was aws_db_instance.orders\n",
    ]);
    const markdown = (await project.hextet("diff", "--format", "markdown")).stdout;
    expect(markdown).toContain("### shop: 1 renamed");
    expect(markdown).toContain("- **renamed** `aws_db_instance.sales`\n  - was aws\\_db\\_instance.orders");
    const json: unknown = JSON.parse((await project.hextet("diff", "--format", "json")).stdout);
    const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    expect(valid(json) ? [] : valid.errors).toEqual([]);
    expect(json).toMatchObject({
      stacks: [
        { changes: [{ action: "move", from: "aws_db_instance.orders", address: "aws_db_instance.sales" }] },
      ],
    });
    // The next pull request: the line still stands.
    await project.hextet("synth");
    await commitAll(project);
    expect((await project.hextet("diff", "HEAD")).stdout).toContain(
      "aws_db_instance.sales had moved in what this is compared with: once that is applied, take renamedFrom out",
    );
  });

  it("says what to do with the state of a stack that is renamed, as synth does", async () => {
    const project = await committed(smallBlueprint("shop") + DATABASE);
    const store = (smallBlueprint("shop") + DATABASE).replace(
      "name: shop",
      "name: store\nrenamedFrom: shop\nawsName: shop",
    );
    project.write("blueprints/shop.yaml", store);
    const { status, stdout, stderr } = await project.hextet("diff");
    expect([status, findingLines(stderr)]).toEqual([0, []]);
    expect(stdout).toContain('stack store: no resource changes\n  the stack had the name "shop".');
    const step = "mv terraform.tfstate.d/shop/terraform.tfstate terraform.tfstate.d/store/terraform.tfstate`";
    expect(stdout).toContain(step);
    const synth = await project.hextet("synth");
    expect([synth.status, findingLines(synth.stderr)]).toEqual([
      0,
      [
        expect.stringContaining("[default-security-group-emptied]"),
        'generated/stacks/store/cdk.tf.json: warning: the stack "shop" is called "store" now, and its Terraform state stays where it is: without it everything is made a second time [change/stack-renamed]',
      ],
    ]);
    expect(synth.stderr).toContain(step);
    project.write("blueprints/other.yaml", smallBlueprint("shop"));
    const both = await project.hextet("validate");
    expect(findingLines(both.stderr)).toContainEqual(
      expect.stringContaining(
        'the stack "store" is renamed from "shop", which is still there in blueprints/other.yaml',
      ),
    );
  });

  it("compares with a folder, and writes Markdown and JSON", async () => {
    const project = await committed(smallBlueprint("shop") + DATABASE);
    await project.command("cp", ["-r", "generated", "old"]);
    project.write(
      "blueprints/shop.yaml",
      (smallBlueprint("shop") + DATABASE).replace("allocatedStorageGib: 20", "allocatedStorageGib: 30"),
    );
    const markdown = await project.hextet("diff", "old", "--format", "markdown");
    expect(markdown.stdout).toContain("- **changed** `aws_db_instance.orders`");
    expect(markdown.stdout).toContain("allocated\\_storage: 20 -&gt; 30");
    const json: unknown = JSON.parse((await project.hextet("diff", "old", "--format", "json")).stdout);
    const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    expect(valid(json) ? [] : valid.errors).toEqual([]);
    expect(json).toMatchObject({
      version: 1,
      stacks: [
        {
          name: "shop",
          kind: "changed",
          changes: [
            {
              address: "aws_db_instance.orders",
              action: "update",
              differences: [{ argument: "allocated_storage", before: 20, after: 30, effect: "update" }],
            },
          ],
        },
      ],
    });
  });

  it.each([60, 120])("fits into %i columns", async (columns) => {
    const project = await committed(smallBlueprint("shop") + DATABASE);
    const edited = (smallBlueprint("shop") + DATABASE).replace("10.20.0.0/16", "10.30.0.0/16");
    project.write("blueprints/shop.yaml", edited);
    const { stdout } = await project.hextetWith({ COLUMNS: `${columns}` }, "diff", "HEAD");
    expect(stdout.split("\n").filter((line) => line.length > columns)).toEqual([]);
    const { stdout: whole } = await project.hextet("diff", "HEAD");
    expect(stdout.split(/\s+/)).toEqual(whole.split(/\s+/));
  });

  it("counts the public IPv4 addresses that are paid for", async () => {
    const project = await committed(smallBlueprint("shop"));
    const edited = smallBlueprint("shop").replace(
      "  subnets:\n",
      "  subnets:\n    public: { addressing: dual-stack, internet: public, slot: 0 }\n",
    );
    project.write(
      "blueprints/shop.yaml",
      `${edited}  natGateways: { main: { subnet: public, perZone: true } }\n`,
    );
    const { stdout } = await project.hextet("diff", "HEAD");
    expect(stdout).toContain(
      "public IPv4 addresses: 0 -> 2, $0.00 -> $7.20 a month ($0.005 an hour each since 2024-02-01; hosts of groups and tasks not counted)",
    );
    const json: unknown = JSON.parse((await project.hextet("diff", "HEAD", "--format", "json")).stdout);
    expect(json).toMatchObject({ stacks: [{ publicIpv4: { before: 0, after: 2 } }] });
  });

  it("refuses what git does not know, and takes no name for an option", async () => {
    const project = await committed(smallBlueprint("shop"));
    for (const ref of ["nowhere", "--upload-pack=touch x", "HEAD:blueprints"]) {
      const { status, stderr } = await project.hextet("diff", "--", ref);
      expect([status, stderr]).toEqual([
        1,
        `hextet: git knows no commit ${JSON.stringify(ref)}, and no such folder is there\n`,
      ]);
    }
    expect(project.exists("x")).toBe(false);
  });

  it("says why there is nothing to compare with", async () => {
    const project = makeProject({ "shop.yaml": smallBlueprint("shop") });
    await project.hextet("synth");
    const said = async () => (await project.hextet("diff")).stderr;
    expect(await said()).toBe(
      "hextet: this folder is in no Git repository: name the folder with the output to compare with\n",
    );
    await project.command("git", ["init", "-q"]);
    expect(await said()).toBe(
      "hextet: there is no commit yet to compare with: commit what is applied, or name a folder with such output\n",
    );
  });

  it("shows errors of a blueprint, and nothing else", async () => {
    const project = await committed(smallBlueprint("shop"));
    project.write("blueprints/shop.yaml", "name: [");
    const { status, stdout } = await project.hextet("diff");
    expect([status, stdout]).toEqual([1, ""]);
  });

  it("does not call a stack new whose blueprint was there before without its output", async () => {
    const project = makeProject({ "shop.yaml": smallBlueprint("shop") });
    await commitAll(project);
    project.write("blueprints/other.yaml", smallBlueprint("other"));
    const { status, stderr } = await project.hextet("diff", "HEAD");
    expect([status, findingLines(stderr)]).toEqual([
      5,
      [
        'generated/stacks/shop/cdk.tf.json: error: there was a blueprint of "shop" before, without this file: what it made is not compared [change/no-output-before]',
      ],
    ]);
    expect((await project.hextet("diff", "HEAD", "--allow", "shop")).status).toBe(0);
  });

  it("does not compare what is in a submodule with commits of the repository around it", async () => {
    const inner = await committed(smallBlueprint("shop"));
    const outer = makeProject();
    outer.write("README", "");
    await commitAll(outer);
    const add = ["-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.folder, "net"];
    expect((await outer.command("git", add)).status).toBe(0);
    await commitAll(outer);
    const { status, stdout, stderr } = await outer.hextet(
      "diff",
      "HEAD",
      "--blueprints",
      "net/blueprints",
      "--output",
      "net/generated",
    );
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(
      /^hextet: net\/generated\/ is in another Git repository: run hextet in .*\/net\n$/,
    );
  });
});
