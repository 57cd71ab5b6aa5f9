import { expect, it } from "vitest";
import { resolveNames } from "../../../src/lab/run/resolve-names.ts";
import { planOf } from "../../support/lab-outcomes.ts";
import { inVpc, labStack, subnet } from "../../support/lab-stack.ts";
import { findLabTools } from "../../support/lab-tools.ts";
import { describeWithTools } from "../../support/tools.ts";

const ZONE = "${aws_route53_zone.inside.zone_id}";

/** Subnet `a` asks a plain resolver, `c` one with DNS64. */
const stack = labStack({
  aws_subnet: { c: subnet(3, { cidr_block: "", ipv6_native: true, enable_dns64: true }) },
  aws_vpc_endpoint: {
    logs: inVpc({
      service_name: "com.amazonaws.eu-west-1.logs",
      vpc_endpoint_type: "Interface",
      ip_address_type: "dualstack",
      private_dns_enabled: true,
      security_group_ids: ["${aws_security_group.open.id}"],
      subnet_ids: ["${aws_subnet.b.id}"],
    }),
  },
  aws_route53_zone: { inside: { name: "shop.internal", vpc: [{ vpc_id: "${aws_vpc.main.id}" }] } },
  aws_route53_record: {
    old: { zone_id: ZONE, name: "old.shop.internal", type: "A", records: ["10.0.2.77"] },
    new: { zone_id: ZONE, name: "new.shop.internal", type: "AAAA", records: ["2001:db8::77"] },
    alias: {
      zone_id: ZONE,
      name: "b.shop.internal",
      type: "CNAME",
      records: ["${aws_instance.b.private_dns}"],
    },
  },
});

describeWithTools("laboratory: names", findLabTools(), () => {
  it("answers by subnet: DNS64 where it is on, private zones and endpoints everywhere", async () => {
    const expected: readonly (readonly [
      name: string,
      plainA: string,
      plainAaaa: string,
      dns64Aaaa: string,
    ])[] = [
      ["ipv4-only.example.com", "192.88.99.4", "", "64:ff9b::c058:6304"],
      ["ipv6-only.example.com", "", "2a00:db8::6", "2a00:db8::6"],
      ["dual-stack.example.com", "192.88.99.46", "2a00:db8::46", "2a00:db8::46"],
      ["old.shop.internal", "10.0.2.77", "", "64:ff9b::a00:24d"],
      ["new.shop.internal", "", "2001:db8::77", "2001:db8::77"],
      ["b.shop.internal", "10.0.2.4", "3fff:0:0:102::4", "3fff:0:0:102::4"],
      ["logs.eu-west-1.amazonaws.com", "10.0.2.5", "3fff:0:0:102::5", "3fff:0:0:102::5"],
      ["nobody.example.com", "", "", ""],
    ];
    const asked = expected.flatMap(([name]) => [
      { from: "a", name, family: "ipv4" as const },
      { from: "a", name, family: "ipv6" as const },
      { from: "c", name, family: "ipv6" as const },
    ]);
    const answers = await resolveNames(planOf(stack), asked);
    const addresses = answers.map((answer) => answer.addresses?.join(" ") ?? "no answer");
    const found = expected.map(([name], index) => [name, ...addresses.slice(3 * index, 3 * index + 3)]);
    expect(found).toEqual(expected);
  });

  it("has no resolver where the VPC has none, and on the internet none of its own", async () => {
    const without = labStack({
      aws_vpc: {
        main: {
          cidr_block: "10.0.0.0/16",
          assign_generated_ipv6_cidr_block: true,
          enable_dns_support: false,
        },
      },
    });
    const answers = await resolveNames(planOf(without), [
      { from: "a", name: "ipv4-only.example.com", family: "ipv4" },
      { from: "internet", name: "ipv4-only.example.com", family: "ipv4" },
    ]);
    expect(answers.map(({ addresses }) => addresses)).toEqual([null, null]);
  });
});
