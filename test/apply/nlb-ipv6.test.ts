import { beforeAll, describe, expect, test } from "vitest";
import { describeApplied } from "../support/applied-stack.ts";
import { orderOf, type Steps } from "../support/apply-order.ts";
import { addressIn } from "../support/ipv6-blocks.ts";
import { at, listAt, textAt } from "../support/json.ts";

describeApplied("nlb-ipv6", "eu-west-1", ({ ask, askAll, output, applyEdit, plan }) => {
  describe("through the AWS API", () => {
    test("the network balancer is dual-stack and stands in the dual-stack subnets", async () => {
      const balancers = await ask("elbv2", "describe_load_balancers", {});
      expect(listAt(balancers, "LoadBalancers")).toHaveLength(1);
      const balancer = at(balancers, "LoadBalancers", 0);
      expect(balancer).toMatchObject({ IpAddressType: "dualstack", Type: "network" });
      const ids = listAt(balancer, "AvailabilityZones").map((zone) => at(zone, "SubnetId"));
      const subnets = listAt(await ask("ec2", "describe_subnets", { SubnetIds: ids }), "Subnets");
      expect(
        subnets.map((subnet) => [
          at(subnet, "AvailabilityZone"),
          at(subnet, "CidrBlock"),
          at(subnet, "Ipv6Native"),
        ]),
      ).toEqual(
        expect.arrayContaining([
          ["eu-west-1a", "10.50.0.0/24", false],
          ["eu-west-1b", "10.50.1.0/24", false],
        ]),
      );
      expect(subnets).toHaveLength(2);
      for (const subnet of subnets) expect(listAt(subnet, "Ipv6CidrBlockAssociationSet")).toHaveLength(1);
      expect(await output("edge-host")).toBe(at(balancer, "DNSName"));
    });

    test("each listener forwards TCP to an IPv6 target group: one of instances, one of addresses", async () => {
      const [balancers, groups] = await askAll([
        ["elbv2", "describe_load_balancers", {}],
        ["elbv2", "describe_target_groups", {}],
      ]);
      const listeners = await ask("elbv2", "describe_listeners", {
        LoadBalancerArn: textAt(balancers, "LoadBalancers", 0, "LoadBalancerArn"),
      });
      const forwards = listAt(listeners, "Listeners").map((listener) => {
        const arn = at(listener, "DefaultActions", 0, "TargetGroupArn");
        const group = listAt(groups, "TargetGroups").find((one) => at(one, "TargetGroupArn") === arn);
        const { Protocol, Port, TargetType, IpAddressType } = Object(group);
        return [at(listener, "Port"), at(listener, "Protocol"), TargetType, IpAddressType, Protocol, Port];
      });
      expect(forwards.sort()).toEqual([
        [443, "TCP", "instance", "ipv6", "TCP", 8443],
        [6514, "TCP", "ip", "ipv6", "TCP", 6514],
      ]);
    });

    test("instance targets have a primary IPv6 address; the address target is the collector's fixed one", async () => {
      const [groups, instances] = await askAll([
        ["elbv2", "describe_target_groups", {}],
        ["ec2", "describe_instances", {}],
      ]);
      const hosts = listAt(instances, "Reservations").flatMap((one) => listAt(one, "Instances"));
      for (const host of hosts) expect(at(host, "PrivateIpAddress")).toBeUndefined();
      const targetsOf = async (type: string) => {
        const group = listAt(groups, "TargetGroups").find((one) => at(one, "TargetType") === type);
        const health = await ask("elbv2", "describe_target_health", {
          TargetGroupArn: textAt(group, "TargetGroupArn"),
        });
        return listAt(health, "TargetHealthDescriptions").map((target) => textAt(target, "Target", "Id"));
      };
      const byInstance = await targetsOf("instance");
      expect(byInstance).toHaveLength(2);
      for (const id of byInstance) {
        const host = hosts.find((one) => at(one, "InstanceId") === id);
        expect(host).toMatchObject({ NetworkInterfaces: [{ Ipv6Addresses: [{ IsPrimaryIpv6: true }] }] });
      }
      const addresses = await output("collector-addresses");
      expect(await targetsOf("ip")).toEqual(addresses);
      const vpcs = await ask("ec2", "describe_vpcs", {
        Filters: [{ Name: "tag:Name", Values: ["nlb-ipv6"] }],
      });
      const block = textAt(vpcs, "Vpcs", 0, "Ipv6CidrBlockAssociationSet", 0, "Ipv6CidrBlock");
      // Slot 1, zone a: the sixteenth /64 of the /56.
      expect(addresses).toEqual([addressIn(block, 0x10, 0x6514)]);
    });

    test("both target security groups let in the balancer's security group and nothing else", async () => {
      const [groups, answer] = await askAll([
        ["ec2", "describe_security_groups", { Filters: [{ Name: "tag:project", Values: ["nlb-ipv6"] }] }],
        ["ec2", "describe_security_group_rules", {}],
      ]);
      const idOf = (name: string) => {
        const group = listAt(groups, "SecurityGroups").find((one) =>
          listAt(one, "Tags").some((tag) => at(tag, "Key") === "Name" && at(tag, "Value") === name),
        );
        return textAt(group, "GroupId");
      };
      const inbound = (name: string) =>
        listAt(answer, "SecurityGroupRules")
          .filter((rule) => at(rule, "GroupId") === idOf(name) && at(rule, "IsEgress") === false)
          .map((rule) => [at(rule, "FromPort"), at(rule, "ReferencedGroupInfo", "GroupId")]);
      expect(inbound("nlb-ipv6-web")).toEqual([[8443, idOf("nlb-ipv6-balancer")]]);
      expect(inbound("nlb-ipv6-collector")).toEqual([[6514, idOf("nlb-ipv6-balancer")]]);
    });
  });

  describe("target groups that change while listeners forward to them", () => {
    const GROUPS = `\
  web:
    protocol: TCP
    port: 8443
    ipAddressType: ipv6
    targets: { autoScalingGroups: [web] } # by instance
  collector:
    protocol: TCP
    port: 6514
    ipAddressType: ipv6
    targets: { instanceAddresses: [collector] } # by address
`;
    const group = (name: string, port: number, targets: string) =>
      `  ${name}: { protocol: TCP, port: ${port}, ipAddressType: ipv6, targets: { ${targets} } }\n`;
    const web = group("web", 9443, "autoScalingGroups: [web]");
    const next = group("next", 8444, "autoScalingGroups: [web]");
    let first: Steps;
    let second: Steps;

    beforeAll(async () => {
      // Both groups are replaced at one go; and beside that the first of the three steps to `next`.
      const collector = group("collector", 6515, "instanceAddresses: [collector]");
      first = await applyEdit([GROUPS, `${web}${collector}${next}`]);
      // The second of them; and `collector` is given up for `sink` at one go.
      const sink = group("sink", 6514, "instanceAddresses: [collector]");
      second = await applyEdit(
        [GROUPS, `${web}${sink}${next}`],
        ["forwardTo: web", "forwardTo: next"],
        ["forwardTo: collector", "forwardTo: sink"],
      );
    });

    test.each([
      ["web", "update", "aws_autoscaling_group.web", "https"],
      ["collector", "create", "aws_lb_target_group_attachment.collector_collector", "syslog"],
    ])("the listener moves to the new %s when that has its targets", (name, action, targets, listener) => {
      const wanted = [
        `create done aws_lb_target_group.${name}`,
        `${action} done ${targets}`,
        `update started aws_lb_listener.edge_${listener}`,
        `update done aws_lb_listener.edge_${listener}`,
        `delete started aws_lb_target_group.${name}`,
      ];
      expect(orderOf(first, wanted)).toEqual(wanted);
    });

    test.each([
      ["replaced at one go", () => first, "collector_collector"],
      ["given up at one go", () => second, "collector_collector"],
    ])("one that is %s loses its targets first, which order does not cure", (_, steps, attachment) => {
      const wanted = [
        `delete done aws_lb_target_group_attachment.${attachment}`,
        "update started aws_lb_listener.edge_syslog",
      ];
      expect(orderOf(steps(), wanted)).toEqual(wanted);
    });

    test("the second of three steps moves the listener, and no target", () => {
      expect(second.filter((step) => !/collector|sink|syslog/.test(step))).toEqual([
        "update started aws_lb_listener.edge_https",
        "update done aws_lb_listener.edge_https",
      ]);
    });

    test("nothing is left to change after them", async () => {
      expect(await (await plan()).differences()).toEqual([]);
    });
  });
});
