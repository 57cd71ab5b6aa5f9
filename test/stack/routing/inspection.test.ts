// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { networkFrom, tryNetworkFrom } from "../../support/network.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

const SERVICE = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123abc";
const blueprint = (inspection: string, more = "") => `
apiVersion: hextet/v1
name: sample
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a, b]
  subnets:
    inspection: { addressing: dual-stack, internet: public, slot: 0 }
    private: { addressing: dual-stack, internet: egress-only, natGateway: main, inspection: ${inspection}, slot: 1 }
    public: { addressing: dual-stack, internet: public, inspection: ${inspection}, slot: 2 }
  natGateways: { main: { subnet: public, perZone: true } }
  gatewayLoadBalancerEndpoints:
    main: { serviceName: ${SERVICE}, subnets: inspection }
${more}`;
const MAIN = "{ gatewayLoadBalancerEndpoint: main }";

function mistakesIn(text: string): readonly string[] {
  return tryNetworkFrom(text).diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

describe("inspection of a tier", () => {
  const json = stackJson(networkFrom(blueprint(MAIN)));

  test("passes the schema of the provider", () => {
    expect(schemaProblems(json)).toEqual([]);
  });

  test("has an endpoint of both families in each zone", () => {
    expect(resourceIn(json, "aws_vpc_endpoint.main_b")).toMatchObject({
      vpc_endpoint_type: "GatewayLoadBalancer",
      service_name: SERVICE,
      ip_address_type: "dualstack",
      subnet_ids: ["${aws_subnet.inspection_b.id}"],
    });
  });

  test.each(["a", "b"])("of a public tier lies on both ways of both families in zone %s", (zone) => {
    const endpoint = `\${aws_vpc_endpoint.main_${zone}.id}`;
    const out = `\${aws_route_table.public_${zone}.id}`;
    expect(resourceIn(json, `aws_route.public_${zone}_default-ipv4`)).toEqual({
      route_table_id: out,
      destination_cidr_block: "0.0.0.0/0",
      vpc_endpoint_id: endpoint,
    });
    expect(resourceIn(json, `aws_route.public_${zone}_default-ipv6`)).toEqual({
      route_table_id: out,
      destination_ipv6_cidr_block: "::/0",
      vpc_endpoint_id: endpoint,
    });
    const back = "${aws_route_table.internet_gateway.id}";
    expect(resourceIn(json, `aws_route.internet_gateway_public_${zone}_ipv4`)).toEqual({
      route_table_id: back,
      destination_cidr_block: `\${aws_subnet.public_${zone}.cidr_block}`,
      vpc_endpoint_id: endpoint,
    });
    expect(resourceIn(json, `aws_route.internet_gateway_public_${zone}_ipv6`)).toEqual({
      route_table_id: back,
      destination_ipv6_cidr_block: `\${aws_subnet.public_${zone}.ipv6_cidr_block}`,
      vpc_endpoint_id: endpoint,
    });
  });

  test("of a private tier is of IPv6 alone: its IPv4 is translated in the public tier before", () => {
    expect(resourceIn(json, "aws_route.private_a_default-ipv6")).toMatchObject({
      vpc_endpoint_id: "${aws_vpc_endpoint.main_a.id}",
    });
    expect(resourceIn(json, "aws_route.private_a_default-ipv4")).toMatchObject({
      nat_gateway_id: "${aws_nat_gateway.main_a.id}",
    });
    expect(JSON.stringify(json)).toContain("internet_gateway_private_a_ipv6");
    expect(JSON.stringify(json)).not.toContain("internet_gateway_private_a_ipv4");
    expect(JSON.stringify(json)).not.toContain("aws_egress_only_internet_gateway");
  });

  test("the internet gateway takes its table when the routes are there", () => {
    expect(resourceIn(json, "aws_route_table_association.internet_gateway")).toEqual({
      gateway_id: "${aws_internet_gateway.main.id}",
      route_table_id: "${aws_route_table.internet_gateway.id}",
      depends_on: [
        "aws_route.internet_gateway_private_a_ipv6",
        "aws_route.internet_gateway_private_b_ipv6",
        "aws_route.internet_gateway_public_a_ipv4",
        "aws_route.internet_gateway_public_a_ipv6",
        "aws_route.internet_gateway_public_b_ipv4",
        "aws_route.internet_gateway_public_b_ipv6",
      ],
    });
  });

  test("by endpoints that are made elsewhere, for each zone", () => {
    const ids = "{ vpcEndpointIds: { a: vpce-0123abc, b: vpce-0456def } }";
    const stack = stackJson(networkFrom(blueprint(ids)));
    expect(resourceIn(stack, "aws_route.internet_gateway_public_b_ipv6")).toMatchObject({
      vpc_endpoint_id: "vpce-0456def",
    });
  });
});

describe("what is wrong with inspection", () => {
  test("a name that nothing has is said once", () => {
    expect(mistakesIn(blueprint("{ gatewayLoadBalancerEndpoint: mian }"))).toEqual([
      'model/unknown-name: unknown Gateway Load Balancer endpoint "mian" in network.subnets.private.inspection.gatewayLoadBalancerEndpoint',
      'model/unknown-name: unknown Gateway Load Balancer endpoint "mian" in network.subnets.public.inspection.gatewayLoadBalancerEndpoint',
    ]);
  });

  test("a tier without a way to the internet", () => {
    const text = blueprint(MAIN).replace("internet: egress-only", "internet: none");
    expect(mistakesIn(text)).toEqual([
      'model/inspection-without-internet: tier "private" is inspected on its way to the internet, and has internet: none',
    ]);
  });

  test("a zone without an endpoint, also of the internet gateway's own routes", () => {
    const one = "{ vpcEndpointIds: { a: vpce-0123abc } }";
    const found = mistakesIn(blueprint(MAIN, `  internetGatewayRoutes: { inspection: ${one} }`));
    expect(found).toEqual([
      `model/route-zone-missing: the internet gateway's route to tier "inspection" leads to nothing in zone b`,
    ]);
  });
});
