import { describe, expect, it } from "vitest";
import { findingLines, makeProject, type Project, smallBlueprint } from "./project.ts";

const after = (name: string) => `terraform: { dependsOn: [${name}] }\n`;
/** Two zones behind one NAT gateway: a warning. */
const warned = (name: string, more = "") =>
  `${smallBlueprint(name).replace("slot: 1", "natGateway: main, slot: 1")}    public: { addressing: dual-stack, internet: public, slot: 2 }\n  natGateways: { main: { subnet: public } }\n${more}`;
const ACCEPTED =
  "accept: [{ rule: nat-gateway-single-zone, at: network.natGateways.main, reason: it is for a test }]\n";
const WARNING = /^blueprints\/(\w+)\.yaml:\d+:\d+: warning: .* \[nat-gateway-single-zone\]$/;

async function committed(): Promise<Project> {
  const project = makeProject({
    "hub.yaml": warned("hub"),
    "shop.yaml": warned("shop", after("hub")),
    "other.yaml": warned("other"),
    "quiet.yaml": warned("quiet", ACCEPTED),
  });
  expect((await project.hextet("synth")).status).toBe(0);
  const who = ["-c", "user.name=x", "-c", "user.email=x@example.com"];
  for (const args of [
    ["init", "-q"],
    ["add", "-A"],
    ["commit", "-qm", "first"],
  ])
    expect((await project.command("git", [...who, ...args])).status).toBe(0);
  return project;
}

async function warnedBy(project: Project, ...args: readonly string[]): Promise<readonly string[]> {
  const { status, stderr } = await project.hextet(...args);
  expect([0, 4]).toContain(status);
  return findingLines(stderr).flatMap((line) => WARNING.exec(line)?.[1] ?? []);
}

describe("--affected of validate and check", () => {
  it("shows what is about the stacks that a change touches, and about those after them", async () => {
    const project = await committed();
    for (const command of ["validate", "check"]) {
      expect(await warnedBy(project, command)).toEqual(["hub", "other", "shop"]);
      expect(await warnedBy(project, command, "--affected", "HEAD")).toEqual([]);
    }
    project.write("blueprints/hub.yaml", warned("hub").replace("slot: 1", "slot: 7"));
    for (const command of ["validate", "check"])
      expect(await warnedBy(project, command, "--affected", "HEAD")).toEqual(["hub", "shop"]);
    // The folder is stale, whichever stacks are looked at.
    expect((await project.hextet("check", "--affected", "HEAD")).status).toBe(4);
    const strict = await project.hextet("validate", "--strict", "--affected", "HEAD", "-f", "json");
    expect(strict.status).toBe(1);
    expect(strict.stdout).not.toContain("other.yaml");
    // A folder with an output is a base too.
    expect(await warnedBy(project, "validate", "--affected", "generated")).toEqual(["hub", "shop"]);
    expect((await project.hextet("synth")).status).toBe(0);
    expect(await warnedBy(project, "validate", "--affected", "generated")).toEqual([]);
  });

  it("shows a blueprint whose text alone has changed, one that is new, and errors wherever they are", async () => {
    const project = await committed();
    project.write("blueprints/quiet.yaml", warned("quiet"));
    project.write("blueprints/new.yaml", warned("new"));
    expect(await warnedBy(project, "validate", "--affected", "HEAD")).toEqual(["new", "quiet"]);
    expect(await warnedBy(project, "validate", "--affected", "HEAD", "blueprints/other.yaml")).toEqual([]);
    project.write("blueprints/other.yaml", "name: [\n");
    const { status, stderr } = await project.hextet("validate", "--affected", "HEAD");
    expect(status).toBe(1);
    expect(stderr).toMatch(/^blueprints\/other\.yaml:\d+:\d+: error: /m);
    expect(stderr).not.toContain("blueprints/hub.yaml");
  });

  it("says how many blueprints it has looked at, and shows all where the stacks have no order", async () => {
    const project = await committed();
    const none = await project.hextet("validate", "--affected", "HEAD");
    expect(none.stderr).toMatch(/^0 affected blueprints valid$/m);
    project.write("blueprints/hub.yaml", warned("hub", after("shop")));
    const circle = await project.hextet("validate", "--affected", "HEAD");
    expect(circle.stderr).toContain(
      "hextet: the stacks have no order, as `hextet stacks` says: all are shown\n",
    );
    expect(circle.stderr).toContain("blueprints/other.yaml:");
  });
});

describe("a commit that Git does not know", () => {
  it.each([
    [["diff", "nowhere"]],
    [["plan", "check", "hub", "--plan", "plan.json", "--base", "nowhere"]],
    [["stacks", "--affected", "nowhere"]],
    [["validate", "--affected", "nowhere"]],
    [["check", "--affected", "nowhere"]],
  ])("ends %j with 1, and says so", async (args) => {
    const project = await committed();
    project.write("plan.json", "{}");
    const { status, stdout, stderr } = await project.hextet(...args);
    expect([status, stdout, stderr]).toEqual([
      1,
      "",
      'hextet: git knows no commit "nowhere", and no such folder is there\n',
    ]);
  });
});
