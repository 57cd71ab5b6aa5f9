import { describe, expect, it } from "vitest";
import { judge } from "../../../src/rules/judge.ts";
import { networkFrom } from "../../support/network.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

const blueprint = (acl: string) => `
apiVersion: hextet/v1
name: blocks
region: eu-west-1
network:
  vpc:
    ipv4Cidr: 10.20.0.0/16
    additionalIpv4Cidrs: { pods: { cidr: 100.64.0.0/16 }, more: { cidr: 100.65.0.0/16 } }
    additionalIpv6Cidrs: { extra: { amazonProvided: {} } }
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack, internet: egress-only, slot: 1 }
    more: { addressing: dual-stack, internet: egress-only, ipv6Block: extra, ipv4Block: pods, slot: 2 }
  networkAcls: { priv: { subnets: [app, more], ${acl} } }
`;

/** The entries of the network ACL that speak of the VPC, as `id number family block`. */
function vpcEntries(acl: string): readonly string[] {
  return networkFrom(blueprint(acl)).networkAcls.flatMap(({ entries }) =>
    entries.flatMap(({ id, ruleNumber, cidr }) =>
      cidr.kind === "vpc" ? [`${id} ${ruleNumber} ${cidr.family} ${cidr.block}`] : [],
    ),
  );
}

describe("a network ACL of a VPC with several blocks", () => {
  it("lets all of them in by a private preset", () => {
    expect(vpcEntries("preset: private-dual-stack")).toEqual([
      "priv_ingress_vpc-ipv4 100 ipv4 main",
      "priv_ingress_vpc-ipv6 101 ipv6 main",
      "priv_ingress_vpc-ipv4_more 102 ipv4 more",
      "priv_ingress_vpc-ipv6_extra 103 ipv6 extra",
      "priv_ingress_vpc-ipv4_pods 104 ipv4 pods",
    ]);
  });

  it("takes vpcIpv4 and vpcIpv6 for all of them, with the numbers behind the written one", () => {
    const entry = (number: number, peer: string) =>
      `{ ruleNumber: ${number}, protocol: tcp, ports: 443, cidr: { ${peer}: {} } }`;
    const acl = `ingress: { four: ${entry(100, "vpcIpv4")}, six: ${entry(110, "vpcIpv6")} }`;
    expect(vpcEntries(acl)).toEqual([
      "priv_ingress_four 100 ipv4 main",
      "priv_ingress_four_more 101 ipv4 more",
      "priv_ingress_four_pods 102 ipv4 pods",
      "priv_ingress_six 110 ipv6 main",
      "priv_ingress_six_extra 111 ipv6 extra",
    ]);
  });

  it("names each block in Terraform, and gives no number twice", () => {
    const network = networkFrom(blueprint("preset: private-dual-stack"));
    const json = stackJson(network);
    expect(resourceIn(json, "aws_network_acl_rule.priv_ingress_vpc-ipv4_pods")).toMatchObject({
      rule_number: 104,
      cidr_block: "${aws_vpc_ipv4_cidr_block_association.pods.cidr_block}",
    });
    expect(resourceIn(json, "aws_network_acl_rule.priv_ingress_vpc-ipv6_extra")).toMatchObject({
      rule_number: 103,
      ipv6_cidr_block: "${aws_vpc_ipv6_cidr_block_association.extra.ipv6_cidr_block}",
    });
    const found = judge(network, "2026-11-21").map(({ rule }) => rule);
    expect(found.filter((rule) => rule.startsWith("network-acl"))).toEqual([]);
  });
});
