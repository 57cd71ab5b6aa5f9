import { describe, expect, it } from "vitest";
import { describe as describeFinding, networkFrom, tryNetworkFrom } from "../../support/network.ts";

function textOf(service: string): string {
  return `
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, slot: 0 } }
  vpcEndpointServices: { api: { ${service} } }
loadBalancers:
  both: { type: network, subnets: [app], listeners: { tcp: { port: 443, protocol: TCP, action: { forwardTo: api } } } }
  old: { type: network, ipAddressType: ipv4, subnets: [app], listeners: { tcp: { port: 443, protocol: TCP, action: { forwardTo: api } } } }
targetGroups: { api: { protocol: TCP, port: 8443 } }
`;
}

function serviceOf(written: string) {
  const [first] = networkFrom(textOf(written)).vpcEndpointServices;
  return first;
}

describe("an endpoint service", () => {
  it("takes both families where all of its load balancers have both", () => {
    expect(serviceOf("loadBalancers: [both]")).toEqual({
      name: "api",
      path: ["network", "vpcEndpointServices", "api"],
      displayName: "shop-api",
      loadBalancers: ["both"],
      supportedIpAddressTypes: ["ipv4", "ipv6"],
      acceptanceRequired: true,
      allowedPrincipals: [],
      privateDnsName: null,
      supportedRegions: [],
      tags: {},
    });
    expect(serviceOf("loadBalancers: [old, both]")).toMatchObject({
      loadBalancers: ["both", "old"],
      supportedIpAddressTypes: ["ipv4"],
    });
    const written = serviceOf("loadBalancers: [both], supportedIpAddressTypes: [ipv6]");
    expect(written?.supportedIpAddressTypes).toEqual(["ipv6"]);
  });

  it("counts its own region among those that are written", () => {
    const regions = (list: string) =>
      serviceOf(`loadBalancers: [both], supportedRegions: [${list}]`)?.supportedRegions;
    expect(regions("us-east-1, eu-central-1")).toEqual(["eu-central-1", "eu-west-1", "us-east-1"]);
    expect(regions("eu-west-1")).toEqual(["eu-west-1"]);
  });

  it("knows its load balancers", () => {
    const { diagnostics } = tryNetworkFrom(textOf("loadBalancers: [both, bot]"));
    expect(diagnostics.map(describeFinding)).toEqual([
      expect.stringContaining(
        'unknown load balancer "bot" in network.vpcEndpointServices.api.loadBalancers[1]',
      ),
    ]);
  });
});
