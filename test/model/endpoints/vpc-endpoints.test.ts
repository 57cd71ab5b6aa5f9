import { describe, expect, it } from "vitest";
import { describe as describeFinding, networkFrom, tryNetworkFrom } from "../../support/network.ts";

function textOf(rest: string): string {
  return `
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: ipv6-only, nat64: true, slot: 0 }
    both: { addressing: dual-stack, slot: 1 }
    old: { addressing: ipv4-only, slot: 2 }
    public: { addressing: dual-stack, internet: public, slot: 3 }
  natGateways: { main: { subnet: public, perZone: true } }
  securityGroups: { a: {}, b: {} }
  ${rest}
`;
}

function endpointOf(endpoint: string) {
  const [first] = networkFrom(textOf(`vpcEndpoints: { e: { ${endpoint} } }`)).vpcEndpoints;
  return first;
}

const gateway = (tables: string, more = "") =>
  endpointOf(`service: s3, type: { gateway: { routeTables: [${tables}] } }${more}`);
const face = (service: string, tiers: string, more = "") =>
  endpointOf(`service: ${service}, type: { interface: { subnets: [${tiers}], securityGroups: [a] } }${more}`);

describe("a VPC endpoint", () => {
  it("of kind gateway takes every route table of its tiers", () => {
    expect(gateway("both, app")).toEqual({
      name: "e",
      path: ["network", "vpcEndpoints", "e"],
      displayName: "shop-e",
      serviceName: "com.amazonaws.eu-west-1.s3",
      service: "s3",
      ipAddressType: "ipv4",
      dnsRecordIpType: null,
      policy: null,
      tiers: ["app", "both"],
      type: { kind: "gateway", routeTables: ["app_a", "app_b", "both"] },
      tags: {},
    });
  });

  it("of kind interface takes the subnets of its tiers, and private DNS", () => {
    expect(
      endpointOf("service: ssm, type: { interface: { subnets: [both], securityGroups: [b, a] } }"),
    ).toMatchObject({
      tiers: ["both"],
      type: {
        kind: "interface",
        subnets: ["both_a", "both_b"],
        securityGroups: ["a", "b"],
        privateDnsEnabled: true,
      },
    });
  });

  it.each([
    ["both", "dualstack"],
    ["both, public", "dualstack"],
    ["app", "ipv6"],
    ["old", "ipv4"],
    ["app, both", "ipv4"],
    ["old, both", "ipv4"],
  ])("in the tiers %s has the address type %s unless it is written", (tiers, expected) => {
    expect(gateway(tiers)).toMatchObject({ ipAddressType: expected, dnsRecordIpType: null });
    expect(face("ssm", tiers)).toMatchObject({ ipAddressType: expected, dnsRecordIpType: expected });
  });

  it("to a service without IPv6 stays IPv4 unless it is written", () => {
    expect(face("ecr.api", "both")).toMatchObject({ ipAddressType: "ipv4", dnsRecordIpType: "ipv4" });
    expect(face("ecr.api", "both", ", ipAddressType: dualstack, dnsRecordIpType: ipv4")).toMatchObject({
      ipAddressType: "dualstack",
      dnsRecordIpType: "ipv4",
    });
  });

  it.each([
    ["ecr.api", "com.amazonaws.eu-west-1.ecr.api", "ecr.api"],
    ["com.amazonaws.eu-west-1.sqs", "com.amazonaws.eu-west-1.sqs", "sqs"],
    ["com.amazonaws.vpce.eu-west-1.vpce-svc-1", "com.amazonaws.vpce.eu-west-1.vpce-svc-1", null],
    ["cn.com.amazonaws.cn-north-1.ecs", "cn.com.amazonaws.cn-north-1.ecs", null],
    ["aws.sagemaker.eu-west-1.notebook", "aws.sagemaker.eu-west-1.notebook", null],
  ])("to %s", (written, serviceName, service) => {
    expect(face(written, "both")).toMatchObject({ serviceName, service });
  });

  it("tells unknown names", () => {
    const { network, diagnostics } = tryNetworkFrom(
      textOf(`vpcEndpoints:
    s3: { service: s3, type: { gateway: { routeTables: [apps] } } }
    ssm: { service: ssm, type: { interface: { subnets: [bothh], securityGroups: [c] } } }`),
    );
    expect(network).toBeNull();
    expect(diagnostics.map(describeFinding)).toEqual([
      'model/unknown-name at network.vpcEndpoints.s3.type.gateway.routeTables[0]: unknown subnet tier "apps" in network.vpcEndpoints.s3.type.gateway.routeTables[0] (did you mean "app"?)',
      'model/unknown-name at network.vpcEndpoints.ssm.type.interface.subnets[0]: unknown subnet tier "bothh" in network.vpcEndpoints.ssm.type.interface.subnets[0] (did you mean "both"?)',
      'model/unknown-name at network.vpcEndpoints.ssm.type.interface.securityGroups[0]: unknown security group "c" in network.vpcEndpoints.ssm.type.interface.securityGroups[0] (known: a, b)',
    ]);
  });
});

describe("an EC2 Instance Connect endpoint", () => {
  it("stands in the first zone unless told", () => {
    const { instanceConnectEndpoints } = networkFrom(
      textOf(`instanceConnectEndpoints:
    one: { subnet: app, securityGroups: [b, a] }
    two: { subnet: old, zone: b, securityGroups: [a], ipAddressType: ipv4, preserveClientIp: true, tags: { kind: ssh } }`),
    );
    expect(instanceConnectEndpoints).toEqual([
      {
        name: "one",
        path: ["network", "instanceConnectEndpoints", "one"],
        displayName: "shop-one",
        tier: "app",
        subnet: "app_a",
        securityGroups: ["a", "b"],
        ipAddressType: null,
        preserveClientIp: false,
        tags: {},
      },
      {
        name: "two",
        path: ["network", "instanceConnectEndpoints", "two"],
        displayName: "shop-two",
        tier: "old",
        subnet: "old_b",
        securityGroups: ["a"],
        ipAddressType: "ipv4",
        preserveClientIp: true,
        tags: { kind: "ssh" },
      },
    ]);
  });

  it("tells an unknown tier and an unknown zone", () => {
    const { network, diagnostics } = tryNetworkFrom(
      textOf(`instanceConnectEndpoints:
    one: { subnet: apq, securityGroups: [a] }
    two: { subnet: app, zone: c, securityGroups: [a] }`),
    );
    expect(network).toBeNull();
    expect(diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'model/unknown-name: unknown subnet tier "apq" in network.instanceConnectEndpoints.one.subnet',
      'model/unknown-name: unknown availability zone "c" in network.instanceConnectEndpoints.two.zone',
    ]);
  });
});
