import { expect, it } from "vitest";
import { outcomesOf } from "../../support/lab-outcomes.ts";
import { instance, inVpc, labStack, route, subnet } from "../../support/lab-stack.ts";
import { findLabTools } from "../../support/lab-tools.ts";
import { describeWithTools } from "../../support/tools.ts";

const ARRIVED = "arrived";
const LOST = "timeout";
const IGW = { gateway_id: "${aws_internet_gateway.main.id}" };
const EIGW = { egress_only_gateway_id: "${aws_egress_only_internet_gateway.main.id}" };
const NAT = { nat_gateway_id: "${aws_nat_gateway.main.id}" };

describeWithTools("laboratory: gateways", findLabTools(), () => {
  it("lets public addresses through the internet gateway, both ways, and IPv6 out of the egress-only one", async () => {
    const stack = labStack({
      aws_internet_gateway: { main: inVpc() },
      aws_egress_only_internet_gateway: { main: inVpc() },
      aws_route: {
        a4: route("a", "0.0.0.0/0", IGW),
        a6: route("a", "::/0", IGW),
        b4: route("b", "0.0.0.0/0", IGW),
        b6: route("b", "::/0", EIGW),
      },
      aws_instance: { a: instance("a", { associate_public_ip_address: true }) },
    });
    const expected = {
      "a > internet ipv4 tcp 443": ARRIVED,
      "a > internet ipv6 udp 53": ARRIVED,
      "internet > a ipv4 tcp 443": ARRIVED,
      "internet > a ipv6 icmp": ARRIVED,
      // A private address has no way through the internet gateway.
      "b > internet ipv4 tcp 443": LOST,
      "internet > b ipv4 tcp 443": "no-address",
      "b > internet ipv6 tcp 443": ARRIVED,
      "b > internet ipv6 icmp": ARRIVED,
      "internet > b ipv6 tcp 443": LOST,
      "internet > b ipv6 udp 53": LOST,
      "internet > b ipv6 icmp": LOST,
      // Without a route nothing leaves, and no answer either.
      "c > internet ipv6 tcp 443": LOST,
      "internet > c ipv6 tcp 443": LOST,
    };
    expect(await outcomesOf(stack, Object.keys(expected))).toEqual(expected);
  });

  it("translates for IPv4 and, in 64:ff9b::/96, for IPv6: to the internet and to private addresses", async () => {
    const stack = labStack({
      aws_internet_gateway: { main: inVpc() },
      aws_egress_only_internet_gateway: { main: inVpc() },
      aws_eip: { main: {} },
      aws_nat_gateway: {
        main: { subnet_id: "${aws_subnet.a.id}", allocation_id: "${aws_eip.main.id}" },
      },
      aws_subnet: { c: subnet(3, { cidr_block: "", ipv6_native: true }) },
      aws_route: {
        a4: route("a", "0.0.0.0/0", IGW),
        b4: route("b", "0.0.0.0/0", NAT),
        c6: route("c", "64:ff9b::/96", NAT),
      },
    });
    const expected = {
      "b > internet ipv4 tcp 443": ARRIVED,
      "b > internet ipv4 udp 53": ARRIVED,
      "b > internet ipv4 icmp": ARRIVED,
      "b > internet ipv6 tcp 443": LOST,
      "b > internet nat64 tcp 443": LOST,
      "c > internet nat64 tcp 443": ARRIVED,
      "c > internet nat64 udp 53": ARRIVED,
      "c > internet nat64 icmp": ARRIVED,
      "c > b nat64 tcp 80": ARRIVED,
      "c > b nat64 icmp": ARRIVED,
      "c > internet ipv4 tcp 443": "no-address",
    };
    expect(await outcomesOf(stack, Object.keys(expected))).toEqual(expected);
  });

  it("translates by an instance too, as its security groups and its check let it", async () => {
    const told = '${base64encode("#!/bin/sh\ncat > /etc/nat64/tayga.conf\n")}';
    const translator = (more: Readonly<Record<string, unknown>>) =>
      instance("a", {
        associate_public_ip_address: true,
        source_dest_check: false,
        user_data_base64: told,
        ...more,
      });
    const to = (name: string) => ({
      network_interface_id: `\${aws_instance.${name}.primary_network_interface_id}`,
    });
    const stack = labStack({
      aws_internet_gateway: { main: inVpc() },
      aws_subnet: {
        c: subnet(3, { cidr_block: "", ipv6_native: true }),
        d: subnet(4, { cidr_block: "", ipv6_native: true }),
        e: subnet(5, { cidr_block: "", ipv6_native: true }),
      },
      aws_route_table: { d: inVpc(), e: inVpc() },
      aws_route_table_association: Object.fromEntries(
        ["d", "e"].map((id) => [
          id,
          { subnet_id: `\${aws_subnet.${id}.id}`, route_table_id: `\${aws_route_table.${id}.id}` },
        ]),
      ),
      aws_instance: {
        a: translator({}),
        checks: translator({ source_dest_check: true }),
        shut: translator({ vpc_security_group_ids: ["${aws_security_group.closed.id}"] }),
        d: instance("d"),
        e: instance("e"),
      },
      aws_route: {
        a4: route("a", "0.0.0.0/0", IGW),
        c6: route("c", "64:ff9b::/96", to("a")),
        d6: route("d", "64:ff9b::/96", to("checks")),
        e6: route("e", "64:ff9b::/96", to("shut")),
      },
    });
    const expected = {
      "c > internet nat64 tcp 443": ARRIVED,
      "c > internet nat64 udp 53": ARRIVED,
      "c > internet nat64 icmp": ARRIVED,
      "c > b nat64 tcp 80": ARRIVED,
      // Not the translator itself: its security groups would not see it.
      "c > a nat64 tcp 22": LOST,
      // It forwards nothing but what it translates.
      "c > internet ipv6 tcp 443": LOST,
      "d > internet nat64 tcp 443": LOST,
      "e > internet nat64 tcp 443": LOST,
    };
    expect(await outcomesOf(stack, Object.keys(expected))).toEqual(expected);
  });

  it("loses answers that take another way than the question: a NAT gateway has no translation for them", async () => {
    const stack = labStack({
      aws_internet_gateway: { main: inVpc() },
      aws_nat_gateway: { main: { subnet_id: "${aws_subnet.a.id}" } },
      aws_route: { a4: route("a", "0.0.0.0/0", IGW), b4: route("b", "0.0.0.0/0", NAT) },
      aws_instance: { b: instance("b", { associate_public_ip_address: true }) },
    });
    const expected = {
      "b > internet ipv4 tcp 443": ARRIVED,
      "internet > b ipv4 tcp 443": LOST,
      "internet > b ipv4 udp 53": LOST,
      "internet > b ipv4 icmp": LOST,
    };
    expect(await outcomesOf(stack, Object.keys(expected))).toEqual(expected);
  });

  it("reaches what lies behind a peering connection and a transit gateway, and nothing further", async () => {
    const stack = labStack({
      aws_internet_gateway: { main: inVpc() },
      aws_vpc_peering_connection: { partner: inVpc({ peer_vpc_id: "vpc-0abc" }) },
      aws_ec2_transit_gateway: { hub: {} },
      aws_ec2_transit_gateway_vpc_attachment: {
        hub: inVpc({
          transit_gateway_id: "${aws_ec2_transit_gateway.hub.id}",
          subnet_ids: ["${aws_subnet.c.id}"],
          ipv6_support: "disable",
        }),
      },
      aws_route: {
        internet: route("a", "::/0", IGW),
        partner: route("a", "10.9.0.0/16", {
          vpc_peering_connection_id: "${aws_vpc_peering_connection.partner.id}",
        }),
        hub4: route("b", "10.8.0.0/16", { transit_gateway_id: "${aws_ec2_transit_gateway.hub.id}" }),
        hub6: route("b", "2001:db8:8::/48", { transit_gateway_id: "${aws_ec2_transit_gateway.hub.id}" }),
      },
    });
    const partner = "aws_vpc_peering_connection.partner";
    const hub = "aws_ec2_transit_gateway.hub";
    const expected = {
      [`a > ${partner} ipv4 tcp 80`]: ARRIVED,
      [`${partner} > a ipv4 tcp 80`]: ARRIVED,
      [`b > ${partner} ipv4 tcp 80`]: LOST,
      // The answer finds no route.
      [`${partner} > b ipv4 tcp 80`]: LOST,
      [`b > ${hub}@10.8.0.0/16 ipv4 icmp`]: ARRIVED,
      [`${hub}@10.8.0.0/16 > b ipv4 udp 53`]: ARRIVED,
      [`b > ${hub}@2001:db8:8::/48 ipv6 tcp 80`]: LOST,
      [`${partner} > internet ipv4 tcp 443`]: LOST,
    };
    expect(await outcomesOf(stack, Object.keys(expected))).toEqual(expected);
  });

  it("leads only the tables of a gateway endpoint to its service", async () => {
    const stack = labStack({
      aws_vpc_endpoint: {
        s3: inVpc({
          service_name: "com.amazonaws.eu-west-1.s3",
          vpc_endpoint_type: "Gateway",
          route_table_ids: ["${aws_route_table.a.id}"],
        }),
      },
    });
    const s3 = "com.amazonaws.eu-west-1.s3@198.18.0.16/28";
    const expected = { [`a > ${s3} ipv4 tcp 443`]: ARRIVED, [`b > ${s3} ipv4 tcp 443`]: LOST };
    expect(await outcomesOf(stack, Object.keys(expected))).toEqual(expected);
  });
});
