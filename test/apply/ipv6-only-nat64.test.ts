import { describe, expect, test } from "vitest";
import { describeApplied } from "../support/applied-stack.ts";
import { at, listAt, textAt } from "../support/json.ts";

describeApplied("ipv6-only-nat64", "eu-west-1", ({ ask, askAll, output }) => {
  describe("through the AWS API", () => {
    test("the application subnets are IPv6-only, with DNS64, AAAA records and resource names", async () => {
      const answer = await ask("ec2", "describe_subnets", {
        Filters: [{ Name: "ipv6-native", Values: ["true"] }],
      });
      const subnets = listAt(answer, "Subnets");
      expect(subnets.map((subnet) => at(subnet, "AvailabilityZone")).sort()).toEqual([
        "eu-west-1a",
        "eu-west-1b",
      ]);
      for (const subnet of subnets) {
        expect(at(subnet, "CidrBlock")).toBeUndefined();
        expect(subnet).toMatchObject({
          Ipv6Native: true,
          EnableDns64: true,
          AssignIpv6AddressOnCreation: true,
          PrivateDnsNameOptionsOnLaunch: {
            HostnameType: "resource-name",
            EnableResourceNameDnsAAAARecord: true,
          },
          Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlockState: { State: "associated" } }],
        });
      }
      const blocks = subnets.map((subnet) => at(subnet, "Ipv6CidrBlockAssociationSet", 0, "Ipv6CidrBlock"));
      expect(await output("app-ipv6-blocks")).toEqual(blocks.sort());
    });

    test("64:ff9b::/96 goes to the NAT gateway of the same zone, which stands in a public subnet", async () => {
      const [tables, nats, subnets] = await askAll([
        ["ec2", "describe_route_tables", { Filters: [{ Name: "tag:project", Values: ["ipv6-only-nat64"] }] }],
        ["ec2", "describe_nat_gateways", { Filters: [{ Name: "state", Values: ["available"] }] }],
        ["ec2", "describe_subnets", { Filters: [{ Name: "tag:project", Values: ["ipv6-only-nat64"] }] }],
      ]);
      const zoneOf = (id: unknown) =>
        at(
          listAt(subnets, "Subnets").find((subnet) => at(subnet, "SubnetId") === id),
          "AvailabilityZone",
        );
      const zoneOfNat = new Map(
        listAt(nats, "NatGateways").map((nat) => [at(nat, "NatGatewayId"), zoneOf(at(nat, "SubnetId"))]),
      );
      const nat64 = listAt(tables, "RouteTables").flatMap((table) =>
        listAt(table, "Routes")
          .filter((route) => at(route, "DestinationIpv6CidrBlock") === "64:ff9b::/96")
          .map((route) => [
            zoneOf(at(table, "Associations", 0, "SubnetId")),
            zoneOfNat.get(at(route, "NatGatewayId")),
          ]),
      );
      expect(nat64.sort()).toEqual([
        ["eu-west-1a", "eu-west-1a"],
        ["eu-west-1b", "eu-west-1b"],
      ]);
      const eigw = listAt(tables, "RouteTables").flatMap((table) =>
        listAt(table, "Routes").filter(
          (route) =>
            at(route, "DestinationIpv6CidrBlock") === "::/0" &&
            at(route, "EgressOnlyInternetGatewayId") !== undefined,
        ),
      );
      expect(eigw).toHaveLength(2);
      expect(await output("nat-public-ips")).toHaveLength(2);
    });

    test("the network ACL denies telnet first, and speaks of IPv6 alone", async () => {
      const answer = await ask("ec2", "describe_network_acls", {
        Filters: [{ Name: "default", Values: ["false"] }],
      });
      const entries = listAt(answer, "NetworkAcls", 0, "Entries");
      const inbound = entries.filter((entry) => at(entry, "Egress") === false);
      const first = Math.min(...inbound.map((entry) => Number(at(entry, "RuleNumber"))));
      expect(inbound.find((entry) => at(entry, "RuleNumber") === first)).toMatchObject({
        RuleNumber: 50,
        RuleAction: "deny",
        Protocol: "6",
        PortRange: { From: 23, To: 23 },
        Ipv6CidrBlock: "::/0",
      });
      expect(entries).toContainEqual(
        expect.objectContaining({ Protocol: "58", IcmpTypeCode: { Type: -1, Code: -1 } }),
      );
      const own = entries.filter((entry) => at(entry, "RuleNumber") !== 32767);
      expect(own.filter((entry) => at(entry, "CidrBlock") !== undefined)).toEqual([]);
    });

    test("the launch template turns IMDS over IPv6 on with tokens required, and asks for a primary address", async () => {
      const answer = await ask("ec2", "describe_launch_template_versions", {
        LaunchTemplateName: "ipv6-only-nat64-app",
      });
      expect(at(answer, "LaunchTemplateVersions", 0, "LaunchTemplateData")).toMatchObject({
        MetadataOptions: { HttpProtocolIpv6: "enabled", HttpTokens: "required", HttpEndpoint: "enabled" },
        NetworkInterfaces: [{ DeviceIndex: 0, PrimaryIpv6: true }],
        PrivateDnsNameOptions: { HostnameType: "resource-name", EnableResourceNameDnsAAAARecord: true },
      });
      const encoded = textAt(answer, "LaunchTemplateVersions", 0, "LaunchTemplateData", "UserData");
      const script = Buffer.from(encoded, "base64").toString("utf8");
      expect(script).toMatch(/^#!.*\n/);
      expect(script).toContain("export AWS_USE_DUALSTACK_ENDPOINT='true'\n");
      expect(script).toContain("python3 -m http.server 8080 --bind ::");
    });

    test("the hosts have no IPv4 address, and are targets of an IPv6 group behind a dual-stack balancer", async () => {
      const [instances, groups, balancers] = await askAll([
        ["ec2", "describe_instances", {}],
        ["elbv2", "describe_target_groups", {}],
        ["elbv2", "describe_load_balancers", {}],
      ]);
      const hosts = listAt(instances, "Reservations").flatMap((reservation) =>
        listAt(reservation, "Instances"),
      );
      expect(hosts).toHaveLength(2);
      for (const host of hosts) {
        expect(at(host, "PrivateIpAddress")).toBeUndefined();
        expect(host).toMatchObject({ NetworkInterfaces: [{ Ipv6Addresses: [{ IsPrimaryIpv6: true }] }] });
      }
      expect(at(groups, "TargetGroups", 0)).toMatchObject({ IpAddressType: "ipv6", TargetType: "instance" });
      expect(at(balancers, "LoadBalancers", 0, "IpAddressType")).toBe("dualstack");
      const subnets = listAt(balancers, "LoadBalancers", 0, "AvailabilityZones").map((zone) =>
        at(zone, "SubnetId"),
      );
      const native = await ask("ec2", "describe_subnets", { SubnetIds: subnets });
      expect(listAt(native, "Subnets").map((subnet) => at(subnet, "Ipv6Native"))).toEqual([false, false]);
    });
  });
});
