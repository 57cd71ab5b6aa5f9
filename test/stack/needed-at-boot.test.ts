import { expect, test } from "vitest";
import type { Network } from "../../src/model/types/network.ts";
import {
  NO_COMPUTE,
  sampleAutoScalingGroup,
  sampleInstance,
  sampleLaunchTemplate,
  sampleLoadBalancer,
} from "../support/sample-hosts.ts";
import { cidr, sampleNetwork, sampleSecurityGroup, sampleTier, ZONES } from "../support/sample-network.ts";
import { resourceIn, stackJson } from "../support/synth-json.ts";

const PATH = ["network"];
const [ZONE_A] = ZONES;
if (ZONE_A === undefined) throw new Error("no zones");

/** Tier app goes out through a NAT gateway in tier public; tier data goes nowhere. */
const NETWORK: Partial<Network> = {
  internetGateway: true,
  tiers: [sampleTier("app", { slot: 0 }), sampleTier("data", { slot: 1 }), sampleTier("public", { slot: 2 })],
  natGateways: [
    {
      name: "main",
      path: PATH,
      connectivityType: "public",
      tier: "public",
      perZone: false,
      gateways: [{ id: "main", displayName: "sample-main", zone: ZONE_A, subnet: "public_a" }],
      tags: {},
    },
  ],
  routeTables: [
    {
      id: "app",
      displayName: "sample-app",
      tier: "app",
      subnets: ["app_a", "app_b"],
      routes: [
        {
          id: "app_nat64",
          name: "nat64",
          path: PATH,
          destination: cidr("64:ff9b::/96"),
          target: { kind: "nat-gateway", name: "main", gateway: "main" },
          derived: true,
        },
      ],
    },
    { id: "data", displayName: "sample-data", tier: "data", subnets: ["data_a", "data_b"], routes: [] },
    {
      id: "public",
      displayName: "sample-public",
      tier: "public",
      subnets: ["public_a", "public_b"],
      routes: [
        {
          id: "public_ipv4",
          name: "ipv4",
          path: PATH,
          destination: cidr("0.0.0.0/0"),
          target: { kind: "internet-gateway" },
          derived: true,
        },
      ],
    },
  ],
  networkAcls: [
    {
      name: "app",
      path: PATH,
      displayName: "sample-app",
      tiers: ["app"],
      preset: null,
      subnets: ["app_a", "app_b"],
      entries: [
        {
          id: "app_egress_all",
          name: "all",
          path: PATH,
          direction: "egress",
          ruleNumber: 100,
          action: "allow",
          protocol: "-1",
          protocolText: "all",
          cidr: { kind: "cidr", family: "ipv6", cidr: cidr("::/0") },
          ports: null,
          icmp: null,
          fromPreset: false,
        },
      ],
      tags: {},
    },
  ],
  securityGroups: [
    sampleSecurityGroup("web", {
      rules: [
        {
          id: "web_default_ipv6",
          name: "default",
          path: PATH,
          direction: "egress",
          protocol: "-1",
          ports: null,
          peer: { kind: "cidr", family: "ipv6", cidr: cidr("::/0") },
          description: null,
        },
      ],
    }),
  ],
};

const TO_THE_NAT_GATEWAY = [
  "aws_network_acl_rule.app_egress_all",
  "aws_route.app_nat64",
  "aws_route.public_ipv4",
];
const RULE = "aws_vpc_security_group_egress_rule.web_default_ipv6";

function dependencies(network: Partial<Network>, address: string): readonly string[] {
  const depends = resourceIn(stackJson(sampleNetwork({ ...NETWORK, ...network })), address)["depends_on"];
  return Array.isArray(depends) ? depends.map(String).sort() : [];
}

test("a group's hosts boot when their way out stands, through the NAT gateway and beyond it", () => {
  const compute = {
    ...NO_COMPUTE,
    launchTemplates: [sampleLaunchTemplate()],
    autoScalingGroups: [sampleAutoScalingGroup({ subnets: ["app_a", "app_b"] })],
  };
  expect(dependencies({ compute }, "aws_autoscaling_group.web")).toEqual([
    ...TO_THE_NAT_GATEWAY,
    "aws_route_table_association.app_a",
    "aws_route_table_association.app_b",
    "aws_route_table_association.public_a",
    RULE,
  ]);
});

test("an instance waits for what is on its own way alone", () => {
  const inApp = { ...NO_COMPUTE, instances: [sampleInstance({ tier: "app", subnet: "app_b" })] };
  expect(dependencies({ compute: inApp }, "aws_instance.bastion")).toEqual([
    ...TO_THE_NAT_GATEWAY,
    "aws_route_table_association.app_b",
    "aws_route_table_association.public_a",
    RULE,
  ]);
  const inData = { ...NO_COMPUTE, instances: [sampleInstance({ tier: "data", subnet: "data_a" })] };
  expect(dependencies({ compute: inData }, "aws_instance.bastion")).toEqual([
    "aws_route_table_association.data_a",
    RULE,
  ]);
});

test("a load balancer waits for its subnets' routes to the internet gateway", () => {
  const loadBalancers = [sampleLoadBalancer({ subnets: ["public_a", "public_b"] })];
  expect(dependencies({ loadBalancers }, "aws_lb.web")).toEqual([
    "aws_route.public_ipv4",
    "aws_route_table_association.public_a",
    "aws_route_table_association.public_b",
  ]);
});
