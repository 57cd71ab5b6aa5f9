import { expect, test } from "vitest";
import { describeAppliedInOrder, stacksOf } from "../support/applied-stacks.ts";
import { at, listAt, textAt } from "../support/json.ts";

const PROVIDER = `apiVersion: hextet/v1
name: provider
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 1 }
  vpcEndpointServices:
    api:
      loadBalancers: [api]
      allowedPrincipals: ["arn:aws:iam::123456789012:root"]
      acceptanceRequired: false
  securityGroups:
    api:
      ingress: { https: { protocol: tcp, ports: 443, from: { cidrIpv6: "2001:db8::/32" } } }
loadBalancers:
  api:
    type: network
    subnets: [app]
    securityGroups: [api]
    listeners: { https: { port: 443, protocol: TCP, action: { forwardTo: api } } }
targetGroups:
  api: { protocol: TCP, port: 8443 }
outputs:
  service: { value: { vpcEndpointServiceName: api } }
  service-id: { value: { vpcEndpointServiceId: api } }
`;

const CONSUMER = `apiVersion: hextet/v1
name: consumer
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.30.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 1 }
  securityGroups:
    endpoints:
      ingress: { https: { protocol: tcp, ports: 443, from: { vpc: {} } } }
  vpcEndpoints:
    api:
      service: { fromBlueprint: { stack: provider, value: { vpcEndpointServiceName: api } } }
      type: { interface: { subnets: [app], securityGroups: [endpoints], privateDnsEnabled: false } }
`;

const stacks = {
  region: "eu-west-1",
  folders: (scratch: string) => stacksOf({ provider: PROVIDER, consumer: CONSUMER }, scratch),
};

describeAppliedInOrder("an endpoint service and an endpoint of another stack", stacks, (applied) => {
  test("the service takes both families at its load balancer, and lets in whom it names", async () => {
    const all = await applied.ask("ec2", "describe_vpc_endpoint_service_configurations", {});
    const [service] = listAt(all, "ServiceConfigurations");
    expect(service).toMatchObject({ AcceptanceRequired: false, SupportedIpAddressTypes: ["ipv4", "ipv6"] });
    const balancers = await applied.ask("elbv2", "describe_load_balancers", {});
    expect(at(service, "NetworkLoadBalancerArns")).toEqual([
      textAt(balancers, "LoadBalancers", 0, "LoadBalancerArn"),
    ]);
    const id = textAt(service, "ServiceId");
    expect(await applied.output("provider", "service-id")).toBe(id);
    const permissions = await applied.ask("ec2", "describe_vpc_endpoint_service_permissions", {
      ServiceId: id,
    });
    expect(listAt(permissions, "AllowedPrincipals").map((one) => at(one, "Principal"))).toEqual([
      "arn:aws:iam::123456789012:root",
    ]);
  });

  test("the endpoint of the other stack is one to that service, in both families", async () => {
    const [endpoint] = listAt(await applied.ask("ec2", "describe_vpc_endpoints", {}), "VpcEndpoints");
    expect(endpoint).toMatchObject({
      ServiceName: await applied.output("provider", "service"),
      VpcEndpointType: "Interface",
      IpAddressType: "dualstack",
    });
  });
});
