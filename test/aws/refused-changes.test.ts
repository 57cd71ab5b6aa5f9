import { describe, expect, test } from "vitest";
import { type RefusedChange, refusedChanges } from "../../src/aws/refused-changes.ts";
import { at, isObject } from "../support/json.ts";
import { blockSchema } from "../support/provider-schema.ts";

const nameOf = ({ type, argument, effect, from, to, when }: RefusedChange) =>
  [type, argument ?? "", effect, JSON.stringify([from, to]), when ?? ""].join(" ");

describe("changes that AWS does not simply make", () => {
  test("are told once each, in the order of their types", () => {
    const names = refusedChanges.map(nameOf);
    expect(new Set(names).size).toBe(names.length);
    const types = refusedChanges.map(({ type }) => type);
    expect(types).toEqual([...types].sort());
  });

  test.each(refusedChanges.map((change) => [nameOf(change), change] as const))(
    "%s is of an argument that the provider has",
    (_, { type, argument }) => {
      const schema = blockSchema("resource", type);
      expect(isObject(schema)).toBe(true);
      if (argument !== null) expect(hasArgument(schema, argument.split("."))).toBe(true);
    },
  );

  test.each(refusedChanges.filter(({ effect, argument }) => effect === "refused" && argument !== null))(
    "$type.$argument says that it is refused only by a fact that is sure",
    ({ fact }) => {
      expect(fact.confidence).toBe("high");
    },
  );

  test("the arguments that a plan of ours would change are among them", () => {
    const arguments_ = refusedChanges.map(({ type, argument }) => `${type}.${argument}`);
    expect(arguments_).toEqual(
      expect.arrayContaining([
        "aws_db_instance.db_subnet_group_name",
        "aws_lb.security_groups",
        "aws_subnet.ipv6_cidr_block",
        "aws_vpc.assign_generated_ipv6_cidr_block",
        "aws_eks_cluster.kubernetes_network_config.ip_family",
        "aws_elasticache_replication_group.network_type",
      ]),
    );
  });
});

function hasArgument(schema: unknown, [first = "", ...rest]: readonly string[]): boolean {
  const found = at(schema, "attributes", first) ?? at(schema, "block_types", first);
  if (found === undefined) return false;
  return rest.length === 0 || hasArgument(at(found, "block"), rest);
}
