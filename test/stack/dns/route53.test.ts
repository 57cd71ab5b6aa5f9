// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { networkWith } from "../../model/hosts-blueprint.ts";
import { at } from "../../support/json.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";

function jsonOf(records: string, rest = "") {
  const json = stackJson(
    networkWith(`
compute:
  instances:
    web: { instanceType: t4g.small, subnet: public, ami: { id: ami-1 }, ipv6Addresses: ["::4"], elasticIp: true }
    bare: { instanceType: t4g.small, subnet: public, ami: { id: ami-1 }, associatePublicIpAddress: true }
loadBalancers:
  site:
    type: application
    ipAddressType: dualstack
    subnets: [public]
    listeners: { http: { port: 80, protocol: HTTP, action: { redirectToHttps: {} } } }
route53:
  hostedZones:
    given: { name: example.net, source: { existing: { id: Z0123 } } }
    site: { name: example.com, source: { public: {} }, tags: { kind: zone } }
    inside: { name: corp.example.com, source: { private: {} } }
  records:
    ${records}
${rest}`),
  );
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

describe("hosted zones", () => {
  const json = jsonOf("a: { hostedZone: given, value: { a: [192.0.2.4] } }");

  test("are made where they are new: public ones for all the world, private ones for the VPC", () => {
    expect(addressesIn(json).filter((address) => address.includes("route53_zone"))).toEqual([
      "aws_route53_zone.inside",
      "aws_route53_zone.site",
    ]);
    expect(resourceIn(json, "aws_route53_zone.site")).toEqual({
      name: "example.com",
      comment: "Stack shop",
      tags: { Name: "example.com", kind: "zone" },
    });
    expect(resourceIn(json, "aws_route53_zone.inside")).toMatchObject({
      name: "corp.example.com",
      vpc: [{ vpc_id: "${aws_vpc.main.id}" }],
    });
  });

  test("are named by their id where they are there already", () => {
    expect(resourceIn(json, "aws_route53_record.a_a")).toEqual({
      zone_id: "Z0123",
      name: "example.net",
      type: "A",
      ttl: 300,
      records: ["192.0.2.4"],
    });
  });
});

describe("records", () => {
  test("one alias entry makes an A and an AAAA record of a dual-stack balancer", () => {
    const json = jsonOf("www: { hostedZone: site, name: www, value: { alias: { loadBalancer: site } } }");
    for (const type of ["A", "AAAA"]) {
      expect(resourceIn(json, `aws_route53_record.www_${type.toLowerCase()}`)).toEqual({
        zone_id: "${aws_route53_zone.site.zone_id}",
        name: "www.example.com",
        type,
        alias: {
          name: "${aws_lb.site.dns_name}",
          zone_id: "${aws_lb.site.zone_id}",
          evaluate_target_health: true,
        },
      });
    }
  });

  test.each([
    ["site", "web", "a", ["${aws_eip.web_instance.public_ip}"]],
    ["site", "web", "aaaa", "${aws_instance.web.ipv6_addresses}"],
    ["site", "bare", "a", ["${aws_instance.bare.public_ip}"]],
    ["inside", "web", "a", ["${aws_instance.web.private_ip}"]],
  ])("in zone %s, instance %s, type %s", (zone, name, type, records) => {
    const json = jsonOf(`host: { hostedZone: ${zone}, name: host, value: { instance: { name: ${name} } } }`);
    expect(resourceIn(json, `aws_route53_record.host_${type}`)["records"]).toEqual(records);
  });

  test("a text that looks like a template stays a text", () => {
    const json = jsonOf('t: { hostedZone: site, value: { txt: ["${aws_vpc.main.id} %{if}"] } }');
    expect(resourceIn(json, "aws_route53_record.t_txt")["records"]).toEqual(["$${aws_vpc.main.id} %%{if}"]);
  });
});

describe("an Elastic IP", () => {
  const json = jsonOf(
    "a: { hostedZone: given, value: { a: [192.0.2.4] } }",
    "outputs: { ip: { value: { instanceElasticIp: web } }, ns: { value: { hostedZoneNameServers: site } } }",
  );

  test("is of the VPC, waits for the internet gateway, and is the instance's", () => {
    expect(resourceIn(json, "aws_eip.web_instance")).toEqual({
      domain: "vpc",
      tags: { Name: "shop-web" },
      depends_on: ["aws_internet_gateway.main"],
    });
    expect(resourceIn(json, "aws_eip_association.web")).toEqual({
      allocation_id: "${aws_eip.web_instance.id}",
      instance_id: "${aws_instance.web.id}",
    });
    expect(addressesIn(json)).not.toContain("aws_eip_association.bare");
  });

  test("is shown by its output, as are name servers", () => {
    expect(at(json, "output", "ip", "value")).toBe("${aws_eip.web_instance.public_ip}");
    expect(at(json, "output", "ns", "value")).toBe("${aws_route53_zone.site.name_servers}");
  });
});
