import { describe, expect, test } from "vitest";
import { describeApplied } from "../support/applied-stack.ts";
import { at, listAt } from "../support/json.ts";

const OURS = [{ Name: "tag:project", Values: ["nat64-playground"] }];

describeApplied("nat64-playground", "eu-west-1", ({ ask, askAll, output }) => {
  describe("through the AWS API", () => {
    test("interface endpoints are dual-stack, stand in dual-stack subnets and answer by the usual names", async () => {
      const [endpoints, subnets] = await askAll([
        [
          "ec2",
          "describe_vpc_endpoints",
          { Filters: [{ Name: "vpc-endpoint-type", Values: ["Interface"] }] },
        ],
        ["ec2", "describe_subnets", { Filters: OURS }],
      ]);
      const found = listAt(endpoints, "VpcEndpoints");
      expect(found.map((endpoint) => at(endpoint, "ServiceName")).sort()).toEqual([
        "com.amazonaws.eu-west-1.logs",
        "com.amazonaws.eu-west-1.ssm",
        "com.amazonaws.eu-west-1.ssmmessages",
      ]);
      const dualStack = listAt(subnets, "Subnets")
        .filter(
          (subnet) =>
            at(subnet, "CidrBlock") !== undefined && listAt(subnet, "Ipv6CidrBlockAssociationSet").length > 0,
        )
        .map((subnet) => at(subnet, "SubnetId"));
      for (const endpoint of found) {
        expect(endpoint).toMatchObject({
          IpAddressType: "dualstack",
          DnsOptions: { DnsRecordIpType: "dualstack" },
          PrivateDnsEnabled: true,
        });
        const places = listAt(endpoint, "SubnetIds");
        expect(places).toHaveLength(2);
        expect(dualStack).toEqual(expect.arrayContaining([...places]));
      }
    });

    test("gateway endpoints carry the families of their route tables' subnets", async () => {
      const [endpoints, tables] = await askAll([
        ["ec2", "describe_vpc_endpoints", { Filters: [{ Name: "vpc-endpoint-type", Values: ["Gateway"] }] }],
        ["ec2", "describe_route_tables", { Filters: OURS }],
      ]);
      const nameOf = new Map(
        listAt(tables, "RouteTables").map((table) => [
          at(table, "RouteTableId"),
          at(
            listAt(table, "Tags").find((tag) => at(tag, "Key") === "Name"),
            "Value",
          ),
        ]),
      );
      const told = listAt(endpoints, "VpcEndpoints").map((endpoint) => [
        at(endpoint, "IpAddressType"),
        at(endpoint, "DnsOptions", "DnsRecordIpType"),
        listAt(endpoint, "RouteTableIds").map((id) => nameOf.get(id)),
      ]);
      expect(told.map(([type, , names]) => [type, names]).sort()).toEqual([
        ["dualstack", ["nat64-playground-public"]],
        ["ipv6", ["nat64-playground-app"]],
      ]);
      expect(told.find(([type]) => type === "ipv6")?.[1]).toBe("ipv6");
    });

    test("hosts of the launch template and the jump host have IMDS over IPv6, tokens required", async () => {
      const [templates, instances] = await askAll([
        ["ec2", "describe_launch_template_versions", { LaunchTemplateName: "nat64-playground-app" }],
        ["ec2", "describe_instances", { Filters: OURS }],
      ]);
      const expected = { HttpProtocolIpv6: "enabled", HttpTokens: "required", HttpEndpoint: "enabled" };
      expect(at(templates, "LaunchTemplateVersions", 0, "LaunchTemplateData")).toMatchObject({
        MetadataOptions: expected,
        NetworkInterfaces: [{ PrimaryIpv6: true }],
      });
      const hosts = listAt(instances, "Reservations").flatMap((item) => listAt(item, "Instances"));
      const withIpv6 = hosts.filter((host) => at(host, "PrivateIpAddress") !== "10.254.1.235");
      expect(withIpv6).toHaveLength(3);
      for (const host of withIpv6) expect(host).toMatchObject({ MetadataOptions: expected });
    });

    test("the target group takes the hosts by IPv6, behind a dual-stack balancer", async () => {
      const [groups, balancers] = await askAll([
        ["elbv2", "describe_target_groups", {}],
        ["elbv2", "describe_load_balancers", {}],
      ]);
      expect(at(groups, "TargetGroups", 0)).toMatchObject({
        IpAddressType: "ipv6",
        TargetType: "instance",
        Protocol: "HTTP",
        Port: 8080,
        TargetGroupArn: await output("target-group"),
      });
      expect(at(balancers, "LoadBalancers", 0, "IpAddressType")).toBe("dualstack");
      const health = await ask("elbv2", "describe_target_health", {
        TargetGroupArn: at(groups, "TargetGroups", 0, "TargetGroupArn"),
      });
      expect(listAt(health, "TargetHealthDescriptions")).toHaveLength(2);
    });

    test("the legacy host has the address that DNS64 writes as 64:ff9b::afe:1eb, and lets NAT64 in", async () => {
      const [instances, rules, nats] = await askAll([
        [
          "ec2",
          "describe_instances",
          { Filters: [{ Name: "private-ip-address", Values: ["10.254.1.235"] }] },
        ],
        ["ec2", "describe_security_group_rules", {}],
        ["ec2", "describe_nat_gateways", { Filters: [{ Name: "state", Values: ["available"] }] }],
      ]);
      const host = at(instances, "Reservations", 0, "Instances", 0);
      expect(at(host, "NetworkInterfaces", 0, "Ipv6Addresses")).toEqual([]);
      const group = at(host, "SecurityGroups", 0, "GroupId");
      const inbound = listAt(rules, "SecurityGroupRules")
        .filter((rule) => at(rule, "GroupId") === group && at(rule, "IsEgress") === false)
        .map((rule) => at(rule, "CidrIpv4"));
      expect(inbound).toEqual(expect.arrayContaining(["10.254.16.0/24", "10.254.17.0/24"]));
      const place = await ask("ec2", "describe_subnets", {
        SubnetIds: [at(nats, "NatGateways", 0, "SubnetId")],
      });
      expect(inbound).toContain(at(place, "Subnets", 0, "CidrBlock"));
    });
  });
});
