import { expect, it } from "vitest";
import { outcomesOf } from "../../support/lab-outcomes.ts";
import { aclRule, instance, inVpc, labStack } from "../../support/lab-stack.ts";
import { findLabTools } from "../../support/lab-tools.ts";
import { describeWithTools } from "../../support/tools.ts";

const ARRIVED = "arrived";
const LOST = "timeout";

describeWithTools("laboratory: filters", findLabTools(), () => {
  it("lets everything pass that nothing stops, both families, three protocols", async () => {
    const texts = ["ipv4", "ipv6"].flatMap((family) =>
      ["tcp 80", "udp 80", "icmp"].map((what) => `a > b ${family} ${what}`),
    );
    expect(await outcomesOf(labStack(), texts)).toEqual(
      Object.fromEntries(texts.map((text) => [text, ARRIVED])),
    );
  });

  it("lets answers through a security group, and nothing else in", async () => {
    const stack = labStack({
      aws_instance: { b: instance("b", { vpc_security_group_ids: ["${aws_security_group.closed.id}"] }) },
    });
    const expected = {
      "b > a ipv4 tcp 80": ARRIVED,
      "b > a ipv6 udp 80": ARRIVED,
      "b > a ipv6 icmp": ARRIVED,
      "a > b ipv4 tcp 80": LOST,
      "a > b ipv6 udp 80": LOST,
      "a > b ipv6 icmp": LOST,
    };
    expect(await outcomesOf(stack, Object.keys(expected))).toEqual(expected);
  });

  it("means with a group its members, with a port that port, with an ICMP type that type", async () => {
    const closed = { security_group_id: "${aws_security_group.closed.id}" };
    const peer = { referenced_security_group_id: "${aws_security_group.friends.id}" };
    const friends = { security_group_id: "${aws_security_group.friends.id}", ip_protocol: "-1" };
    const stack = labStack({
      aws_security_group: { friends: inVpc() },
      aws_vpc_security_group_egress_rule: {
        friends_ipv4: { ...friends, cidr_ipv4: "0.0.0.0/0" },
        friends_ipv6: { ...friends, cidr_ipv6: "::/0" },
      },
      aws_vpc_security_group_ingress_rule: {
        port: { ...closed, ...peer, ip_protocol: "tcp", from_port: 8000, to_port: 8010 },
        echo: { ...closed, cidr_ipv6: "::/0", ip_protocol: "icmpv6", from_port: 128, to_port: -1 },
        unreachable: { ...closed, cidr_ipv4: "0.0.0.0/0", ip_protocol: "icmp", from_port: 3, to_port: -1 },
      },
      aws_instance: {
        b: instance("b", { vpc_security_group_ids: ["${aws_security_group.closed.id}"] }),
        c: instance("c", { vpc_security_group_ids: ["${aws_security_group.friends.id}"] }),
      },
    });
    const expected = {
      "c > b ipv4 tcp 8000": ARRIVED,
      "c > b ipv6 tcp 8010": ARRIVED,
      "c > b ipv6 tcp 8011": LOST,
      "c > b ipv6 udp 8000": LOST,
      "a > b ipv6 tcp 8000": LOST,
      "a > b ipv6 icmp": ARRIVED,
      "a > b ipv4 icmp": LOST,
    };
    expect(await outcomesOf(stack, Object.keys(expected))).toEqual(expected);
  });

  it("asks a network ACL for the way back too, by rule number, and not inside a subnet", async () => {
    const all = { ipv6_cidr_block: "::/0" };
    const stack = labStack({
      aws_network_acl: { tight: inVpc({ subnet_ids: ["${aws_subnet.b.id}"] }) },
      aws_network_acl_rule: {
        web_in: aclRule(100, false, { ...all, protocol: "tcp", from_port: 80, to_port: 81 }),
        not_81: aclRule(90, false, {
          ...all,
          protocol: "tcp",
          from_port: 81,
          to_port: 81,
          rule_action: "deny",
        }),
        back: aclRule(100, true, { ...all, protocol: "tcp", from_port: 1024, to_port: 65_535 }),
        udp_in: aclRule(110, false, { ...all, protocol: "17", from_port: 0, to_port: 65_535 }),
        echo: aclRule(120, true, { ...all, protocol: "58", icmp_type: 129, icmp_code: -1 }),
        asked: aclRule(120, false, { ...all, protocol: "58", icmp_type: 128, icmp_code: -1 }),
      },
      aws_instance: { b2: instance("b") },
    });
    const expected = {
      "a > b ipv6 tcp 80": ARRIVED,
      "a > b ipv6 tcp 81": LOST,
      // It comes in; its answer does not go out.
      "a > b ipv6 udp 53": LOST,
      "a > b ipv6 icmp": ARRIVED,
      "b > a ipv6 icmp": LOST,
      // It goes out; its answer does not come in.
      "b > a ipv6 tcp 2000": LOST,
      "a > b ipv4 tcp 80": LOST,
      "b > b2 ipv4 tcp 80": ARRIVED,
      "b2 > b ipv6 udp 53": ARRIVED,
    };
    expect(await outcomesOf(stack, Object.keys(expected))).toEqual(expected);
  });

  it("closes what stands in a default group that the stack empties, and leaves one alone that it does not", async () => {
    const inDefault = { b: { subnet_id: "${aws_subnet.b.id}" }, c: { subnet_id: "${aws_subnet.c.id}" } };
    const texts = ["c > b ipv4 tcp 80", "c > b ipv6 tcp 80", "b > a ipv6 tcp 80", "a > b ipv6 tcp 80"];
    const untouched = await outcomesOf(labStack({ aws_instance: inDefault }), texts);
    expect(Object.values(untouched)).toEqual([ARRIVED, ARRIVED, ARRIVED, LOST]);
    const emptied = labStack({
      aws_instance: inDefault,
      aws_default_security_group: { main: inVpc({ ingress: [], egress: [] }) },
    });
    expect(Object.values(await outcomesOf(emptied, texts))).toEqual([LOST, LOST, LOST, LOST]);
  });

  it("asks the default network ACL that the stack takes over for each subnet that has no other", async () => {
    const all = { protocol: "-1", from_port: 0, to_port: 0, action: "allow" };
    const taken = (entries: readonly unknown[]) =>
      labStack({
        aws_network_acl: { tight: inVpc({ subnet_ids: ["${aws_subnet.c.id}"] }) },
        aws_network_acl_rule: {
          in: aclRule(100, false, { ipv6_cidr_block: "::/0", protocol: "-1" }),
          out: aclRule(100, true, { ipv6_cidr_block: "::/0", protocol: "-1" }),
        },
        aws_default_network_acl: {
          main: {
            default_network_acl_id: "${aws_vpc.main.default_network_acl_id}",
            ingress: entries,
            egress: entries,
          },
        },
      });
    const texts = ["a > b ipv4 tcp 80", "a > b ipv6 tcp 80", "a > c ipv6 tcp 80"];
    const outcomes = async (entries: readonly unknown[]) =>
      Object.values(await outcomesOf(taken(entries), texts));
    expect(await outcomes([])).toEqual([LOST, LOST, LOST]);
    expect(await outcomes([{ ...all, rule_no: 101, ipv6_cidr_block: "::/0" }])).toEqual([
      LOST,
      ARRIVED,
      ARRIVED,
    ]);
  });
});
