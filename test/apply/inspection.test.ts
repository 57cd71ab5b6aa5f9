import { expect, test } from "vitest";
import { type AppliedStacks, describeAppliedInOrder, stacksOf } from "../support/applied-stacks.ts";
import { at, listAt, textAt } from "../support/json.ts";

/** A public tier that is inspected on both ways, and a private one whose packets to a partner go through a host. */
const INSPECTED = `apiVersion: hextet/v1
name: inspected
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a, b]
  subnets:
    endpoints: { addressing: dual-stack, internet: public, slot: 0 }
    public: { addressing: dual-stack, internet: public, inspection: { gatewayLoadBalancerEndpoint: wall }, slot: 1 }
    app: { addressing: dual-stack, internet: none, slot: 2 }
  gatewayLoadBalancerEndpoints:
    wall: { serviceName: com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0, subnets: endpoints }
  routes:
    app:
      partner: { destination: "2001:db8:50::/48", target: { instance: router } }
  securityGroups:
    router: { description: The host that forwards }
compute:
  instances:
    router:
      subnet: app
      instanceType: t4g.small
      os: amazon-linux-2023
      securityGroups: [router]
      sourceDestCheck: false
`;

const stacks = {
  region: "eu-west-1",
  folders: (scratch: string) => stacksOf({ inspected: INSPECTED }, scratch),
};

/** A route table by its name: what it stands for, and its routes as destination to target. */
async function tableNamed({ ask }: AppliedStacks, name: string) {
  const named = { Filters: [{ Name: "tag:Name", Values: [name] }] };
  const [table] = listAt(await ask("ec2", "describe_route_tables", named), "RouteTables");
  const routes = listAt(table, "Routes").filter((route) => at(route, "GatewayId") !== "local");
  return {
    associations: listAt(table, "Associations"),
    routes: Object.fromEntries(
      routes.map((route) => [
        at(route, "DestinationCidrBlock") ?? at(route, "DestinationIpv6CidrBlock"),
        ["VpcEndpointId", "NetworkInterfaceId", "GatewayId"]
          .map((key) => at(route, key))
          .find((value) => typeof value === "string"),
      ]),
    ),
  };
}

/** Of each zone the subnet with its blocks, and the endpoint that stands in the tier of endpoints. */
async function zonesOf({ ask }: AppliedStacks) {
  const endpoints = listAt(await ask("ec2", "describe_vpc_endpoints", {}), "VpcEndpoints");
  const subnets = listAt(await ask("ec2", "describe_subnets", {}), "Subnets");
  const named = (name: string) =>
    subnets.find((subnet) =>
      listAt(subnet, "Tags").some((tag) => at(tag, "Key") === "Name" && at(tag, "Value") === name),
    );
  return ["a", "b"].map((zone) => {
    const subnet = named(`inspected-public-${zone}`);
    const place = textAt(named(`inspected-endpoints-${zone}`), "SubnetId");
    return {
      zone,
      ipv4: textAt(subnet, "CidrBlock"),
      ipv6: textAt(subnet, "Ipv6CidrBlockAssociationSet", 0, "Ipv6CidrBlock"),
      endpoint: textAt(
        endpoints.find((one) => at(one, "SubnetIds", 0) === place),
        "VpcEndpointId",
      ),
    };
  });
}

describeAppliedInOrder("a network whose internet is inspected", stacks, (applied) => {
  test("the internet gateway sends what comes in, in both families, to the endpoint of the subnet's zone", async () => {
    const { associations, routes } = await tableNamed(applied, "inspected-internet-gateway");
    expect(associations.map((one) => at(one, "GatewayId"))).toEqual([expect.stringMatching(/^igw-/)]);
    const zones = await zonesOf(applied);
    expect(new Set(zones.map(({ endpoint }) => endpoint)).size).toBe(2);
    expect(routes).toEqual(
      Object.fromEntries(
        zones.flatMap(({ ipv4, ipv6, endpoint }) => [
          [ipv4, endpoint],
          [ipv6, endpoint],
        ]),
      ),
    );
  });

  test("what leaves the public subnets goes to the same endpoints, and on to the internet gateway", async () => {
    for (const { zone, endpoint } of await zonesOf(applied)) {
      const { routes } = await tableNamed(applied, `inspected-public-${zone}`);
      expect(routes).toEqual({ "0.0.0.0/0": endpoint, "::/0": endpoint });
    }
    const { routes } = await tableNamed(applied, "inspected-endpoints");
    const gateway = expect.stringMatching(/^igw-/);
    expect(routes).toEqual({ "0.0.0.0/0": gateway, "::/0": gateway });
  });

  test("what is for the partner goes to the interface of the host that forwards", async () => {
    const { routes } = await tableNamed(applied, "inspected-app");
    const reservations = await applied.ask("ec2", "describe_instances", {});
    const host = at(reservations, "Reservations", 0, "Instances", 0);
    const [own] = listAt(host, "NetworkInterfaces");
    // The emulator tells it of the instance alone, AWS of its interface too.
    expect(at(host, "SourceDestCheck")).toBe(false);
    expect(routes).toEqual({ "2001:db8:50::/48": textAt(own, "NetworkInterfaceId") });
  });
});
