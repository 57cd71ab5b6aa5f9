import { expect, test } from "vitest";
import type { Network } from "../../../src/model/types/network.ts";
import { tierName } from "../../support/names.ts";
import {
  NO_COMPUTE,
  sampleAutoScalingGroup,
  sampleInstance,
  sampleLaunchTemplate,
  sampleLoadBalancer,
} from "../../support/sample-hosts.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";
import { wholeNetwork } from "../../support/whole-network.ts";

/** They wait for the entries. */
const NETWORK_ACL = ["aws_network_acl_association.app_a", "aws_network_acl_association.app_b"];
const APP_ROUTES = ["aws_route.app_ipv6", "aws_route.app_nat64"];
const PUBLIC_ROUTES = ["aws_route.public_ipv4", "aws_route.public_ipv6"];
const SECURITY_GROUP_RULES = [
  "aws_vpc_security_group_egress_rule.web_egress_ipv6",
  ...["web_https_office", "web_ping", "web_s3"].map((id) => `aws_vpc_security_group_ingress_rule.${id}`),
];

function association(subnet: string): string {
  return `aws_route_table_association.${subnet}`;
}

function dependencies(network: Partial<Network>, address: string): readonly string[] {
  const depends = resourceIn(stackJson(wholeNetwork(network)), address)["depends_on"];
  return Array.isArray(depends) ? depends.map(String).sort() : [];
}

test("a group's hosts boot when their way out stands, to the NAT gateway and beyond it", () => {
  const compute = {
    ...NO_COMPUTE,
    launchTemplates: [sampleLaunchTemplate()],
    autoScalingGroups: [sampleAutoScalingGroup({ subnets: ["app_a", "app_b"] })],
  };
  expect(dependencies({ compute }, "aws_autoscaling_group.web")).toEqual([
    ...NETWORK_ACL,
    ...APP_ROUTES,
    ...PUBLIC_ROUTES,
    association("app_a"),
    association("app_b"),
    association("public_a"),
    ...SECURITY_GROUP_RULES,
  ]);
});

test("an instance waits for what is on its own way alone", () => {
  const compute = {
    ...NO_COMPUTE,
    instances: [sampleInstance({ tier: tierName("public"), subnet: "public_b" })],
  };
  expect(dependencies({ compute }, "aws_instance.bastion")).toEqual([
    ...PUBLIC_ROUTES,
    association("public_b"),
    ...SECURITY_GROUP_RULES,
  ]);
});

test("a load balancer waits for its subnets' routes to the internet gateway", () => {
  const loadBalancers = [sampleLoadBalancer({ subnets: ["public_a", "public_b"] })];
  expect(dependencies({ loadBalancers }, "aws_lb.web")).toEqual([
    ...PUBLIC_ROUTES,
    association("public_a"),
    association("public_b"),
  ]);
});
