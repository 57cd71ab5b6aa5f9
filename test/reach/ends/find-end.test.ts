import { describe, expect, it } from "vitest";
import { findEnd, findNode, shownName } from "../../../src/reach/ends/find-end.ts";
import { readQuery } from "../../../src/reach/ends/read-query.ts";
import { topologyOf } from "../../../src/reach/from-network/topology-of.ts";
import { networkFrom } from "../../support/network.ts";

const topology = topologyOf(
  networkFrom(`apiVersion: hextet/v1
name: sample
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, slot: 1 } }
  securityGroups: { app: {} }
  vpcEndpoints: { ssm: { service: ssm, type: { interface: { subnets: [app], securityGroups: [app] } } } }
compute:
  instances: { web: { subnet: app, instanceType: t4g.small }, router: { subnet: app, instanceType: t4g.small } }
  autoScalingGroups: { web: { subnets: [app], instanceType: t4g.small } }
`),
);

describe("an end of a connection", () => {
  it.each([
    ["router", { kind: "node", id: "aws_instance.router" }, null],
    ["router:22", { kind: "node", id: "aws_instance.router" }, 22],
    ["compute.instances.web:8080", { kind: "node", id: "aws_instance.web" }, 8080],
    ["internet", { kind: "internet" }, null],
    ["internet:22", { kind: "internet" }, 22],
    ["github.com", { kind: "destination", id: "github.com" }, null],
    ["github.com:22", { kind: "destination", id: "github.com" }, 22],
    ["ssm", { kind: "destination", id: "ssm" }, null],
    ["ssm:443", { kind: "node", id: "aws_vpc_endpoint.ssm" }, 443],
    ["192.0.2.1:80", { kind: "address", family: "ipv4", address: 0xc0000201n }, 80],
    ["2001:db8::1", { kind: "address", family: "ipv6", address: 0x20010db8000000000000000000000001n }, null],
    [
      "[2001:db8::1]:443",
      { kind: "address", family: "ipv6", address: 0x20010db8000000000000000000000001n },
      443,
    ],
    ["router:53/udp", { kind: "node", id: "aws_instance.router" }, 53],
  ])("%s", (text, end, port) => {
    expect(findEnd(topology, text)).toMatchObject({ kind: "found", end, port });
  });

  it.each([
    ["web", '"web" names several things', "write compute.autoScalingGroups.web or compute.instances.web"],
    ["routr", 'nothing is called "routr"', 'did you mean "router"?'],
    ["gihub.com", 'nothing is called "gihub.com"', 'did you mean "github.com"?'],
    ["router:70000", 'nothing is called "router:70000"', "`hextet reach` lists the destinations"],
    ["", 'nothing is called ""', "`hextet reach` lists the destinations"],
  ])("%s is none", (text, message, hint) => {
    expect(findEnd(topology, text)).toEqual({ kind: "unknown", message, hint });
  });

  it("that opens connections is a thing of the blueprint", () => {
    expect(findNode(topology, "github.com")).toMatchObject({ kind: "unknown" });
    expect(findNode(topology, "router")).toMatchObject({ end: { id: "aws_instance.router" } });
  });

  it("is shown by the shortest name that is its own", () => {
    const { nodes } = topology;
    expect(nodes.map((node) => shownName(nodes, node))).toEqual([
      "compute.autoScalingGroups.web",
      "router",
      "compute.instances.web",
      "ssm",
    ]);
  });
});

describe("an address without a port", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1:443"],
    ["2001:db8::1", "[2001:db8::1]:443"],
    ["64:ff9b::192.0.2.1", "[64:ff9b::192.0.2.1]:443"],
  ])("%s is proposed as %s, which is read", (written, proposed) => {
    expect(readQuery(topology, "router", written)).toMatchObject({ hint: `write one, as ${proposed}` });
    expect(readQuery(topology, "router", proposed)).toMatchObject({ kind: "query" });
  });
});
