// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references in Terraform's JSON
import { describe, expect, it } from "vitest";
import { compareStacks } from "../../src/change/compare-stacks.ts";
import { judgePlanned } from "../../src/change/judge-planned.ts";
import { readStackOutput } from "../../src/change/read-stack-output.ts";
import { sideBySide } from "../../src/change/side-by-side.ts";
import type { StackOutput } from "../../src/change/types.ts";
import { linesOf } from "../../src/reports/changes/describe-change.ts";
import { plannedResource } from "../support/planned-resource.ts";

type Resources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function stack(resource: Resources, name = "shop"): StackOutput {
  return readStackOutput(name, JSON.stringify({ resource })) ?? expect.fail("no stack");
}

function ignoring(...paths: readonly string[]) {
  return { lifecycle: { ignore_changes: paths } };
}

const TARGET = {
  aws_appautoscaling_target: {
    ecs_web: {
      resource_id: "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.web.name}",
      max_capacity: 10,
    },
  },
};

function service(desired: number, more = {}): Resources {
  return { aws_ecs_service: { web: { name: "web", desired_count: desired, ...more } } };
}

function group(more: Readonly<Record<string, unknown>>): Resources {
  return { aws_autoscaling_group: { web: { max_size: 8, ...more } } };
}

function nodes(desired: number, more = {}): Resources {
  const scaling_config = { desired_size: desired, max_size: 6, min_size: 1 };
  return { aws_eks_node_group: { main: { scaling_config, ...more } } };
}

/** What becomes of a resource, of what is lost and set. */
function told(before: Resources, after: Resources): readonly string[] {
  return compareStacks(stack(before), stack(after)).map(({ action, address, loss, differences }) =>
    [action, address, loss ?? "-", ...differences.map((one) => `${one.argument}=${one.after}`)].join(" "),
  );
}

const ECS = ignoring("desired_count");

describe("a number that something else has changed in AWS", () => {
  it.each<[what: string, before: Resources, after: Resources, expected: readonly string[]]>([
    [
      "tasks of a service whose scaling goes",
      { ...service(1, ECS), ...TARGET },
      service(1),
      ["update aws_ecs_service.web capacity desired_count=1", "destroy aws_appautoscaling_target.ecs_web -"],
    ],
    [
      "as many tasks as the scaling allowed",
      { ...service(1, ECS), ...TARGET },
      service(10),
      ["destroy aws_appautoscaling_target.ecs_web -", "update aws_ecs_service.web - desired_count=10"],
    ],
    [
      "as many as it allowed, but schedules changed the bounds",
      {
        ...service(1, ECS),
        aws_appautoscaling_target: {
          ecs_web: { ...TARGET.aws_appautoscaling_target.ecs_web, ...ignoring("max_capacity") },
        },
      },
      service(10),
      ["update aws_ecs_service.web capacity desired_count=10", "destroy aws_appautoscaling_target.ecs_web -"],
    ],
    [
      "hosts of a group",
      group({ desired_capacity: 2, ...ignoring("desired_capacity") }),
      group({ desired_capacity: 2 }),
      ["update aws_autoscaling_group.web capacity desired_capacity=2"],
    ],
    [
      "bounds of a group that schedules changed",
      group(ignoring("max_size", "min_size")),
      group({}),
      ["update aws_autoscaling_group.web capacity max_size=8"],
    ],
    [
      "nodes",
      nodes(2, ignoring("scaling_config[0].desired_size")),
      nodes(3),
      ["update aws_eks_node_group.main capacity scaling_config.desired_size=3"],
    ],
    [
      "as many nodes as can be",
      nodes(2, ignoring("scaling_config[0].desired_size")),
      nodes(6),
      ["update aws_eks_node_group.main - scaling_config.desired_size=6"],
    ],
    [
      "a number that is left alone still",
      nodes(2, ignoring("scaling_config[0].desired_size")),
      nodes(3, ignoring("scaling_config[0].desired_size")),
      [],
    ],
    ["a group that never said a number", group(ignoring("desired_capacity")), group({}), []],
    [
      "a number that is the author's alone",
      service(9),
      service(2),
      ["update aws_ecs_service.web - desired_count=2"],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it("is shown as what AWS has by now", () => {
    const [change = expect.fail("no change")] = compareStacks(
      stack({ ...service(1, ECS), ...TARGET }),
      stack(service(1)),
    );
    expect(linesOf(change).map(({ weight, text }) => `${weight}: ${text}`)).toEqual([
      "danger: desired_count: stops hosts or tasks, when more run by now than the number that is written: the apply stops the rest; first look how many run, and write that number or the most that scaling allowed",
      "detail: desired_count: as AWS has it by now -> 1",
    ]);
  });

  it("is no difference of two stacks that write the same", () => {
    expect(sideBySide(stack(service(1, ECS)), stack(service(1), "other")).differing).toEqual([]);
  });

  it("may replace what it would replace: AWS may have what is written", () => {
    const instance = (more = {}) => ({ aws_instance: { web: { ami: "ami-1", ...more } } });
    expect(told(instance(ignoring("ami")), instance())).toEqual([
      "may-replace aws_instance.web data ami=ami-1",
    ]);
  });

  it("is held against the plan, which knows it", () => {
    const after = stack(service(3));
    const changes = compareStacks(stack({ ...service(1, ECS), ...TARGET }), after);
    const judge = (was: number, allowed: readonly string[] = []) =>
      judgePlanned(
        {
          resources: [
            plannedResource("aws_ecs_service.web", {
              action: "update",
              changed: ["desired_count"],
              before: { desired_count: was },
              after: { desired_count: 3 },
            }),
          ],
          configured: ["aws_ecs_service.web"],
          errored: false,
          complete: true,
        },
        { stack: after, changes, settings: [], allowed: new Set(allowed) },
      ).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
    expect(judge(10)).toEqual([
      "error plan/loss-not-allowed: aws_ecs_service.web: desired_count goes from 10 to 3, and what runs beyond that is stopped",
    ]);
    expect(judge(10, ["aws_ecs_service.web"])).toEqual([]);
    expect(judge(2)).toEqual([]);
  });

  it("is refused where storage that has grown would be made smaller", () => {
    const database = (more = {}) => ({ aws_db_instance: { orders: { allocated_storage: 20, ...more } } });
    const [change = expect.fail("no change")] = compareStacks(
      stack(database({ max_allocated_storage: 100 })),
      stack(database()),
    );
    expect(change.refusals.map(({ argument, effect }) => `${argument} ${effect}`)).toEqual([
      "max_allocated_storage refused",
    ]);
  });
});
