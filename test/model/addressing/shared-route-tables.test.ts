import { describe, expect, it } from "vitest";
import { networkFrom, describe as told, tryNetworkFrom } from "../../support/network.ts";

const HEAD = `
apiVersion: hextet/v1
name: net
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a, b]
`;
const mistakesIn = (body: string) => tryNetworkFrom(HEAD + body).diagnostics.map(told);

describe("tiers in some of the zones", () => {
  it("have subnets, NAT gateways and instances there alone", () => {
    const network = networkFrom(`${HEAD}
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0, availabilityZones: [b] }
    app: { addressing: dual-stack, slot: 1, natGateway: main }
  natGateways: { main: { subnet: public, perZone: true }, other: { subnet: public } }
compute: { instances: { web: { subnet: public, instanceType: t4g.nano } } }
`);
    expect(network.tiers.map(({ subnets }) => subnets.map(({ id }) => id))).toEqual([
      ["app_a", "app_b"],
      ["public_b"],
    ]);
    expect(
      network.natGateways.flatMap(({ gateways }) => gateways.map(({ id, place }) => [id, place?.subnet])),
    ).toEqual([
      ["main_b", "public_b"],
      ["other", "public_b"],
    ]);
    expect(network.routeTables.map(({ id, routes }) => [id, routes[0]?.target])).toEqual([
      ["app_a", { kind: "nat-gateway", name: "main", gateway: "main_b" }],
      ["app_b", { kind: "nat-gateway", name: "main", gateway: "main_b" }],
      ["public", { kind: "internet-gateway" }],
    ]);
    expect(network.compute.instances.map(({ subnet }) => subnet)).toEqual(["public_b"]);
  });

  it("are told where something is asked for in another zone", () => {
    expect(
      mistakesIn(`
  subnets:
    public: { addressing: dual-stack, slot: 0, availabilityZones: [b, c], ipv4Cidrs: { a: 10.0.0.0/24 } }
  natGateways: { main: { subnet: public, zone: a } }
  instanceConnectEndpoints: { main: { subnet: public, zone: a, securityGroups: [web] } }
  securityGroups: { web: {} }
compute: { instances: { web: { subnet: public, zone: a, instanceType: t4g.nano } } }
`),
    ).toEqual([
      'model/unknown-name at network.natGateways.main.zone: unknown availability zone "a" in network.natGateways.main.zone (known: b)',
      'model/unknown-name at network.subnets.public.availabilityZones[1]: unknown availability zone "c" in network.subnets.public.availabilityZones[1] (known: a, b)',
      'model/unknown-name at network.subnets.public.ipv4Cidrs.a: unknown availability zone "a" in network.subnets.public.ipv4Cidrs.a (known: b)',
      'model/unknown-zone at compute.instances.web.zone: zone "a" is none of those of subnet tier "public" (known: b)',
      'model/unknown-name at network.instanceConnectEndpoints.main.zone: unknown availability zone "a" in network.instanceConnectEndpoints.main.zone (known: b)',
    ]);
  });
});

describe("tiers that share a route table", () => {
  it("have their subnets in it, with routes for all families", () => {
    const network = networkFrom(`${HEAD}
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    app: { addressing: ipv4-only, internet: egress-only, natGateway: main, slot: 1 }
    data: { addressing: dual-stack, internet: egress-only, routeTable: app, slot: 2 }
  natGateways: { main: { subnet: public, zone: a } }
`);
    const [app, ...others] = network.routeTables;
    expect(others.map(({ id }) => id)).toEqual(["public"]);
    expect(app).toMatchObject({ id: "app", tier: "app", subnets: ["app_a", "app_b", "data_a", "data_b"] });
    expect(app?.routes.map(({ id, destination }) => [id, destination.text])).toEqual([
      ["app_default-ipv4", "0.0.0.0/0"],
      ["app_default-ipv6", "::/0"],
    ]);
    const data = network.tiers.find(({ name }) => name === "data");
    expect(data).toMatchObject({ routeTable: "app", natGateway: "main" });
  });

  it("have one for each zone where NAT gateways do", () => {
    const network = networkFrom(`${HEAD}
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    app: { addressing: dual-stack, natGateway: main, slot: 1, availabilityZones: [a] }
    data: { addressing: dual-stack, routeTable: app, slot: 2 }
  natGateways: { main: { subnet: public, perZone: true } }
`);
    expect(network.routeTables.map(({ id, subnets }) => [id, subnets])).toEqual([
      ["app_a", ["app_a", "data_a"]],
      ["app_b", ["data_b"]],
      ["public", ["public_a", "public_b"]],
    ]);
  });

  it("ask for nothing that it does not do", () => {
    expect(
      mistakesIn(`
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    app: { addressing: dual-stack, slot: 1 }
    data: { addressing: dual-stack, internet: egress-only, natGateway: main, nat64: true, slot: 2, routeTable: app }
    last: { addressing: dual-stack, slot: 3, routeTable: data }
    self: { addressing: dual-stack, slot: 4, routeTable: self }
  natGateways: { main: { subnet: public } }
  routes: { last: { office: { destination: 10.9.0.0/16, target: { transitGatewayId: tgw-0123abc } } } }
`),
    ).toEqual([
      'model/shared-route-table at network.subnets.data.routeTable: tier "data" has internet: egress-only, but tier "app", whose route table it shares, has none (write it for tier "app" alone)',
      'model/shared-route-table at network.subnets.data.routeTable: tier "data" has natGateway: main, but tier "app", whose route table it shares, has none (write it for tier "app" alone)',
      'model/shared-route-table at network.subnets.data.routeTable: tier "data" has nat64: true, but tier "app", whose route table it shares, has none (write it for tier "app" alone)',
      'model/shared-route-table at network.subnets.last.routeTable: tier "data" has no route table: it shares that of tier "app" (write it for tier "data" alone)',
      'model/shared-route-table at network.subnets.last.routeTable: tier "last" has internet: none, but tier "data", whose route table it shares, has egress-only (write it for tier "data" alone)',
      'model/shared-route-table at network.routes.last: tier "last" has routes of its own beside the route table of tier "data" (move them to network.routes.data)',
      'model/unknown-name at network.subnets.self.routeTable: unknown subnet tier "self" in network.subnets.self.routeTable (known: app, data, last, public)',
    ]);
  });
});
