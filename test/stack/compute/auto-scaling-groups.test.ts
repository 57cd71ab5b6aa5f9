// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform and shells write
import { expect, test } from "vitest";
import type { AutoScalingGroup } from "../../../src/model/types/compute.ts";
import type { Network } from "../../../src/model/types/network.ts";
import {
  NO_COMPUTE,
  sampleAutoScalingGroup,
  sampleLaunchTemplate,
  sampleTargetGroup,
} from "../../support/sample-hosts.ts";
import { sampleNetwork } from "../../support/sample-network.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

function groupIn(
  network: Partial<Network>,
  overrides: Partial<AutoScalingGroup> = {},
): Record<string, unknown> {
  const compute = {
    ...NO_COMPUTE,
    launchTemplates: [sampleLaunchTemplate()],
    autoScalingGroups: [
      sampleAutoScalingGroup({
        subnets: ["app_a", "app_b"],
        targetGroups: ["web"],
        tags: { role: "web" },
        ...overrides,
      }),
    ],
  };
  const sample = sampleNetwork({ targetGroups: [sampleTargetGroup()], compute, ...network });
  return resourceIn(stackJson(sample), "aws_autoscaling_group.web");
}

test("a group follows its launch template's newest version and keeps its capacity meanwhile", () => {
  expect(groupIn({})).toEqual({
    name: "sample-web",
    vpc_zone_identifier: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
    launch_template: {
      id: "${aws_launch_template.web.id}",
      version: "${aws_launch_template.web.latest_version}",
    },
    min_size: 1,
    max_size: 3,
    desired_capacity: 2,
    health_check_type: "ELB",
    health_check_grace_period: 300,
    target_group_arns: ["${aws_lb_target_group.web.arn}"],
    instance_refresh: {
      strategy: "Rolling",
      preferences: { min_healthy_percentage: 100, max_healthy_percentage: 110 },
    },
    tag: [
      { key: "Name", value: "sample-web", propagate_at_launch: true },
      { key: "role", value: "web", propagate_at_launch: true },
    ],
  });
});

test("the blueprint's tags stay on the group: propagated, they would win over the host's own", () => {
  expect(groupIn({ tags: { owner: "platform", role: "any" } })["tag"]).toEqual([
    { key: "Name", value: "sample-web", propagate_at_launch: true },
    { key: "owner", value: "platform", propagate_at_launch: false },
    { key: "role", value: "web", propagate_at_launch: true },
  ]);
});

test("a capacity that the author left to scaling policies is not written, so that no apply undoes theirs", () => {
  expect(groupIn({}, { desiredCapacity: null })).not.toHaveProperty("desired_capacity");
});
