import { expect, test } from "vitest";
import { publicAccessUnder } from "../../src/aws/public-access.ts";

test.each([
  ["off", [], "open"],
  ["off", ["allow-egress"], "open"],
  ["block-ingress", [], "outward"],
  ["block-ingress", ["allow-egress"], "outward"],
  ["block-ingress", ["allow-bidirectional"], "excluded"],
  ["block-bidirectional", [], "shut"],
  ["block-bidirectional", ["allow-egress"], "outward"],
  ["block-bidirectional", ["allow-egress", "allow-egress"], "outward"],
  ["block-bidirectional", ["allow-bidirectional"], "excluded"],
  ["block-bidirectional", ["allow-bidirectional", "allow-egress"], "unknown"],
  ["block-bidirectional", [null], "unknown"],
  ["block-bidirectional", ["allow-bidirectional", null], "unknown"],
  [null, [], "unknown"],
  [null, ["allow-egress"], "unknown"],
  [null, ["allow-bidirectional"], "excluded"],
] as const)("under %s, excluded by %j: %s", (mode, exclusions, access) => {
  expect(publicAccessUnder(mode, exclusions)).toBe(access);
});
