import { expect, test } from "vitest";
import { placedServices } from "../../../src/model/ecs/ecs-lookup.ts";
import { imagesPulledWithoutIpv4 } from "../../../src/model/ecs/image-pulls.ts";
import { networkFrom } from "../../support/network.ts";

const network = (service: string) =>
  networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets:
    closed: { addressing: dual-stack, internet: none, slot: 0 }
    native: { addressing: ipv6-only, internet: egress-only, slot: 1 }
    open: { addressing: dual-stack, internet: public, slot: 2 }
compute:
  autoScalingGroups:
    closed: { instanceType: t4g.small, os: amazon-linux-2023, subnets: [closed], maxSize: 1 }
    native: { instanceType: t4g.small, os: amazon-linux-2023, subnets: [native], maxSize: 1 }
    open: { instanceType: t4g.small, os: amazon-linux-2023, subnets: [open], maxSize: 1 }
ecs:
  clusters: { main: {} }
  taskDefinitions: { web: { containers: { web: { image: nginx } } } }
  services: { web: { cluster: main, taskDefinition: web, ${service} } }
`);

const on = (group: string) => `capacity: { ec2: { autoScalingGroup: ${group} } }`;

test.each([
  ["a Fargate task in a tier without IPv4", "capacity: { fargate: {} }, subnets: [native]", ["native"]],
  ["one of the tiers is enough", "capacity: { fargate: {} }, subnets: [open, native]", ["native"]],
  ["a tier with IPv4 addresses is none", "capacity: { fargate: {} }, subnets: [closed, native]", ["native"]],
  ["a host in a tier without IPv4", `${on("native")}, subnets: [native]`, ["native"]],
  ["a host in a tier with IPv4", `${on("open")}, subnets: [native]`, []],
  ["a host in a dual-stack tier that leads nowhere", `${on("closed")}, subnets: [native]`, []],
  ["a service that is not IPv6-only", `${on("native")}, subnets: [open]`, []],
])("an image is pulled without IPv4: %s", (_, service, expected) => {
  expect(imagesPulledWithoutIpv4(network(service)).map(({ tier }) => tier.name)).toEqual(expected);
});

test("a service whose parts are not there is a mistake of the normaliser", () => {
  const whole = network(`${on("native")}, subnets: [native]`);
  const withoutTask = { ...whole, ecs: { ...whole.ecs, taskDefinitions: [] } };
  expect(() => placedServices(withoutTask)).toThrow("no task definition web");
  const withoutHosts = { ...whole, compute: { ...whole.compute, launchTemplates: [] } };
  expect(() => placedServices(withoutHosts)).toThrow("no hosts native");
});
