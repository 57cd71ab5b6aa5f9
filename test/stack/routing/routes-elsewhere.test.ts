// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { networkFrom, tryNetworkFrom } from "../../support/network.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

const blueprint = (routes: string, zones = "[a, b]") => `
apiVersion: hextet/v1
name: sample
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: ${zones}
  subnets:
    app: { addressing: dual-stack, slot: 0 }
    edge: { addressing: dual-stack, internet: public, slot: 1 }
  prefixLists:
    offices: { addressFamily: IPv6, maxEntries: 5, entries: { lisbon: { cidr: "2001:db8:1::/48" } } }
  routes: { app: { ${routes} } }
compute:
  instances: { router: { subnet: edge, zone: a, instanceType: t4g.nano, sourceDestCheck: false } }
`;
const CORE = "arn:aws:networkmanager::123456789012:core-network/core-network-0123abc";
const ENDPOINTS = "vpcEndpointIds: { a: vpce-0123abc, b: vpce-0456def }";

function mistakesIn(text: string): readonly string[] {
  return tryNetworkFrom(text).diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

function stackWith(routes: string) {
  const json = stackJson(networkFrom(blueprint(routes)));
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

describe("routes that lead to what looks at packets", () => {
  test("lead to the endpoint of their own zone, in both families", () => {
    const json = stackWith(
      `four: { destination: 0.0.0.0/0, target: { ${ENDPOINTS} } }, six: { destination: "::/0", target: { ${ENDPOINTS} } }`,
    );
    for (const [zone, id] of [
      ["a", "vpce-0123abc"],
      ["b", "vpce-0456def"],
    ]) {
      expect(resourceIn(json, `aws_route.app_${zone}_four`)).toEqual({
        route_table_id: `\${aws_route_table.app_${zone}.id}`,
        destination_cidr_block: "0.0.0.0/0",
        vpc_endpoint_id: id,
      });
      expect(resourceIn(json, `aws_route.app_${zone}_six`)).toMatchObject({
        destination_ipv6_cidr_block: "::/0",
        vpc_endpoint_id: id,
      });
    }
  });

  test("name no zone without an endpoint", () => {
    const one = `six: { destination: "::/0", target: { vpcEndpointIds: { a: vpce-0123abc } } }`;
    expect(mistakesIn(blueprint(one))).toEqual([
      'model/route-zone-missing: route "six" of tier "app" leads to nothing in zone b',
    ]);
    expect(mistakesIn(blueprint(one, "[a]"))).toEqual([]);
  });

  test("lead to the network interface of an instance, which waits for no route to itself", () => {
    const json = stackWith(`out: { destination: "2001:db8::/32", target: { instance: router } }`);
    expect(resourceIn(json, "aws_route.app_out")).toEqual({
      route_table_id: "${aws_route_table.app.id}",
      destination_ipv6_cidr_block: "2001:db8::/32",
      network_interface_id: "${aws_instance.router.primary_network_interface_id}",
    });
    expect(JSON.stringify(resourceIn(json, "aws_instance.router"))).not.toContain("aws_route.app_out");
  });

  test("lead to a core network", () => {
    const json = stackWith(`core: { destination: 10.0.0.0/8, target: { coreNetworkArn: "${CORE}" } }`);
    expect(resourceIn(json, "aws_route.app_core")).toMatchObject({ core_network_arn: CORE });
  });
});

describe("routes for a prefix list", () => {
  test("name the blueprint's own, or one that is made elsewhere", () => {
    const json = stackWith(
      `own: { destinationPrefixList: offices, target: { transitGatewayId: tgw-0123abc } },
       other: { destinationPrefixListId: pl-0123abc, target: { transitGatewayId: tgw-0123abc } }`,
    );
    expect(resourceIn(json, "aws_route.app_own")).toEqual({
      route_table_id: "${aws_route_table.app.id}",
      destination_prefix_list_id: "${aws_ec2_managed_prefix_list.offices.id}",
      transit_gateway_id: "tgw-0123abc",
    });
    expect(resourceIn(json, "aws_route.app_other")).toMatchObject({
      destination_prefix_list_id: "pl-0123abc",
    });
  });

  test.each([
    ["none", "", "has no destination"],
    ["two", `destination: 10.0.0.0/8, destinationPrefixList: offices,`, "has several destinations"],
  ])("%s is a mistake", (_, destination, words) => {
    const route = `out: { ${destination} target: { transitGatewayId: tgw-0123abc } }`;
    expect(mistakesIn(blueprint(route))).toEqual([`model/route-destination: route "out" ${words}`]);
  });

  test("of a name that no list has is a mistake", () => {
    const route = "out: { destinationPrefixList: office, target: { transitGatewayId: tgw-0123abc } }";
    expect(mistakesIn(blueprint(route))).toEqual([
      'model/unknown-name: unknown prefix list "office" in network.routes.app.out.destinationPrefixList',
    ]);
  });
});
