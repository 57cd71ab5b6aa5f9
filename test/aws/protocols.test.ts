import { describe, expect, test } from "vitest";
import {
  networkAclProtocolNumber,
  protocolOfNumber,
  protocols,
  securityGroupProtocolNumber,
} from "../../src/aws/protocols.ts";

describe("protocol numbers", () => {
  test.each([
    ["tcp", 6, 6],
    ["udp", 17, 17],
    ["icmp", 1, 1],
    ["icmpv6", null, 58],
    ["ipv6-icmp", 58, 58],
    ["icmp6", null, null],
    ["ICMPv6", null, null],
    ["all", -1, -1],
    ["-1", -1, -1],
    ["58", 58, 58],
    [58, 58, 58],
    [0, 0, 0],
    [255, 255, 255],
    [256, null, null],
    [-2, null, null],
    [6.5, null, null],
    ["06", null, null],
    ["", null, null],
    ["constructor", null, null],
  ])("%j is %j in a network ACL and %j in a security group", (protocol, inAcl, inGroup) => {
    expect(networkAclProtocolNumber(protocol)).toBe(inAcl);
    expect(securityGroupProtocolNumber(protocol)).toBe(inGroup);
  });

  test("a number leads back to its protocol", () => {
    expect(protocolOfNumber(58)).toBe(protocols.icmpv6);
    expect(protocolOfNumber(-1)).toBe(protocols.all);
    expect(protocolOfNumber(47)).toBeNull();
  });
});
