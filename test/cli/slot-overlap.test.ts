import { describe, expect, it } from "vitest";
import { findingLines, makeProject, type Project, smallBlueprint } from "./project.ts";

const ADDED = "    added: { addressing: dual-stack, internet: egress-only, slot: 1 }\n";
const ZOO = "    zoo: { addressing: dual-stack, internet: egress-only, slot: 1 }\n";
const TAKEN = (moves: string, stays: string) => `tier "${moves}" is on slot 1, as is tier "${stays}"`;

async function findingsOf(project: Project, command: string): Promise<readonly string[]> {
  const { status, stderr } = await project.hextet(command);
  expect(status).toBe(1);
  return findingLines(stderr).filter((line) => line.includes("slot-overlap"));
}

describe("two tiers on one slot", () => {
  it.each([
    ["before it by name", ADDED, "added"],
    ["behind it by name", ZOO, "zoo"],
  ])("the one that moves is never the one that the output has: %s", async (_, tier, name) => {
    const project = makeProject({ "shop.yaml": smallBlueprint("shop") });
    expect((await project.hextet("synth")).status).toBe(0);
    project.write("blueprints/shop.yaml", smallBlueprint("shop") + tier);
    const said = [
      `blueprints/shop.yaml:10:${tier.indexOf("slot: 1") + 7}: error: ${TAKEN(name, "app")} [slot-overlap]`,
    ];
    for (const command of ["check", "validate", "synth"]) {
      expect([command, await findingsOf(project, command)]).toEqual([command, said]);
    }
    const { stderr } = await project.hextet("check");
    expect(stderr).toContain("write slot: 0");
    expect(stderr).not.toContain("the newer of the two");
  });

  it("without an output, only the author knows which is the newer", async () => {
    const project = makeProject({ "shop.yaml": smallBlueprint("shop") + ADDED });
    const { stderr } = await project.hextet("check");
    expect(findingLines(stderr)[0]).toContain(TAKEN("app", "added"));
    expect(stderr).toContain("into the newer of the two");
  });
});
