import { expect, test } from "vitest";
import {
  freeRuleNumber,
  LAST_RULE_NUMBER,
  nearestFreeNumber,
} from "../../../src/model/filtering/network-acl-numbers.ts";
import type { NetworkAclEntry } from "../../../src/model/types/filtering.ts";
import { networkFrom } from "../../support/network.ts";

/** Entries with the given numbers, `d` before the number for one that denies, `e` for one of egress. */
function entries(...numbers: readonly string[]): readonly NetworkAclEntry[] {
  const of = (direction: string, isOwn: (number: string) => boolean) => {
    const lines = numbers.filter(isOwn).map((number) => {
      const action = number.includes("d") ? "deny" : "allow";
      const digits = number.replace(/\D/g, "");
      return `        n${digits}: { ruleNumber: ${digits}, action: ${action}, protocol: tcp, ports: ${digits}, cidr: { cidrIpv6: "::/0" } }`;
    });
    return lines.length === 0 ? "" : `      ${direction}:\n${lines.join("\n")}\n`;
  };
  const network = networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets: { app: { addressing: dual-stack } }
  networkAcls:
    app:
      subnets: [app]
${of("ingress", (number) => !number.startsWith("e"))}${of("egress", (number) => number.startsWith("e"))}`);
  return network.networkAcls[0]?.entries ?? [];
}

test.each([
  ["free", [], 100, 100],
  ["taken: the lower neighbour", ["100"], 100, 99],
  ["the next lower one", ["100", "99"], 100, 98],
  ["the first number is one", ["2"], 2, 1],
  ["below there is none: the upper neighbour", ["1"], 1, 2],
  ["over what is taken", ["1", "2", "3"], 2, 4],
  ["the last number is one", [String(LAST_RULE_NUMBER)], LAST_RULE_NUMBER, LAST_RULE_NUMBER - 1],
  ["no number is above the last", ["1", "2"], LAST_RULE_NUMBER + 2, LAST_RULE_NUMBER],
  ["the last number is free", [], LAST_RULE_NUMBER, LAST_RULE_NUMBER],
])("the nearest free number, %s", (_, taken, preferred, expected) => {
  expect(nearestFreeNumber(entries(...taken), preferred)).toBe(expected);
});

test.each([
  ["as wished", ["200"], 100, 100],
  ["as wished, the first", ["200"], 1, 1],
  ["in front of what denies", ["100", "d200", "300"], 250, 199],
  ["directly before it", ["d200"], 200, 199],
  ["not in front of what another direction denies", ["ed50"], 100, 100],
  ["never below the first", ["d2", "1"], 300, 3],
  ["the first of all", ["d2"], 300, 1],
  ["as high as there are numbers", [], 40_000, LAST_RULE_NUMBER - 1],
])("a number for a new entry, %s", (_, taken, preferred, expected) => {
  expect(freeRuleNumber(entries(...taken), "ingress", preferred)).toBe(expected);
});
