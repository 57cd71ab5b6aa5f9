// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the template is AWS's
import { expect, test } from "vitest";
import { describeAppliedInOrder, stacksOf } from "../support/applied-stacks.ts";
import { at, listAt, textAt } from "../support/json.ts";

const SHOP = `apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 1 }
  securityGroups:
    web:
      ingress: { http: { protocol: tcp, ports: 80, from: { vpc: {} } } }
compute:
  instanceProfiles:
    web:
      inlinePolicies:
        look:
          Statement:
            - Effect: Allow
              Action: ["autoscaling:CompleteLifecycleAction"]
              Resource: ["ref:autoScalingGroupArn.web"]
              Condition: { StringEquals: { "aws:PrincipalTag/team": ["\${aws:RequestTag/team}"] } }
  autoScalingGroups:
    web:
      subnets: [app]
      instanceType: t4g.small
      instanceProfile: web
      securityGroups: [web]
      desiredCapacity: 1
      scaling:
        targetTracking:
          ASGAverageCPUUtilization: { targetValue: 60, estimatedInstanceWarmup: 90 }
          ALBRequestCountPerTarget: { targetValue: 1000, targetGroup: web, disableScaleIn: true }
        schedules:
          morning: { recurrence: 0 7 * * MON-FRI, timeZone: Europe/Lisbon, minSize: 1, maxSize: 4, desiredCapacity: 3 }
          night: { recurrence: 0 22 * * *, minSize: 1, maxSize: 1 }
loadBalancers:
  web:
    type: application
    scheme: internal
    subnets: [app]
    securityGroups: [web]
    listeners: { http: { port: 80, protocol: HTTP, action: { forwardTo: web } } }
targetGroups:
  web: { protocol: HTTP, port: 80, targets: { autoScalingGroups: [web] } }
`;

const stacks = { region: "eu-west-1", folders: (scratch: string) => stacksOf({ shop: SHOP }, scratch) };

describeAppliedInOrder("an auto scaling group that scales", stacks, (applied) => {
  test("follows its CPU, and the requests of its own target group", async () => {
    const policies = listAt(await applied.ask("autoscaling", "describe_policies", {}), "ScalingPolicies");
    expect(policies).toHaveLength(2);
    const [group] = listAt(await applied.ask("elbv2", "describe_target_groups", {}), "TargetGroups");
    const [balancer] = listAt(await applied.ask("elbv2", "describe_load_balancers", {}), "LoadBalancers");
    const label = `${textAt(balancer, "LoadBalancerArn").replace(/^.*loadbalancer\//, "")}/${textAt(group, "TargetGroupArn").replace(/^.*:/, "")}`;
    expect(policies).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          PolicyName: "ASGAverageCPUUtilization",
          TargetTrackingConfiguration: expect.objectContaining({
            PredefinedMetricSpecification: { PredefinedMetricType: "ASGAverageCPUUtilization" },
            TargetValue: 60,
          }),
        }),
        expect.objectContaining({
          PolicyName: "ALBRequestCountPerTarget",
          TargetTrackingConfiguration: expect.objectContaining({
            PredefinedMetricSpecification: {
              PredefinedMetricType: "ALBRequestCountPerTarget",
              ResourceLabel: label,
            },
            DisableScaleIn: true,
          }),
        }),
      ]),
    );
  });

  test("has hosts with rights on their own group, and a variable that only AWS reads", async () => {
    const answer = await applied.ask("iam", "get_role_policy", {
      RoleName: "shop-web",
      PolicyName: "shop-look",
    });
    const groups = await applied.ask("autoscaling", "describe_auto_scaling_groups", {});
    expect(at(answer, "PolicyDocument")).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["autoscaling:CompleteLifecycleAction"],
          Resource: [textAt(groups, "AutoScalingGroups", 0, "AutoScalingGroupARN")],
          Condition: { StringEquals: { "aws:PrincipalTag/team": ["${aws:RequestTag/team}"] } },
        },
      ],
    });
  });

  test("has other sizes at times, and no number of hosts where none is said", async () => {
    const answer = await applied.ask("autoscaling", "describe_scheduled_actions", {});
    const actions = listAt(answer, "ScheduledUpdateGroupActions");
    expect(actions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ScheduledActionName: "morning",
          Recurrence: "0 7 * * MON-FRI",
          TimeZone: "Europe/Lisbon",
          MinSize: 1,
          MaxSize: 4,
          DesiredCapacity: 3,
        }),
        expect.objectContaining({ ScheduledActionName: "night", MinSize: 1, MaxSize: 1 }),
      ]),
    );
    const night = actions.find((one) => textAt(one, "ScheduledActionName") === "night");
    expect(night).not.toHaveProperty("DesiredCapacity");
  });
});
