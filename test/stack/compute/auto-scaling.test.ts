// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { networkFrom } from "../../support/network.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

function jsonOf(group: string): Record<string, unknown> {
  const json = stackJson(
    networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, internet: egress-only, slot: 0 } }
  securityGroups: { web: { ingress: { http: { protocol: tcp, ports: 80, from: { vpc: {} } } } } }
compute:
  autoScalingGroups:
    web: { subnets: [app], instanceType: t4g.small, securityGroups: [web], ${group} }
loadBalancers:
  tcp:
    type: network
    scheme: internal
    subnets: [app]
    securityGroups: [web]
    listeners: { tcp: { port: 80, protocol: TCP, action: { forwardTo: plain } } }
  web:
    type: application
    scheme: internal
    subnets: [app]
    securityGroups: [web]
    listeners: { http: { port: 80, protocol: HTTP, action: { forwardTo: web } } }
targetGroups:
  plain: { protocol: TCP, port: 80, targets: { autoScalingGroups: [web] } }
  web: { protocol: HTTP, port: 80, targets: { autoScalingGroups: [web] } }
`),
  );
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

describe("a group that follows metrics", () => {
  const json = jsonOf(`desiredCapacity: 2, scaling: { targetTracking: {
      ASGAverageCPUUtilization: { targetValue: 60, estimatedInstanceWarmup: 90, disableScaleIn: true },
      ALBRequestCountPerTarget: { targetValue: 1000, targetGroup: web } } }`);

  test("has its number of hosts left alone after the first apply, and its sizes as they are written", () => {
    const group = resourceIn(json, "aws_autoscaling_group.web");
    expect(group).toMatchObject({
      desired_capacity: 2,
      min_size: 1,
      max_size: 2,
      lifecycle: { ignore_changes: ["desired_capacity"] },
    });
  });

  test("keeps their CPU near a value", () => {
    expect(resourceIn(json, "aws_autoscaling_policy.web_ASGAverageCPUUtilization")).toEqual({
      autoscaling_group_name: "${aws_autoscaling_group.web.name}",
      name: "ASGAverageCPUUtilization",
      policy_type: "TargetTrackingScaling",
      estimated_instance_warmup: 90,
      target_tracking_configuration: {
        predefined_metric_specification: { predefined_metric_type: "ASGAverageCPUUtilization" },
        target_value: 60,
        disable_scale_in: true,
      },
    });
  });

  test("counts the requests of its target group, once a listener forwards there", () => {
    expect(resourceIn(json, "aws_autoscaling_policy.web_ALBRequestCountPerTarget")).toMatchObject({
      target_tracking_configuration: {
        predefined_metric_specification: {
          predefined_metric_type: "ALBRequestCountPerTarget",
          resource_label: "${aws_lb.web.arn_suffix}/${aws_lb_target_group.web.arn_suffix}",
        },
        target_value: 1000,
        disable_scale_in: false,
      },
      depends_on: ["aws_lb_listener.web_http"],
    });
  });
});

describe("a group with schedules", () => {
  const schedule = (more: string) => `scaling: { schedules: { morning: {
      recurrence: 0 7 * * MON-FRI, timeZone: Europe/Lisbon, minSize: 4, maxSize: 20${more} } } }`;

  test("has other sizes at certain times, and no apply puts them back", () => {
    const json = jsonOf(schedule(", desiredCapacity: 6"));
    expect(resourceIn(json, "aws_autoscaling_schedule.web_morning")).toEqual({
      autoscaling_group_name: "${aws_autoscaling_group.web.name}",
      scheduled_action_name: "morning",
      recurrence: "0 7 * * MON-FRI",
      time_zone: "Europe/Lisbon",
      min_size: 4,
      max_size: 20,
      desired_capacity: 6,
    });
    expect(resourceIn(json, "aws_autoscaling_group.web")["lifecycle"]).toEqual({
      ignore_changes: ["max_size", "min_size"],
    });
  });

  test("keeps the number of hosts where the schedule says none: left out, it would be 0", () => {
    const action = resourceIn(jsonOf(schedule("")), "aws_autoscaling_schedule.web_morning");
    expect(action["desired_capacity"]).toBe(-1);
  });
});

test("a group that nothing scales has no lifecycle", () => {
  expect(resourceIn(jsonOf("desiredCapacity: 2"), "aws_autoscaling_group.web")).not.toHaveProperty(
    "lifecycle",
  );
});
