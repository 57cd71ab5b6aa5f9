import { describe, expect, it } from "vitest";
import { explanations } from "../../src/reports/findings/explanations.ts";
import { makeProject, type Project, smallBlueprint } from "./project.ts";

const DATABASE = `rds:
  subnetGroups: { data: { subnets: [app] } }
  instances: { orders: { subnetGroup: data, engine: postgres, engineVersion: "17", instanceClass: db.t4g.small, deletionProtection: false } }
`;

const SERVICE = `ecs:
  clusters: { main: {} }
  taskDefinitions:
    web: { containers: { web: { image: 123456789012.dkr-ecr.eu-west-1.on.aws/web:1 } } }
  services:
    web:
      cluster: main
      taskDefinition: web
      capacity: { fargate: {} }
      subnets: [app]
      scaling: { minCapacity: 2, maxCapacity: 4 }
`;

/** What a command says about changes: `change/loses-data error`. */
async function told(project: Project, command: string): Promise<readonly string[]> {
  const { stderr } = await project.hextet(command);
  const found = [...stderr.matchAll(/: (error|warning|note): [^\n]*\[(change\/[a-z-]+)\]/g)];
  return [...new Set(found.map(([, severity, id]) => `${id} ${severity}`))].sort();
}

/** What explain says that a command tells of these rules. */
function explained(ids: readonly string[], isSynth: boolean): readonly string[] {
  return ids.map((id) => {
    const rule = explanations.find((one) => one.id === id);
    return `${id} ${isSynth ? (rule?.inSynth ?? rule?.severity) : rule?.severity}`;
  });
}

describe("diff, check and synth tell of a change with the severity that explain says", () => {
  it.each<[what: string, ids: readonly string[], edit: (text: string) => string | null]>([
    ["another region", ["change/made-twice"], (text) => text.replace("eu-west-1", "eu-west-2")],
    [
      "a database that goes",
      ["change/loses-data"],
      (text) => text.replace(DATABASE, "").replace("description: ", "description: The "),
    ],
    ["another name", ["change/stack-gone"], (text) => text.replace("name: shop", "name: store")],
    ["another VPC", ["change/loses-address"], (text) => text.replace("10.20.0.0/16", "10.40.0.0/16")],
    [
      "scaling that goes",
      ["change/loses-capacity"],
      (text) => text.replace("      scaling: { minCapacity: 2, maxCapacity: 4 }\n", ""),
    ],
    ["no blueprint", ["change/stack-gone"], () => null],
  ])("%s", async (_, ids, edit) => {
    const text = smallBlueprint("shop") + DATABASE + SERVICE;
    const project = makeProject({ "shop.yaml": text });
    expect((await project.hextet("synth")).status).toBe(0);
    const who = ["-c", "user.name=x", "-c", "user.email=x@example.com"];
    for (const args of [
      ["init", "-q", "-b", "main"],
      ["add", "-A"],
      ["commit", "-qm", "first"],
    ])
      expect((await project.command("git", [...who, ...args])).status).toBe(0);
    const edited = edit(text);
    if (edited === null) await project.command("rm", ["blueprints/shop.yaml"]);
    else project.write("blueprints/shop.yaml", edited);
    const of = (found: readonly string[]) =>
      found.filter((one) => ids.some((id) => one.startsWith(`${id} `)));
    expect(of(await told(project, "diff"))).toEqual(explained(ids, false));
    expect(of(await told(project, "check"))).toEqual(explained(ids, true));
    expect(of(await told(project, "synth"))).toEqual(explained(ids, true));
  });
});
