// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { at } from "../../support/json.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { everything, networkFrom } from "../../support/renamed-everything.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

const json = stackJson(networkFrom(everything()));

test("the arguments are those of the provider", () => {
  // Other parts of everything.yaml are written for provider 6.
  expect(schemaProblems(json).filter((one) => /vpn|customer_gateway/.test(one))).toEqual([]);
});

describe("a customer gateway", () => {
  test("has its number and its address", () => {
    expect(resourceIn(json, "aws_customer_gateway.office")).toMatchObject({
      type: "ipsec.1",
      bgp_asn: "65010",
      ip_address: "198.51.100.10",
      device_name: "lisbon",
    });
  });

  test("has a number above 2147483647 in the argument that takes it", () => {
    const site = resourceIn(json, "aws_customer_gateway.site");
    expect(site).toMatchObject({ bgp_asn_extended: "4200000010" });
    expect(site).not.toHaveProperty("bgp_asn");
  });
});

describe("a virtual private gateway", () => {
  test("is attached to the VPC", () => {
    expect(resourceIn(json, "aws_vpn_gateway.main")).toMatchObject({
      vpc_id: "${aws_vpc.main.id}",
      amazon_side_asn: "64514",
    });
  });

  test("is learned by the route tables of its tiers, each by a resource of its own, and routes lead to it", () => {
    const tables = Object.values(Object(at(json, "resource", "aws_vpn_gateway_route_propagation")));
    expect(tables.length).toBeGreaterThan(1);
    for (const one of tables) expect(at(one, "vpn_gateway_id")).toBe("${aws_vpn_gateway.main.id}");
    const routes = Object.entries(Object(at(json, "resource", "aws_route")));
    const led = routes.filter(([, route]) => at(route, "gateway_id") === "${aws_vpn_gateway.main.id}");
    expect(led.map(([, route]) => at(route, "destination_cidr_block"))).toContain("10.80.0.0/16");
  });
});

describe("a VPN connection", () => {
  test("on a virtual private gateway has static routes, and no word on what a transit gateway does", () => {
    const office = resourceIn(json, "aws_vpn_connection.office");
    expect(office).toMatchObject({
      customer_gateway_id: "${aws_customer_gateway.office.id}",
      vpn_gateway_id: "${aws_vpn_gateway.main.id}",
      static_routes_only: true,
      tunnel_inside_ip_version: "ipv4",
      tunnel1_inside_cidr: "169.254.10.0/30",
      tunnel1_ike_versions: ["ikev2"],
      tunnel1_startup_action: "start",
      tunnel2_startup_action: "add",
    });
    for (const absent of ["enable_acceleration", "outside_ip_address_type", "transit_gateway_id"]) {
      expect(office).not.toHaveProperty(absent);
    }
    expect(resourceIn(json, "aws_vpn_connection_route.office_lisbon")).toEqual({
      destination_cidr_block: "192.168.0.0/16",
      vpn_connection_id: "${aws_vpn_connection.office.id}",
    });
  });

  test("on a transit gateway stands in its route tables as an attachment", () => {
    const attachment = "${aws_vpn_connection.site.transit_gateway_attachment_id}";
    expect(resourceIn(json, "aws_vpn_connection.site")).toMatchObject({
      transit_gateway_id: "${aws_ec2_transit_gateway.backbone.id}",
      tunnel_inside_ip_version: "ipv6",
      outside_ip_address_type: "PrivateIpv4",
      transport_transit_gateway_attachment_id: "tgw-attach-0789abc",
      local_ipv6_network_cidr: "2001:db8:60::/48",
      tunnel2_inside_ipv6_cidr: "fd00:10::/126",
    });
    for (const address of [
      "aws_ec2_transit_gateway_route_table_association.vpn_site",
      "aws_ec2_transit_gateway_route_table_propagation.vpn_site_spokes",
      "aws_ec2_transit_gateway_route.spokes_site",
    ]) {
      expect(resourceIn(json, address)).toMatchObject({ transit_gateway_attachment_id: attachment });
    }
  });

  test("has no pre-shared key, which Terraform would hold in the text of the stack", () => {
    expect(JSON.stringify(json)).not.toContain("preshared");
  });
});
