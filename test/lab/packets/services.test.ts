import { expect, it } from "vitest";
import { outcomesOf } from "../../support/lab-outcomes.ts";
import { aclRule, instance, inVpc, labStack, route } from "../../support/lab-stack.ts";
import { findLabTools } from "../../support/lab-tools.ts";
import { describeWithTools } from "../../support/tools.ts";

const ARRIVED = "arrived";
const LOST = "timeout";
const REFUSED = "refused";
const NO_ADDRESS = "no-address";
const OPEN = ["${aws_security_group.open.id}"];
const IN_B = ["${aws_subnet.b.id}"];
const IGW = { gateway_id: "${aws_internet_gateway.main.id}" };

describeWithTools("laboratory: services", findLabTools(), () => {
  it("listens where services listen, in the families that they have", async () => {
    const stack = labStack({
      aws_db_subnet_group: { main: { subnet_ids: IN_B } },
      aws_db_instance: {
        old: {
          engine: "mysql",
          db_subnet_group_name: "${aws_db_subnet_group.main.name}",
          vpc_security_group_ids: OPEN,
        },
        dual: {
          engine: "postgres",
          port: 5433,
          network_type: "DUAL",
          db_subnet_group_name: "${aws_db_subnet_group.main.name}",
          vpc_security_group_ids: OPEN,
        },
      },
      aws_lambda_function: {
        f: { vpc_config: { subnet_ids: IN_B, security_group_ids: OPEN, ipv6_allowed_for_dual_stack: true } },
      },
      aws_vpc_endpoint: {
        ssm: inVpc({
          service_name: "com.amazonaws.eu-west-1.ssm",
          vpc_endpoint_type: "Interface",
          ip_address_type: "ipv6",
          security_group_ids: OPEN,
          subnet_ids: IN_B,
        }),
      },
      aws_ec2_instance_connect_endpoint: {
        connect: { subnet_id: "${aws_subnet.b.id}", security_group_ids: OPEN },
      },
    });
    const expected = {
      "a > old ipv4 tcp 3306": ARRIVED,
      "a > old ipv4 tcp 5432": REFUSED,
      "a > old ipv6 tcp 3306": NO_ADDRESS,
      "a > dual ipv6 tcp 5433": ARRIVED,
      "a > f ipv6 tcp 443": REFUSED,
      "f > a ipv6 tcp 443": ARRIVED,
      "a > ssm ipv6 tcp 443": ARRIVED,
      "a > ssm ipv4 tcp 443": NO_ADDRESS,
      "connect > a ipv4 tcp 22": ARRIVED,
    };
    expect(await outcomesOf(stack, Object.keys(expected))).toEqual(expected);
  });

  it("takes connections at a load balancer's listeners, and its nodes reach the targets by the group's family", async () => {
    const stack = labStack({
      aws_internet_gateway: { main: inVpc() },
      aws_route: { a4: route("a", "0.0.0.0/0", IGW), a6: route("a", "::/0", IGW) },
      aws_lb: {
        web: {
          load_balancer_type: "application",
          internal: false,
          ip_address_type: "dualstack",
          subnets: ["${aws_subnet.a.id}"],
          security_groups: OPEN,
        },
      },
      aws_lb_target_group: { web: { port: 8080, protocol: "HTTP", ip_address_type: "ipv6" } },
      aws_lb_listener: {
        web: {
          load_balancer_arn: "${aws_lb.web.arn}",
          port: 80,
          protocol: "HTTP",
          default_action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }],
        },
      },
      aws_lb_target_group_attachment: {
        b: { target_group_arn: "${aws_lb_target_group.web.arn}", target_id: "${aws_instance.b.id}" },
      },
      aws_vpc_security_group_ingress_rule: {
        from_web: {
          security_group_id: "${aws_security_group.closed.id}",
          ip_protocol: "tcp",
          from_port: 8080,
          to_port: 8080,
          cidr_ipv6: "${aws_subnet.a.ipv6_cidr_block}",
        },
      },
      aws_instance: {
        b: instance("b", { vpc_security_group_ids: ["${aws_security_group.closed.id}"] }),
        here: instance("a"),
      },
    });
    const expected = {
      "internet > web ipv4 tcp 80": ARRIVED,
      "internet > web ipv6 tcp 80": ARRIVED,
      "internet > web ipv4 tcp 443": REFUSED,
      "web > b ipv6 tcp 8080": ARRIVED,
      "web > b ipv4 tcp 8080": LOST,
      "c > b ipv6 tcp 8080": LOST,
    };
    expect(await outcomesOf(stack, Object.keys(expected))).toEqual(expected);
  });

  it("lets a transit gateway in by the ACL of its own subnet, and a private NAT gateway out through it", async () => {
    const hub = { transit_gateway_id: "${aws_ec2_transit_gateway.hub.id}" };
    const anyTcp = { cidr_block: "0.0.0.0/0", protocol: "tcp" };
    const stack = labStack({
      aws_ec2_transit_gateway: { hub: {} },
      aws_ec2_transit_gateway_vpc_attachment: {
        hub: inVpc({ ...hub, subnet_ids: ["${aws_subnet.c.id}"], ipv6_support: "enable" }),
      },
      aws_nat_gateway: { inside: { subnet_id: "${aws_subnet.a.id}", connectivity_type: "private" } },
      aws_route: {
        a: route("a", "10.8.0.0/16", hub),
        b: route("b", "10.8.0.0/16", { nat_gateway_id: "${aws_nat_gateway.inside.id}" }),
        b64: route("b", "64:ff9b::/96", { nat_gateway_id: "${aws_nat_gateway.inside.id}" }),
      },
      aws_network_acl: { tight: inVpc({ subnet_ids: ["${aws_subnet.c.id}"] }) },
      aws_network_acl_rule: {
        // What leaves the subnet of the attachment towards the hosts.
        answers: aclRule(100, true, { ...anyTcp, from_port: 1024, to_port: 65_535 }),
        // What hosts of other subnets send to the gateway comes in by its own rules.
        web: aclRule(100, false, { ...anyTcp, from_port: 80, to_port: 80 }),
        replies: aclRule(110, false, { ...anyTcp, from_port: 1024, to_port: 65_535 }),
      },
    });
    const other = "aws_ec2_transit_gateway.hub";
    const expected = {
      [`a > ${other} ipv4 tcp 80`]: ARRIVED,
      [`a > ${other} ipv4 tcp 81`]: LOST,
      [`a > ${other} ipv4 udp 53`]: LOST,
      [`${other} > a ipv4 tcp 80`]: LOST,
      [`${other} > a ipv4 tcp 8080`]: ARRIVED,
      [`b > ${other} ipv4 tcp 80`]: ARRIVED,
      [`b > ${other} nat64 tcp 80`]: ARRIVED,
      [`${other} > b ipv4 tcp 8080`]: LOST,
    };
    expect(await outcomesOf(stack, Object.keys(expected))).toEqual(expected);
  });
});
