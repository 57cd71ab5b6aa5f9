import { describe, expect, test } from "vitest";
import { describeApplied } from "../support/applied-stack.ts";
import { at, listAt, textAt } from "../support/json.ts";

describeApplied("webserver-fixed-address", "eu-west-1", ({ ask, askAll, output }) => {
  /** The one host, the address of it that the world sees by IPv4, and its subnet's block. */
  async function server() {
    const [instances, addresses, subnets] = await askAll([
      ["ec2", "describe_instances", {}],
      ["ec2", "describe_addresses", {}],
      [
        "ec2",
        "describe_subnets",
        { Filters: [{ Name: "tag:project", Values: ["webserver-fixed-address"] }] },
      ],
    ]);
    const block = textAt(subnets, "Subnets", 0, "Ipv6CidrBlockAssociationSet", 0, "Ipv6CidrBlock");
    return { instance: at(instances, "Reservations", 0, "Instances", 0), addresses, block };
  }

  /** The values of each record set of the zone, by name and type. */
  async function answers(): Promise<ReadonlyMap<string, readonly unknown[]>> {
    const zones = await ask("route53", "list_hosted_zones", {});
    const sets = await ask("route53", "list_resource_record_sets", {
      HostedZoneId: textAt(zones, "HostedZones", 0, "Id"),
    });
    return new Map(
      listAt(sets, "ResourceRecordSets").map((set) => [
        `${textAt(set, "Name")} ${textAt(set, "Type")}`,
        listAt(set, "ResourceRecords").map((record) => at(record, "Value")),
      ]),
    );
  }

  describe("through the AWS API", () => {
    test("the host has ::4 of its /64, and no other IPv6 address", async () => {
      const { instance, block } = await server();
      expect(block).toMatch(/::\/64$/);
      const fixed = block.replace(/\/64$/, "4");
      const interfaces = listAt(instance, "NetworkInterfaces");
      expect(interfaces).toHaveLength(1);
      expect(listAt(interfaces[0], "Ipv6Addresses").map((item) => at(item, "Ipv6Address"))).toEqual([fixed]);
      expect(await output("ipv6-addresses")).toEqual([fixed]);
    });

    test("the Elastic IP is the host's", async () => {
      const { instance, addresses } = await server();
      expect(listAt(addresses, "Addresses")).toHaveLength(1);
      expect(at(addresses, "Addresses", 0)).toMatchObject({
        InstanceId: at(instance, "InstanceId"),
        Domain: "vpc",
      });
      expect(await output("ipv4-address")).toBe(at(addresses, "Addresses", 0, "PublicIp"));
    });

    test("the domain and www answer with the Elastic IP and with ::4", async () => {
      const { addresses, block } = await server();
      const byName = await answers();
      const [ipv4, ipv6] = [at(addresses, "Addresses", 0, "PublicIp"), block.replace(/\/64$/, "4")];
      for (const name of ["hextet.example.", "www.hextet.example."]) {
        expect(byName.get(`${name} A`)).toEqual([ipv4]);
        expect(byName.get(`${name} AAAA`)).toEqual([ipv6]);
      }
      expect(await output("name-servers")).toHaveLength(4);
    });

    test("the host answers for its metadata over IPv6 too, with tokens only", async () => {
      const { instance } = await server();
      expect(at(instance, "MetadataOptions")).toMatchObject({
        HttpProtocolIpv6: "enabled",
        HttpTokens: "required",
      });
    });
  });
});
