import { expect, it } from "vitest";
import { atValue } from "../../src/base/diagnostic.ts";
import { judge } from "../../src/rules/judge.ts";
import { networkFrom } from "../support/network.ts";

/** The balancer's name answers in both families, and its targets are spoken to in IPv6, which the host has not. */
const BLUEPRINT = `apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    old: { addressing: ipv4-only, internet: none, slot: 1 }
    public: { addressing: dual-stack, internet: public, slot: 0 }
  securityGroups:
    able: { ingress: { http: { protocol: tcp, ports: 80, from: { anywhere: {} } } }, egress: { all: { protocol: all, to: { anywhere: {} } } } }
    web: { ingress: { http: { protocol: tcp, ports: 80, from: { securityGroup: able } } } }
compute:
  instances:
    web: { subnet: old, zone: a, instanceType: t4g.small, os: amazon-linux-2023, ami: { id: ami-00602d9e13dfdc4bd }, securityGroups: [web] }
loadBalancers:
  web: { type: application, ipAddressType: dualstack, subnets: [public], securityGroups: [able], listeners: { http: { port: 80, protocol: HTTP, action: { forwardTo: web } } } }
targetGroups:
  web: { protocol: HTTP, port: 80, ipAddressType: ipv6, targets: { instances: [web] } }
`;

it("a last hop without an address of the family that names answer is told once, at the value that names it", () => {
  const found = judge(networkFrom(BLUEPRINT), "2026-11-29");
  expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
    ["ipv6-target-group-targets-without-ipv6", "error"],
  ]);
  expect(found[0]?.at).toEqual(atValue(["targetGroups", "web", "targets", "instances", 0]));
});
