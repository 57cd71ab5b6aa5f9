// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform writes
import { expect, test } from "vitest";
import type { Network } from "../../src/model/types/network.ts";
import type { Output, OutputValue } from "../../src/model/types/outputs.ts";
import { at } from "../support/json.ts";
import { tierName } from "../support/names.ts";
import {
  NO_COMPUTE,
  sampleAutoScalingGroup,
  sampleInstance,
  sampleLaunchTemplate,
  sampleLoadBalancer,
  sampleTargetGroup,
} from "../support/sample-hosts.ts";
import { sampleNetwork } from "../support/sample-network.ts";
import { stackJson } from "../support/synth-json.ts";
import { wholeNetwork } from "../support/whole-network.ts";

function network(outputs: readonly Output[]): Network {
  return wholeNetwork({
    compute: {
      ...NO_COMPUTE,
      launchTemplates: [sampleLaunchTemplate()],
      autoScalingGroups: [sampleAutoScalingGroup({ subnets: ["app_a"] })],
      instances: [sampleInstance({ tier: tierName("app"), subnet: "app_a" })],
    },
    targetGroups: [sampleTargetGroup()],
    loadBalancers: [sampleLoadBalancer({ subnets: ["public_a", "public_b"] })],
    outputs,
  });
}

function output(value: OutputValue, overrides: Partial<Output> = {}): Output {
  return { name: "it", path: ["outputs", "it"], description: null, sensitive: false, value, ...overrides };
}

test.each<readonly [OutputValue, unknown]>([
  [{ kind: "vpc", attribute: "id" }, "${aws_vpc.main.id}"],
  [{ kind: "vpc", attribute: "arn" }, "${aws_vpc.main.arn}"],
  [{ kind: "vpc", attribute: "ipv4CidrBlock" }, "${aws_vpc.main.cidr_block}"],
  [{ kind: "vpc", attribute: "ipv6CidrBlock" }, "${aws_vpc.main.ipv6_cidr_block}"],
  [{ kind: "egressOnlyInternetGatewayId" }, "${aws_egress_only_internet_gateway.main.id}"],
  [{ kind: "subnetIds", name: "app" }, ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"]],
  [
    { kind: "subnetIpv6CidrBlocks", name: "app" },
    ["${aws_subnet.app_a.ipv6_cidr_block}", "${aws_subnet.app_b.ipv6_cidr_block}"],
  ],
  [
    { kind: "subnetIpv4CidrBlocks", name: "public" },
    ["${aws_subnet.public_a.cidr_block}", "${aws_subnet.public_b.cidr_block}"],
  ],
  [
    { kind: "natGatewayPublicIps", name: "nat" },
    ["${aws_eip.nat_a.public_ip}", "${aws_eip.nat_b.public_ip}"],
  ],
  [{ kind: "securityGroupId", name: "web" }, "${aws_security_group.web.id}"],
  [{ kind: "loadBalancerDnsName", name: "web" }, "${aws_lb.web.dns_name}"],
  [{ kind: "loadBalancerArn", name: "web" }, "${aws_lb.web.arn}"],
  [{ kind: "loadBalancerZoneId", name: "web" }, "${aws_lb.web.zone_id}"],
  [{ kind: "targetGroupArn", name: "web" }, "${aws_lb_target_group.web.arn}"],
  [{ kind: "autoScalingGroupName", name: "web" }, "${aws_autoscaling_group.web.name}"],
  [{ kind: "instanceId", name: "bastion" }, "${aws_instance.bastion.id}"],
  [{ kind: "instanceIpv6Addresses", name: "bastion" }, "${aws_instance.bastion.ipv6_addresses}"],
  [{ kind: "launchTemplateId", name: "web" }, "${aws_launch_template.web.id}"],
])("%j", (value, expected) => {
  expect(at(stackJson(network([output(value)])), "output")).toEqual({ it: { value: expected } });
});

test("a private NAT gateway has no public address to show", () => {
  const json = () => {
    const { natGateways } = wholeNetwork();
    const privates = natGateways.map((gateway) => ({ ...gateway, connectivityType: "private" as const }));
    return stackJson({
      ...network([output({ kind: "natGatewayPublicIps", name: "nat" })]),
      natGateways: privates,
    });
  };
  expect(json).toThrow(/stack "whole" cannot be built/);
});

test("an output keeps its name, hyphens too, its description and its secrecy", () => {
  const vpcId = output(
    { kind: "vpc", attribute: "id" },
    { name: "vpc-id", description: "Id of the VPC", sensitive: true },
  );
  expect(at(stackJson(sampleNetwork({ outputs: [vpcId] })), "output")).toEqual({
    "vpc-id": { value: "${aws_vpc.main.id}", description: "Id of the VPC", sensitive: true },
  });
});

test("a VPC whose IPv6 block is associated shows the association's", () => {
  const sample = sampleNetwork();
  const ipv6 = sample.vpc.ipv6 && { ...sample.vpc.ipv6, ownedByVpc: false };
  const json = stackJson({
    ...sample,
    vpc: { ...sample.vpc, ipv6 },
    outputs: [output({ kind: "vpc", attribute: "ipv6CidrBlock" })],
  });
  expect(at(json, "output", "it", "value")).toBe(
    "${aws_vpc_ipv6_cidr_block_association.main.ipv6_cidr_block}",
  );
});
