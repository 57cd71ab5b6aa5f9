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
    appliances: { addressing: dual-stack, internet: none, slot: 0 }
    endpoints: { addressing: dual-stack, internet: public, slot: 1 }
    public:
      { addressing: dual-stack, internet: public, inspection: { gatewayLoadBalancerEndpoint: wall }, slot: 2 }
  gatewayLoadBalancers: { wall: { subnets: appliances, targetGroup: appliances, crossZone: true } }
  vpcEndpointServices: { wall: { loadBalancers: [wall], acceptanceRequired: false } }
  gatewayLoadBalancerEndpoints: { wall: { endpointService: wall, subnets: endpoints } }
  securityGroups:
    appliances: { ingress: { geneve: { protocol: udp, ports: 6081, from: { subnets: appliances } } } }
compute:
  instances:
    appliance: { subnet: appliances, instanceType: t4g.small, os: amazon-linux-2023, securityGroups: [appliances] }
targetGroups:
  appliances: { protocol: GENEVE, port: 6081, targets: { instances: [appliance] } }
outputs:
  service: { value: { vpcEndpointServiceName: wall } }
`;

const CONSUMER = `apiVersion: hextet/v1
name: consumer
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.30.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a]
  subnets:
    endpoints: { addressing: dual-stack, internet: public, slot: 0 }
    public:
      { addressing: dual-stack, internet: public, inspection: { gatewayLoadBalancerEndpoint: wall }, slot: 1 }
  gatewayLoadBalancerEndpoints:
    wall:
      serviceName: { fromBlueprint: { stack: provider, value: { vpcEndpointServiceName: wall } } }
      subnets: endpoints
`;

const stacks = {
  region: "eu-west-1",
  folders: (scratch: string) => stacksOf({ provider: PROVIDER, consumer: CONSUMER }, scratch),
};

describeAppliedInOrder(
  "a Gateway Load Balancer and endpoints of its stack and of another",
  stacks,
  (applied) => {
    test("it is dualstack, and hands packets to appliances in GENEVE over IPv4", async () => {
      const balancers = listAt(await applied.ask("elbv2", "describe_load_balancers", {}), "LoadBalancers");
      expect(balancers).toMatchObject([{ Type: "gateway", IpAddressType: "dualstack" }]);
      const arn = textAt(balancers, 0, "LoadBalancerArn");
      const groups = listAt(await applied.ask("elbv2", "describe_target_groups", {}), "TargetGroups");
      expect(groups).toMatchObject([
        {
          Protocol: "GENEVE",
          Port: 6081,
          TargetType: "instance",
          HealthCheckPort: "80",
          HealthCheckProtocol: "TCP",
        },
      ]);
      const group = textAt(groups, 0, "TargetGroupArn");
      const listeners = listAt(
        await applied.ask("elbv2", "describe_listeners", { LoadBalancerArn: arn }),
        "Listeners",
      );
      expect(listeners.map((one) => at(one, "DefaultActions", 0, "TargetGroupArn"))).toEqual([group]);
      const health = await applied.ask("elbv2", "describe_target_health", { TargetGroupArn: group });
      expect(listAt(health, "TargetHealthDescriptions")).toHaveLength(1);
      const services = await applied.ask("ec2", "describe_vpc_endpoint_service_configurations", {});
      expect(at(services, "ServiceConfigurations", 0)).toMatchObject({
        GatewayLoadBalancerArns: [arn],
        SupportedIpAddressTypes: ["ipv4", "ipv6"],
      });
    });

    test("endpoints of both stacks lead to its service", async () => {
      const name = await applied.output("provider", "service");
      const endpoints = listAt(await applied.ask("ec2", "describe_vpc_endpoints", {}), "VpcEndpoints");
      expect(endpoints).toHaveLength(3);
      for (const endpoint of endpoints) {
        expect(endpoint).toMatchObject({
          ServiceName: name,
          VpcEndpointType: "GatewayLoadBalancer",
          IpAddressType: "dualstack",
        });
      }
    });
  },
);
