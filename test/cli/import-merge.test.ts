import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { makeProject, smallBlueprint } from "./project.ts";

const STATE = readFileSync(
  new URL("../support/fixtures/web-and-database.state.json", import.meta.url),
  "utf8",
);
const VPC = "vpc-6d3527be7fd9f7352";

/** The state without a security group rule and with another group. */
function changedState(): string {
  const state = JSON.parse(STATE);
  const { resources } = state.values.root_module;
  const group = {
    mode: "managed",
    type: "aws_security_group",
    address: "aws_security_group.jobs",
    values: {
      id: "sg-0123456789abcdef0",
      name: "Jobs",
      description: "Jobs",
      vpc_id: VPC,
      ingress: [],
      egress: [],
    },
  };
  state.values.root_module.resources = [
    ...resources.filter(({ values }: { values: { id: string } }) => values.id !== "sgr-9a6108897c74da65b"),
    group,
  ];
  return JSON.stringify(state);
}

/** The rule for an office that has no IPv6. */
const SSH = "network.securityGroups.webserversg.ingress.ssh";
/** A hook of the project's own that dies where it is run. */
const HOOK = `export const hook = {
  id: "mine",
  title: "Mine.",
  afterClosing: "works",
  automatic: true,
  gaps: [{ resource: "aws_vpc", argument: "new", condition: null, closedIn: null, upstream: "https://example.com" }],
  apply() { throw new Error("it was run"); },
};`;

describe("hextet import --merge", () => {
  it("puts in what is new, says what is gone at its line, and changes nothing the second time", async () => {
    const project = makeProject();
    project.write("state.json", STATE);
    expect((await project.hextet("import", "--state", "state.json", "--output", "shop.yaml")).status).toBe(0);
    project.write("shop.yaml", `\uFEFF${project.read("shop.yaml").replace("region:", "# Ours.\nregion:")}`);
    const [before, ids] = [project.read("shop.yaml"), project.read("shop.ids.include.yaml")];
    project.write("state.json", changedState());
    const merge = ["import", "--state", "state.json", "--merge", "shop.yaml"];
    const { status, stdout, stderr } = await project.hextet(...merge);
    const line = ids.split("\n").findIndex((one) => one.includes("dbserversg_all_ipv4")) + 1;
    expect([status, stdout]).toEqual([0, ""]);
    expect(stderr).toContain(
      `shop.ids.include.yaml:${line}:9: warning: aws_vpc_security_group_egress_rule.dbserversg_all_ipv4 (sgr-9a6108897c74da65b) was not found any more [import/gone]`,
    );
    expect(stderr).toContain("shop-vpc: 1 resource added, 37 there as before, 1 gone, 0 differences\n");
    expect(stderr).toContain(
      "  network.securityGroups.jobs: aws_security_group.jobs (sg-0123456789abcdef0)\n",
    );
    const added = "    jobs: # Jobs (sg-0123456789abcdef0)\n      description: Jobs\n      egress: {}\n";
    expect(project.read("shop.yaml").replace(added, "")).toBe(before);
    const addedId = "        aws_security_group.jobs: sg-0123456789abcdef0\n";
    expect(project.read("shop.ids.include.yaml").replace(addedId, "")).toBe(ids);
    const after = [project.read("shop.yaml"), project.read("shop.ids.include.yaml")];
    expect((await project.hextet(...merge)).stderr).toContain(
      "shop-vpc: nothing to add, 38 there as before, 1 gone",
    );
    expect([project.read("shop.yaml"), project.read("shop.ids.include.yaml")]).toEqual(after);
  });

  it("compares all but what the project's own hooks would do, and says so", async () => {
    const project = makeProject();
    project.write("state.json", STATE);
    expect((await project.hextet("import", "--state", "state.json", "--output", "shop.yaml")).status).toBe(0);
    const accepted = `accept: [{ rule: security-group-ipv4-without-ipv6-twin, at: ${SSH}, reason: the office has none }]`;
    const text = project
      .read("shop.yaml")
      .replace("migration:\n  stage: import", `${accepted}\nmigration:\n  stage: ipv6-only-subnets`);
    project.write("shop.yaml", text.replace("region:", "terraform: { hooks: { mine: hook } }\nregion:"));
    const context = { hextetHooks: ["./mine.mjs"] };
    project.write("cdktf.json", JSON.stringify({ output: "generated", context }));
    project.write("mine.mjs", HOOK);
    const merge = ["import", "--state", "state.json", "--merge", "shop.yaml"];
    const { status, stderr } = await project.hextet(...merge);
    expect(stderr).not.toContain("[import/not-compared]");
    expect([status, stderr]).toEqual([
      0,
      expect.stringContaining("\nnot compared, for a merge runs none: what the hook mine would do\n"),
    ]);
    expect(stderr).toContain("\nnot compared, for import does not read it: tags, but for names\n");
    project.write("mine.mjs", "export const hook = 1;");
    const before = project.read("shop.yaml");
    const refused = await project.hextet(...merge);
    expect([refused.status, project.read("shop.yaml")]).toEqual([1, before]);
    expect(refused.stderr).toContain("[hooks/wrong-shape]");
  });

  it("refuses a blueprint of no VPC or another one, and what goes with a first blueprint alone", async () => {
    const project = makeProject();
    project.write("state.json", STATE);
    project.write("none.yaml", smallBlueprint("none"));
    const existing = smallBlueprint("other").replace("0.0/16 }", "0.0/16, existing: { id: vpc-01 } }");
    project.write("other.yaml", existing);
    const merge = (file: string, ...more: readonly string[]) =>
      project.hextet("import", "--state", "state.json", "--merge", file, ...more);
    expect((await merge("none.yaml")).stderr).toContain("none.yaml: error: it has no network.vpc.existing");
    expect((await merge("other.yaml")).stderr).toContain(`it describes vpc-01, and ${VPC} was read`);
    const both = await merge("none.yaml", "--force", "--name", "shop");
    expect([both.status, both.stderr]).toEqual([
      2,
      expect.stringContaining("it goes without --name, --force"),
    ]);
  });

  it("puts ids into the environment that is asked for, entries into the blueprint of all, and says so", async () => {
    const project = makeProject();
    project.write("state.json", STATE);
    const { stdout } = await project.hextet("import", "--state", "state.json", "--name", "shop");
    const { network, ...others } = parse(stdout);
    const { existing, ...vpc } = network.vpc;
    const environments = {
      staging: { network: { vpc: { existing } } },
      production: { network: { vpc: { existing: { id: "vpc-0bb" } } } },
    };
    const text = stringify({ ...others, environments, network: { ...network, vpc } });
    project.write("shop.yaml", text);
    project.write("state.json", changedState());
    const merge = (path: string) => project.hextet("import", "--state", "state.json", "--merge", path);
    expect((await merge("shop.yaml")).stderr).toMatch(
      /it has the environments staging, production, each with a network of its own(.|\n)+name one: "shop\.yaml#staging"/,
    );
    expect((await merge("shop.yaml#prod")).stderr).toContain('the blueprint has no environment "prod"');
    expect((await merge("shop.yaml#production")).stderr).toContain("it describes vpc-0bb");
    const { status, stderr } = await merge("shop.yaml#staging");
    expect(status).toBe(0);
    expect(stderr).toContain(
      "what was put in is described for production too: network.securityGroups.jobs [import/in-every-environment]",
    );
    const gone = text.split("\n").findIndex((one) => one.includes("dbserversg_all_ipv4")) + 1;
    expect(stderr).toMatch(new RegExp(`shop\\.yaml:${gone}:\\d+: warning: .+ was not found any more`));
    const after = parse(project.read("shop.yaml"));
    expect(after.environments.staging.network.vpc.existing.import["aws_security_group.jobs"]).toBe(
      "sg-0123456789abcdef0",
    );
    expect(after.environments.production).toEqual(environments.production);
    expect(after.network.securityGroups.jobs).toEqual({ description: "Jobs", egress: {} });
    expect((await merge("shop.yaml#staging")).stderr).toContain("nothing to add, 38 there as before, 1 gone");
  });
});
