import { describe, expect, it } from "vitest";
import { topologyOf } from "../../../src/reach/from-network/topology-of.ts";
import type { Intent } from "../../../src/reach/topology/nodes.ts";
import { networkFrom } from "../../support/network.ts";

const HEAD = `apiVersion: hextet/v1
name: sample
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a, b]
`;

/** The intents of a blueprint without the ways out, which most nodes have: `node > whom protocol port family`. */
function intentsOf(rest: string): readonly string[] {
  const all = allIntentsOf(rest);
  return all.filter((line) => !line.includes("> github.com") && !line.includes("> pypi"));
}

function allIntentsOf(rest: string): readonly string[] {
  const { nodes } = topologyOf(networkFrom(HEAD + rest));
  return nodes.flatMap(({ id, intents }) => intents.map((intent) => `${id} > ${describeIntent(intent)}`));
}

function describeIntent({ to, protocol, port, family }: Intent): string {
  return `${to.kind === "from-internet" ? "internet" : to.id} ${protocol} ${port} ${family}`;
}

const BALANCED = `
  subnets: { lb: { addressing: dual-stack, internet: public, slot: 0 }, app: { addressing: ipv6-only, slot: 1 } }
  securityGroups: { lb: {}, app: {} }
compute:
  autoScalingGroups: { app: { subnets: [app], instanceType: t4g.small, securityGroups: [app] } }
`;

describe("a load balancer", () => {
  const balancer = (type: string, protocol: string, group: string): string => `${BALANCED}
loadBalancers:
  web:
    { type: ${type}, subnets: [lb], listeners: { h: { port: 80, protocol: ${protocol}, action: { forwardTo: app } } } }
targetGroups: { app: { protocol: ${protocol}, port: 8080, ipAddressType: ipv6, ${group} } }`;

  it("takes its clients in each family, and calls its targets on both ports", () => {
    const text = balancer(
      "application",
      "HTTP",
      "healthCheck: { port: 8081 }, targets: { autoScalingGroups: [app] }",
    );
    expect(intentsOf(text)).toEqual([
      "aws_lb.web > internet tcp 80 ipv4",
      "aws_lb.web > internet tcp 80 ipv6",
      "aws_lb.web > aws_autoscaling_group.app tcp 8080 ipv6",
      "aws_lb.web > aws_autoscaling_group.app tcp 8081 ipv6",
    ]);
  });

  it("that hands the client's address on calls instances for their health alone", () => {
    const text = balancer("network", "TCP", "targets: { autoScalingGroups: [app] }");
    expect(intentsOf(text).filter((line) => line.includes("autoscaling"))).toEqual([
      "aws_lb.web > aws_autoscaling_group.app tcp 8080 ipv6",
    ]);
  });

  it("within the VPC has no clients from the internet", () => {
    const text = balancer("application", "HTTP", "targets: { autoScalingGroups: [app] }");
    const internal = text.replace("type: application,", "type: application, scheme: internal,");
    expect(intentsOf(internal).filter((line) => line.includes("internet"))).toEqual([]);
  });
});

const HOSTS = (rules: string): string => `
  subnets: { app: { addressing: dual-stack, slot: 1 } }
  securityGroups:
    app: {}
    other: {}
    served: { ingress: { r: { protocol: tcp, ${rules} } } }
`;

const TWO = `
compute:
  instances:
    one: { subnet: app, instanceType: t4g.small, securityGroups: [app] }
    two: { subnet: app, instanceType: t4g.small, securityGroups: [other] }
`;

describe("a database", () => {
  const database = `${TWO}
rds:
  subnetGroups: { data: { subnets: [app] } }
  instances:
    orders:
      subnetGroup: data
      engine: postgres
      engineVersion: "17"
      instanceClass: db.t4g.small
      allocatedStorageGib: 20
      securityGroups: [served]
`;

  it("is meant for those whom its group names on its port", () => {
    expect(intentsOf(HOSTS("ports: 5432, from: { securityGroup: app }") + database)).toEqual([
      "aws_instance.one > aws_db_instance.orders tcp 5432 any",
    ]);
  });

  it("is meant for nobody by a block, or on another port", () => {
    expect(intentsOf(HOSTS("ports: 5432, from: { vpc: {} }") + database)).toEqual([]);
    expect(intentsOf(HOSTS("ports: 22, from: { securityGroup: app }") + database)).toEqual([]);
  });
});

describe("an interface endpoint", () => {
  const endpoint = `
  vpcEndpoints:
    kms: { service: kms, type: { interface: { subnets: [app], securityGroups: [served] } } }
`;
  const hosts = (rules: string): readonly string[] => intentsOf(HOSTS(rules) + endpoint + TWO);

  it("is called on 443 by those whom its group admits there", () => {
    expect(hosts("ports: 443, from: { securityGroup: app }")).toEqual([
      "aws_instance.one > aws_vpc_endpoint.kms tcp 443 any",
    ]);
  });

  it("is meant for the same where its group has another port", () => {
    expect(hosts("ports: 80, from: { securityGroup: other }")).toEqual([
      "aws_instance.two > aws_vpc_endpoint.kms tcp 443 any",
    ]);
    expect(hosts("ports: 80, from: { vpc: {} }")).toHaveLength(2);
  });
});

describe("an Instance Connect endpoint", () => {
  const endpoint = (rest: string): string => `
  instanceConnectEndpoints: { main: { subnet: app, zone: a, securityGroups: [app]${rest} } }
compute: { instances: { h: { subnet: app, instanceType: t4g.small, securityGroups: [served] } } }
`;

  it("is meant for the hosts whose group names its own", () => {
    const rule = HOSTS("ports: { from: 20, to: 30 }, from: { securityGroup: app }");
    expect(intentsOf(rule + endpoint(""))).toEqual([
      "aws_ec2_instance_connect_endpoint.main > aws_instance.h tcp 22 any",
    ]);
  });

  it("that keeps the client's address is not known by its group", () => {
    const rule = HOSTS("ports: 22, from: { securityGroup: app }");
    expect(intentsOf(rule + endpoint(", ipAddressType: ipv4, preserveClientIp: true"))).toEqual([]);
  });
});

describe("the ways out of a tier", () => {
  const host = (egress: string): string => `
  subnets:
    pub: { addressing: dual-stack, internet: public, slot: 0 }
    app: { addressing: ipv6-only, internet: egress-only, nat64: true, slot: 1 }
  natGateways: { main: { subnet: pub } }
  securityGroups: { app: { egress: { h: { protocol: tcp, ports: 443, to: { ${egress} } } } } }
compute: { instances: { h: { subnet: app, instanceType: t4g.small, securityGroups: [app] } } }
`;

  it("are meant for hosts that are let out to the internet", () => {
    const both = ["aws_instance.h > github.com tcp 443 any", "aws_instance.h > pypi tcp 443 ipv6"];
    expect(allIntentsOf(host("anywhereIpv6: {}"))).toEqual(both);
    expect(allIntentsOf(host('cidrIpv6: "2000::/3"'))).toEqual(both);
  });

  it("are not meant for hosts that are let out elsewhere", () => {
    expect(allIntentsOf(host("vpc: {}"))).toEqual([]);
    expect(allIntentsOf(host('cidrIpv6: "2001:db8::/32"'))).toEqual([]);
  });
});

describe("who needs a service of AWS", () => {
  it("is a host that Systems Manager is to manage", () => {
    const text = `
  subnets: { app: { addressing: dual-stack, slot: 1 } }
compute:
  instanceProfiles: { ssm: { managedPolicies: [AmazonSSMManagedInstanceCore] }, other: { managedPolicies: [ReadOnlyAccess] } }
  instances:
    a: { subnet: app, instanceType: t4g.small, instanceProfile: ssm }
    b: { subnet: app, instanceType: t4g.small, instanceProfile: other }
`;
    expect(intentsOf(text)).toEqual(["aws_instance.a > ssm tcp 443 any"]);
  });

  it("is a service that another one calls, at the port of its proxy", () => {
    const common = `cluster: main
      taskDefinition: web
      subnets: [app]
      capacity: { fargate: {} }`;
    const text = `
  subnets: { app: { addressing: dual-stack, slot: 1 } }
ecs:
  namespaces: { inside: {} }
  clusters: { main: {} }
  taskDefinitions:
    web:
      containers:
        web:
          image: example/web:1
          ports: [8080, 9090]
          portNames: { api: { containerPort: 8080 }, old: { containerPort: 9090 } }
  services:
    client:
      ${common}
      serviceConnect: { namespace: inside, calls: [web] }
    web:
      ${common}
      serviceConnect:
        namespace: inside
        services:
          api: { clientAlias: { port: 80 }, ingressPortOverride: 18080 }
          old: { clientAlias: { port: 81 } }
`;
    const calls = intentsOf(text).filter((intent) => intent.includes("aws_ecs_service.web tcp"));
    expect(calls).toEqual([
      "aws_ecs_service.client > aws_ecs_service.web tcp 18080 any",
      "aws_ecs_service.client > aws_ecs_service.web tcp 9090 any",
    ]);
  });

  it("is a task on Fargate, and the host of a task on EC2", () => {
    const service = (capacity: string): string => `
  subnets: { app: { addressing: dual-stack, slot: 1 } }
compute: { autoScalingGroups: { hosts: { subnets: [app], instanceType: t4g.small } } }
ecs:
  clusters: { main: {} }
  taskDefinitions:
    web:
      cpu: 256
      memory: 512
      containers:
        web:
          image: ghcr.io/example/web:1
          secrets: { KEY: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:key-AbCdEf" }
  services: { web: { cluster: main, taskDefinition: web, subnets: [app], capacity: ${capacity} } }
`;
    const needs = ["ghcr.io", "secretsmanager", "logs"].map((destination) => `> ${destination} tcp 443 any`);
    expect(intentsOf(service("{ fargate: {} }"))).toEqual(needs.map((need) => `aws_ecs_service.web ${need}`));
    expect(intentsOf(service("{ ec2: { autoScalingGroup: hosts } }"))).toEqual(
      needs.map((need) => `aws_autoscaling_group.hosts ${need}`),
    );
  });
});
