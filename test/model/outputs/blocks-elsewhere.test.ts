// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform writes
import { describe, expect, test } from "vitest";
import { compile } from "../../../src/pipeline.ts";
import { topologyOf } from "../../../src/reach/from-network/topology-of.ts";
import { at } from "../../support/json.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

const HUB = `apiVersion: hextet/v1
name: hub
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } }
  securityGroups: { proxy: {} }
`;

const of = (value: string, key = "") => `{ fromBlueprint: { stack: hub, value: ${value}${key} } }`;
const IPV6 = of("{ vpc: ipv6CidrBlock }");
const IPV4 = of("{ vpc: ipv4CidrBlock }");
const GROUP = of("{ securityGroupId: proxy }");

function spoke(from: string, cidr = "cidrIpv4: 10.0.0.0/16"): string {
  return `apiVersion: hextet/v1
name: spoke
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.1.0.0/16 }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } }
  securityGroups:
    web: { ingress: { https: { protocol: tcp, ports: 443, from: { ${from} } } }, egress: {} }
  networkAcls:
    app:
      subnets: [app]
      ingress: { in: { ruleNumber: 100, protocol: all, cidr: { ${cidr} } } }
      egress: { out: { ruleNumber: 100, protocol: all, cidr: { ${cidr} } } }
`;
}

function look(text: string) {
  const files = [
    { file: "hub.yaml", text: HUB },
    { file: "spoke.yaml", text },
  ];
  const { judged, networks, findings } = compile(files, "2026-01-01");
  const errors = findings
    .filter(({ severity }) => severity === "error")
    .map(({ span, rule, message, hint }) => `${span?.line}:${span?.column} ${rule}: ${message} (${hint})`);
  return { network: judged.find(({ name }) => name === "spoke"), networks, errors };
}

function stackOf(text: string) {
  const { network, errors } = look(text);
  expect(errors).toEqual([]);
  if (network === undefined) throw new Error("there is no network");
  return stackJson(network);
}

describe("a block or a group of another stack", () => {
  test.each([
    [`cidrIpv6: ${IPV6}`, "web_https_ipv6", "cidr_ipv6", "vpcIpv6CidrBlock"],
    [`cidrIpv4: ${IPV4}`, "web_https_ipv4", "cidr_ipv4", "vpcIpv4CidrBlock"],
    [`securityGroupId: ${GROUP}`, "web_https", "referenced_security_group_id", "securityGroupId_proxy"],
  ])("is let in by a security group: %s", (from, id, argument, output) => {
    const rule = resourceIn(stackOf(spoke(from)), `aws_vpc_security_group_ingress_rule.${id}`);
    expect(at(rule, argument)).toBe(`\${data.terraform_remote_state.hub.outputs["${output}"]}`);
  });

  test("is let in by a network ACL", () => {
    const json = stackOf(spoke("self: {}", `cidrIpv6: ${IPV6}`));
    for (const id of ["app_ingress_in", "app_egress_out"])
      expect(at(resourceIn(json, `aws_network_acl_rule.${id}`), "ipv6_cidr_block")).toBe(
        '${data.terraform_remote_state.hub.outputs["vpcIpv6CidrBlock"]}',
      );
  });

  test("is of the kind and the family of its place", () => {
    expect(look(spoke(`cidrIpv4: ${IPV6}`)).errors).toEqual([
      '9:94 model/output-of-other-kind: output "vpcIpv6CidrBlock" of "hub" is an IPv6 block; an IPv4 block is wanted here (null)',
    ]);
    expect(look(spoke(`securityGroupId: ${IPV6}`)).errors).toEqual([
      expect.stringContaining("is an IPv6 block; a security group id is wanted here"),
    ]);
    expect(look(spoke("self: {}", `cidrIpv6: ${GROUP}`)).errors).toEqual([
      expect.stringContaining('13:91 model/output-of-other-kind: output "securityGroupId_proxy"'),
      expect.stringContaining("is a security group id; an IPv6 block is wanted here"),
    ]);
  });

  test("cannot be mistaken for a text that an author writes", () => {
    const { errors } = look(spoke('cidrIpv4: "{fromBlueprint hub.vpc}"'));
    expect(errors).toEqual([expect.stringContaining("schema/pattern")]);
  });

  test("is a block of its family of which nothing is known, and a group that nobody here has", () => {
    const peerOf = (from: string) => {
      const { network } = look(spoke(from));
      if (network === undefined) throw new Error("there is no network");
      return topologyOf(network).filters.securityGroups.find(({ id }) => id === "aws_security_group.web")
        ?.ingress[0]?.peer;
    };
    expect(peerOf(`cidrIpv6: ${IPV6}`)).toMatchObject({
      kind: "block",
      block: {
        kind: "unknown",
        base: { family: "ipv6", id: "{fromBlueprint hub.vpc.ipv6CidrBlock}", length: 0 },
        length: 0,
      },
    });
    expect(peerOf(`securityGroupId: ${GROUP}`)).toEqual({
      kind: "security-group",
      id: "{fromBlueprint hub.securityGroupId.proxy}",
    });
  });
});
