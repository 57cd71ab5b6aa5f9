import { describe, expect, it } from "vitest";
import type { LabPlan } from "../../../src/lab/plan/lab-plan.ts";
import { renderPlan } from "../../../src/lab/run/render-plan.ts";
import { planOf } from "../../support/lab-outcomes.ts";
import { aclRule, instance, inVpc, labStack, route, subnet } from "../../support/lab-stack.ts";

const TGW = { transit_gateway_id: "${aws_ec2_transit_gateway.hub.id}" };

function namespaceOf(plan: LabPlan, label: string) {
  const found = plan.namespaces.find((one) => one.label === label);
  if (found === undefined) throw new Error(`no namespace of ${label}`);
  return found;
}

function routesIn(plan: LabPlan, table: number): readonly string[] {
  const { routes } = namespaceOf(plan, "router of aws_vpc.main");
  return routes
    .filter((one) => one.table === table)
    .map(({ type, destination, via, device, metric }) => `${type} ${destination} ${via} ${device} ${metric}`);
}

describe("the plan of a laboratory", () => {
  it("gives each subnet a table: its own routes win over local ones, the rest is dropped", () => {
    const plan = planOf(
      labStack({
        aws_egress_only_internet_gateway: { main: inVpc() },
        aws_route: {
          out: route("b", "::/0", { egress_only_gateway_id: "${aws_egress_only_internet_gateway.main.id}" }),
          lost: route("b", "0.0.0.0/0", { nat_gateway_id: "nat-0abc" }),
        },
      }),
    );
    const local = [1, 2, 3].flatMap((number) => [
      `unicast 10.0.${number}.0/24 null s${number - 1} 2000`,
      `unicast 3fff:0:0:10${number}::/64 null s${number - 1} 2000`,
    ]);
    const rest = ["10.0.0.0/16", "3fff:0:0:100::/56", "default", "default"];
    const dropped = rest.map((destination) => `blackhole ${destination} null null 3000`);
    expect(routesIn(plan, 100)).toEqual([...local, ...dropped]);
    expect(routesIn(plan, 101)).toEqual([
      ...local,
      ...dropped,
      "unicast ::/0 fe80::2 eigw 100",
      "blackhole 0.0.0.0/0 null null 100",
    ]);
    expect(plan.notModelled).toEqual([
      { address: "nat-0abc", why: "it is not in the stack: what it gets is lost" },
    ]);
  });

  it("leads to a transit gateway only from zones in which it has a subnet", () => {
    const plan = planOf(
      labStack({
        aws_ec2_transit_gateway: { hub: {} },
        aws_ec2_transit_gateway_vpc_attachment: {
          hub: inVpc({ ...TGW, subnet_ids: ["${aws_subnet.c.id}"], ipv6_support: "enable" }),
        },
        aws_subnet: { b: subnet(2, { availability_zone: "eu-west-1b" }) },
        aws_route: { a: route("a", "10.8.0.0/16", TGW), b: route("b", "10.8.0.0/16", TGW) },
      }),
    );
    expect(routesIn(plan, 100).at(-1)).toBe("unicast 10.8.0.0/16 fe80::2 o0 100");
    expect(routesIn(plan, 101).at(-1)).toBe("blackhole 10.8.0.0/16 null null 100");
  });

  it("writes the entries of a network ACL in the order of their numbers", () => {
    const plan = planOf(
      labStack({
        aws_network_acl: { tight: inVpc({ subnet_ids: ["${aws_subnet.a.id}"] }) },
        aws_network_acl_rule: {
          last: aclRule(200, false, { cidr_block: "0.0.0.0/0" }),
          first: aclRule(100, false, {
            ipv6_cidr_block: "2001:db8::/32",
            protocol: "tcp",
            from_port: 22,
            to_port: 25,
            rule_action: "deny",
          }),
        },
      }),
    );
    const [acls = ""] = namespaceOf(plan, "router of aws_vpc.main").nft;
    expect(acls).toContain(
      [
        "  chain acl0_ingress {",
        "    ip6 saddr 2001:db8::/32 tcp dport 22-25 drop",
        "    ip saddr 0.0.0.0/0 return",
        "    drop",
        "  }",
      ].join("\n"),
    );
    expect(acls).toContain('    iifname "s0" jump acl0_egress\n    oifname "s0" jump acl0_ingress');
  });

  it("gives a VPC no block that the stack writes somewhere, and a fixed address to nobody else", () => {
    const plan = planOf(
      labStack({
        aws_vpc_security_group_ingress_rule: {
          other: {
            security_group_id: "${aws_security_group.open.id}",
            ip_protocol: "-1",
            cidr_ipv6: "3fff::/39",
          },
        },
        aws_instance: { a2: instance("a", { private_ip: "10.0.1.4" }) },
      }),
    );
    const addresses = plan.destinations
      .filter((one) => one.subnet === "aws_subnet.a")
      .map(({ name, ipv4, ipv6 }) => `${name} ${ipv4} ${ipv6}`);
    expect(addresses).toEqual(["a 10.0.1.5 3fff:0:200:1::5", "a2 10.0.1.4 3fff:0:200:1::4"]);
  });

  it("keeps from a peering connection what no VPC can be, and says so", () => {
    const plan = planOf(
      labStack({
        aws_vpc_peering_connection: { partner: inVpc({ peer_vpc_id: "vpc-0abc" }) },
        aws_route: {
          all: route("a", "::/0", { vpc_peering_connection_id: "${aws_vpc_peering_connection.partner.id}" }),
        },
      }),
    );
    const partner = namespaceOf(plan, "aws_vpc_peering_connection.partner");
    expect(partner.routes.filter(({ type }) => type === "local")).toEqual([]);
    expect(plan.notModelled.map(({ why }) => why)).toContain(
      "which part of ::/0 is the peer's is not in the stack: nothing of it answers",
    );
  });

  it("is written for ip and nft line by line", () => {
    const rendered = renderPlan(planOf(labStack()));
    expect(rendered.links[0]).toBe("link add name eth0 netns n2 type veth peer name h0 netns n1");
    const host = rendered.namespaces.find(({ label }) => label === "a");
    expect(host?.ip).toEqual([
      "link set lo up",
      "address add fe80::a:1/64 dev eth0 nodad",
      "address add 10.0.1.4/24 dev eth0",
      "address add 3fff:0:0:101::4/64 dev eth0 nodad",
      "link set dev eth0 up",
      "route add unicast 0.0.0.0/0 via 10.0.1.1 dev eth0 onlink table main metric 100",
      "route add unicast ::/0 via fe80::1 dev eth0 table main metric 100",
    ]);
    expect(host?.groups).toEqual([
      ["eth0", "ff0200000000000000000001ff0a0001"],
      ["eth0", "ff0200000000000000000001ff000004"],
    ]);
    const router = rendered.namespaces.find(({ label }) => label === "router of aws_vpc.main");
    const rules = ["s0", "s1", "s2"].map(
      (device, index) => `rule add iif ${device} table ${100 + index} pref 100`,
    );
    expect(router?.ip6).toEqual([...rules, "rule add table 10 pref 200"]);
  });
});
