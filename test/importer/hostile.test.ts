import fc from "fast-check";
import { expect, test } from "vitest";
import { cidr, group, instance, inventoryWith, rule, written } from "../support/inventory.ts";

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.constantFrom(
    "${file(1)}",
    "%{ for x in y }",
    "a\n  migration: { stage: databases }",
    "x\u2028# y",
    "\u202eevil",
    "!!js/function",
    "*alias",
    "&anchor",
    "yes",
    "~",
    "- a",
    "constructor",
    "Prototype",
    '"',
    "'",
    "\\",
  ),
);

test("whatever stands in tags, names and descriptions, the blueprint is valid and says the same network", () => {
  const plain = inventoryWith();
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 9, maxLength: 9 }), (texts) => {
      const [
        vpc = "",
        subnetA = "",
        subnetB = "",
        nat = "",
        sg = "",
        text = "",
        host = "",
        detail = "",
        kind = "",
      ] = texts;
      const it = written({
        ...plain,
        vpc: { ...plain.vpc, name: vpc },
        subnets: plain.subnets.map((one, index) => ({ ...one, name: index === 0 ? subnetA : subnetB })),
        natGateways: plain.natGateways.map((one) => ({ ...one, name: nat })),
        securityGroups: [
          {
            ...group("sg-01", sg, [rule("sgr-01", "tcp", 443, cidr("0.0.0.0/0"), text)]),
            description: text,
            name: sg,
          },
        ],
        instances: [instance("i-01", host, { securityGroupIds: ["sg-01"] })],
        others: [{ kind, id: "x-1", detail }],
      });
      expect(it.imports.size).toBe(15);
      expect(it.network.tiers.map(({ internet }) => internet).sort()).toEqual(["egress-only", "public"]);
      expect(it.network.migration?.stage).toBe("import");
      expect(it.network.securityGroups[0]?.rules.map(({ direction }) => direction)).toEqual([
        "ingress",
        "ingress",
      ]);
    }),
    { numRuns: 200 },
  );
});
