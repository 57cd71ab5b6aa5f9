import { describe, expect, test } from "vitest";
import { describeApplied } from "../support/applied-stack.ts";
import { subnetOf } from "../support/ipv6-blocks.ts";
import { at, listAt, textAt } from "../support/json.ts";

describeApplied("dual-stack-web", "eu-west-1", ({ ask, askAll, output }) => {
  describe("through the AWS API", () => {
    test("four dual-stack subnets stand where the address plan says", async () => {
      const [vpcs, answer] = await askAll([
        ["ec2", "describe_vpcs", { Filters: [{ Name: "tag:Name", Values: ["dual-stack-web"] }] }],
        ["ec2", "describe_subnets", { Filters: [{ Name: "tag:project", Values: ["dual-stack-web"] }] }],
      ]);
      const block = textAt(vpcs, "Vpcs", 0, "Ipv6CidrBlockAssociationSet", 0, "Ipv6CidrBlock");
      const subnets = listAt(answer, "Subnets").map((subnet) => [
        at(subnet, "AvailabilityZone"),
        at(subnet, "CidrBlock"),
        at(subnet, "Ipv6CidrBlockAssociationSet", 0, "Ipv6CidrBlock"),
        at(subnet, "AssignIpv6AddressOnCreation"),
        at(subnet, "MapPublicIpOnLaunch"),
      ]);
      expect(subnets.sort()).toEqual([
        ["eu-west-1a", "10.20.0.0/24", subnetOf(block, 0x00), true, false],
        ["eu-west-1a", "10.20.16.0/24", subnetOf(block, 0x10), true, false],
        ["eu-west-1b", "10.20.1.0/24", subnetOf(block, 0x01), true, false],
        ["eu-west-1b", "10.20.17.0/24", subnetOf(block, 0x11), true, false],
      ]);
      expect(subnetOf(String(await output("vpc-ipv6-block")), 0)).toBe(subnetOf(block, 0));
    });

    test("the public tier's IPv6 goes to the internet gateway, the private tier's to the egress-only one", async () => {
      const answer = await ask("ec2", "describe_route_tables", {
        Filters: [{ Name: "tag:project", Values: ["dual-stack-web"] }],
      });
      const routes = listAt(answer, "RouteTables").flatMap((table) => {
        const name = listAt(table, "Tags").find((tag) => at(tag, "Key") === "Name");
        return listAt(table, "Routes").map((route) => [
          at(name, "Value"),
          at(route, "DestinationIpv6CidrBlock") ?? at(route, "DestinationCidrBlock"),
          String(at(route, "EgressOnlyInternetGatewayId") ?? at(route, "GatewayId")).replace(/-.*/, ""),
        ]);
      });
      expect(routes.filter(([, , target]) => target !== "local").sort()).toEqual([
        ["dual-stack-web-app", "::/0", "eigw"],
        ["dual-stack-web-public", "0.0.0.0/0", "igw"],
        ["dual-stack-web-public", "::/0", "igw"],
      ]);
    });

    test("nothing passes by the group, the table and the ACL that AWS made with the VPC", async () => {
      const vpcs = await ask("ec2", "describe_vpcs", {
        Filters: [{ Name: "tag:Name", Values: ["dual-stack-web"] }],
      });
      const ofVpc = { Name: "vpc-id", Values: [textAt(vpcs, "Vpcs", 0, "VpcId")] };
      const [groups, tables, acls] = await askAll([
        [
          "ec2",
          "describe_security_groups",
          { Filters: [ofVpc, { Name: "group-name", Values: ["default"] }] },
        ],
        [
          "ec2",
          "describe_route_tables",
          { Filters: [ofVpc, { Name: "association.main", Values: ["true"] }] },
        ],
        ["ec2", "describe_network_acls", { Filters: [ofVpc, { Name: "default", Values: ["true"] }] }],
      ]);
      expect(listAt(groups, "SecurityGroups")).toMatchObject([
        { IpPermissions: [], IpPermissionsEgress: [] },
      ]);
      expect(listAt(tables, "RouteTables")).toHaveLength(1);
      for (const route of listAt(tables, "RouteTables", 0, "Routes")) {
        expect(at(route, "GatewayId")).toBe("local");
      }
      const entries = listAt(acls, "NetworkAcls", 0, "Entries");
      expect(entries.filter((entry) => at(entry, "RuleAction") === "allow")).toEqual([]);
      expect(listAt(acls, "NetworkAcls", 0, "Associations")).toEqual([]);
    });

    test("both network ACLs let ICMPv6 in as protocol 58 of every type and code", async () => {
      const answer = await ask("ec2", "describe_network_acls", {
        Filters: [{ Name: "default", Values: ["false"] }],
      });
      const acls = listAt(answer, "NetworkAcls");
      expect(acls).toHaveLength(2);
      for (const acl of acls) {
        expect(listAt(acl, "Associations")).toHaveLength(2);
        expect(listAt(acl, "Entries")).toContainEqual(
          expect.objectContaining({
            Egress: false,
            RuleNumber: 221,
            RuleAction: "allow",
            Protocol: "58",
            Ipv6CidrBlock: "::/0",
            IcmpTypeCode: { Type: -1, Code: -1 },
          }),
        );
      }
    });

    test("security groups let out to 0.0.0.0/0 and ::/0 where nothing else is said", async () => {
      const [groups, answer] = await askAll([
        [
          "ec2",
          "describe_security_groups",
          { Filters: [{ Name: "tag:Name", Values: ["dual-stack-web-web"] }] },
        ],
        ["ec2", "describe_security_group_rules", {}],
      ]);
      const id = textAt(groups, "SecurityGroups", 0, "GroupId");
      const out = listAt(answer, "SecurityGroupRules")
        .filter((rule) => at(rule, "GroupId") === id && at(rule, "IsEgress") === true)
        .map((rule) => [at(rule, "IpProtocol"), at(rule, "CidrIpv4") ?? at(rule, "CidrIpv6")]);
      expect(out.sort()).toEqual([
        ["-1", "0.0.0.0/0"],
        ["-1", "::/0"],
      ]);
    });

    test("the dual-stack balancer forwards to an IPv6 target group with the group's hosts in it", async () => {
      const [balancers, groups, instances] = await askAll([
        ["elbv2", "describe_load_balancers", {}],
        ["elbv2", "describe_target_groups", {}],
        ["ec2", "describe_instances", {}],
      ]);
      expect(at(balancers, "LoadBalancers", 0)).toMatchObject({
        IpAddressType: "dualstack",
        Type: "application",
      });
      const group = at(groups, "TargetGroups", 0);
      expect(group).toMatchObject({
        IpAddressType: "ipv6",
        TargetType: "instance",
        Protocol: "HTTP",
        Port: 8080,
      });
      expect(at(group, "LoadBalancerArns", 0)).toBe(at(balancers, "LoadBalancers", 0, "LoadBalancerArn"));
      const health = await ask("elbv2", "describe_target_health", {
        TargetGroupArn: textAt(group, "TargetGroupArn"),
      });
      const hosts = listAt(instances, "Reservations").flatMap((reservation) =>
        listAt(reservation, "Instances"),
      );
      expect(hosts).toHaveLength(2);
      for (const host of hosts) {
        expect(host).toMatchObject({
          MetadataOptions: { HttpProtocolIpv6: "enabled", HttpTokens: "required" },
          NetworkInterfaces: [{ Ipv6Addresses: [{ IsPrimaryIpv6: true }] }],
        });
      }
      const targets = listAt(health, "TargetHealthDescriptions").map((target) => at(target, "Target", "Id"));
      expect(targets.sort()).toEqual(hosts.map((host) => at(host, "InstanceId")).sort());
      expect(await output("url-host")).toBe(at(balancers, "LoadBalancers", 0, "DNSName"));
    });

    test("the office of either family comes to its pages, and nobody else does", async () => {
      const balancers = await ask("elbv2", "describe_load_balancers", {});
      const listeners = await ask("elbv2", "describe_listeners", {
        LoadBalancerArn: textAt(balancers, "LoadBalancers", 0, "LoadBalancerArn"),
      });
      const answer = await ask("elbv2", "describe_rules", {
        ListenerArn: textAt(listeners, "Listeners", 0, "ListenerArn"),
      });
      const rules = listAt(answer, "Rules").map((rule) => [
        at(rule, "Priority"),
        listAt(rule, "Conditions")
          .map((condition) => [at(condition, "Field"), [...valuesOf(condition)].sort()])
          .sort(),
        listAt(rule, "Actions").map((action) => at(action, "Type")),
      ]);
      const path = ["path-pattern", ["/admin/*"]];
      // The emulator tells them in the order in which they were made.
      expect(rules.sort(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
        ["10", [path, ["source-ip", ["198.51.100.0/24", "2001:db8:51::/48"]]], ["forward"]],
        ["20", [path], ["fixed-response"]],
        ["default", [], ["forward"]],
      ]);
    });

    test("the flow log writes the addresses of the packets themselves", async () => {
      const answer = await ask("ec2", "describe_flow_logs", {});
      const format = textAt(answer, "FlowLogs", 0, "LogFormat");
      for (const field of ["pkt-srcaddr", "pkt-dstaddr", "type"]) expect(format).toContain(`\${${field}}`);
      expect(format).not.toContain("$${");
    });
  });
});

function valuesOf(condition: unknown): readonly unknown[] {
  const config = at(condition, "Field") === "source-ip" ? "SourceIpConfig" : "PathPatternConfig";
  return listAt(condition, config, "Values");
}
