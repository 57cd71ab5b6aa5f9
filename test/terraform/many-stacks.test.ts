import { expect, test } from "vitest";
import { makeProject, smallBlueprint } from "../cli/project.ts";
import { at, listAt, parseJson, textAt } from "../support/json.ts";
import { mockedPlans } from "../support/mocked-run.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

const HUBS = 10;
const SPOKES = 90;

describeWithTools("a hundred stacks", findTerraform(), (terraform) => {
  const hubs = Array.from({ length: HUBS }, (_, index) => `hub-${index}`);
  const spokes = Array.from({ length: SPOKES }, (_, index) => `spoke-${index}`);
  const spoke = (name: string, index: number) =>
    `${smallBlueprint(name)}terraform: { dependsOn: [hub-${index % HUBS}] }\n`;

  // One process for the stacks of a job: starting Terraform and reading the provider's schema costs more than a plan.
  test("are planned through the matrix, wave by wave, each once", { timeout: 2_400_000 }, async () => {
    const project = makeProject({
      ...Object.fromEntries(hubs.map((name) => [`${name}.yaml`, smallBlueprint(name)])),
      ...Object.fromEntries(spokes.map((name, index) => [`${name}.yaml`, spoke(name, index)])),
    });
    expect((await project.hextet("synth")).status).toBe(0);
    const listed = await project.hextet("stacks", "-f", "matrix", "--jobs", "4");
    const include = listAt(parseJson(listed.stdout, "the matrix"), "include");
    expect(include.length).toBeLessThanOrEqual(4);
    const planned: string[] = [];
    for (const job of include) {
      const names = textAt(job, "stacks").split(" ");
      // What a stack comes after was planned in a wave before.
      if (at(job, "wave") === 2) expect(planned).toEqual(expect.arrayContaining(hubs));
      else expect(names).toEqual([...hubs].sort());
      const plans = await mockedPlans(
        terraform,
        names.map((name) => project.path(`generated/stacks/${name}`)),
      );
      for (const name of names) {
        const actions = plans.get(name) ?? [];
        expect(actions.length).toBeGreaterThan(5);
        expect(actions).toEqual(expect.arrayContaining(["create aws_vpc.main", "create aws_subnet.app_a"]));
        expect(actions.filter((action) => !action.startsWith("create "))).toEqual([]);
      }
      planned.push(...names);
    }
    expect(planned.sort()).toEqual([...hubs, ...spokes].sort());
  });
});
