import { describe, expect, test } from "vitest";
import { judge } from "../../src/rules/judge.ts";
import { networkFrom } from "../support/network.ts";

const presets = ["allow-all", "web-dual-stack", "web-ipv6", "private-dual-stack", "private-ipv6"];
const tiers = [
  "addressing: dual-stack, internet: public",
  "addressing: dual-stack, internet: egress-only",
  "addressing: dual-stack, internet: none",
  "addressing: ipv6-only, internet: egress-only",
  "addressing: ipv4-only",
];
const blocks = [
  "{ amazonProvided: {} }",
  '{ byoip: { poolId: ipv6pool-ec2-0123456789abcdef0, cidr: "2001:db8::/56" } }',
];

function findingsOf(preset: string, tier: string, ipv6: string): readonly string[] {
  const network = networkFrom(
    [
      "apiVersion: hextet/v1",
      "name: sample",
      "region: eu-west-1",
      "network:",
      `  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: ${ipv6} }`,
      "  availabilityZones: [a, b]",
      "  subnets:",
      `    app: { slot: 1, ${tier} }`,
      "  networkAcls:",
      `    app: { subnets: [app], preset: ${preset} }`,
    ].join("\n"),
  );
  return judge(network, "2026-11-21").map(({ rule }) => rule);
}

describe.each(presets)("preset %s", (preset) => {
  test.each(tiers)(
    "has no findings in a tier with %s, unless it is for a family that the tier lacks",
    (tier) => {
      const isMisplaced = preset.endsWith("-ipv6") && tier.includes("ipv4-only");
      for (const block of blocks)
        expect(findingsOf(preset, tier, block)).toEqual(isMisplaced ? ["network-acl-on-wrong-family"] : []);
    },
  );
});
