import type { GroupRule, TopologySecurityGroup } from "../topology/filters.ts";
import { ANY_IPV4_PREFIX, ANY_IPV6_PREFIX } from "./blocks.ts";
import { groupBy } from "./group-by.ts";
import { formerRules, inlineRules, type OwnedRule, separateRules } from "./group-rules.ts";
import { placeOf } from "./place-of.ts";
import type { PrefixLists } from "./read-prefix-lists.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";
import { sameRule } from "./same-rule.ts";
import type { TerraformResource } from "./terraform-document.ts";
import { untouchedDefaults, vpcOfDefault } from "./vpc-defaults.ts";

/** The security groups of a document with their rules, inline and separate; and AWS's default ones. */
export function readSecurityGroups(reading: Reading, lists: PrefixLists): readonly TopologySecurityGroup[] {
  const separate = groupBy(separateRules(reading, lists), ruleKey);
  const former = groupBy(formerRules(reading, lists), ruleKey);
  const written = reading.index
    .ofType(...referents.securityGroup.types)
    .flatMap((resource): readonly TopologySecurityGroup[] => {
      if (resource.mode === "data") {
        reading.leaveOut(resource, "a security group: its rules lie outside", [resource.address]);
        return [];
      }
      const vpc = vpcOf(reading, resource);
      const rules = (isEgress: boolean): readonly GroupRule[] => {
        const key = ruleKey({ group: resource.address, isEgress });
        const own = (separate.get(key) ?? []).map(({ rule }) => rule);
        const gone = (former.get(key) ?? []).map(({ rule }) => rule);
        const inline = inlineRules(reading, resource, isEgress, lists);
        return [...inline.filter((rule) => ![...own, ...gone].some((one) => sameRule(one, rule))), ...own];
      };
      return [
        { id: resource.address, place: placeOf(resource), vpc, ingress: rules(false), egress: rules(true) },
      ];
    });
  const untouched = untouchedDefaults(reading, "default_security_group_id").map((resource) =>
    defaultGroup(resource, separate),
  );
  const known = new Set([...written, ...untouched].map(({ id }) => id));
  for (const { group, rule } of [...separate.values()].flat()) {
    if (!known.has(group))
      reading.leaveOut(rule.place, `a rule of ${group}, which is not in this document`, [group]);
  }
  return [...written, ...untouched];
}

function ruleKey({ group, isEgress }: Pick<OwnedRule, "group" | "isEgress">): string {
  return `${isEgress ? "egress" : "ingress"} ${group}`;
}

/** A group's VPC only tells where it can be used: what is not known of it changes no packet. */
function vpcOf(reading: Reading, resource: TerraformResource): string {
  const isDefault = resource.type === "aws_default_security_group";
  const vpc = isDefault ? vpcOfDefault(reading, resource) : reading.one(resource, referents.vpc, "vpc_id");
  return vpc.kind === "one" ? vpc.id : `${resource.address}.vpc_id`;
}

/**
 * As AWS makes it: what comes from itself, and all that goes out.
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
function defaultGroup(
  resource: TerraformResource,
  separate: ReadonlyMap<string, readonly OwnedRule[]>,
): TopologySecurityGroup {
  const id = `${resource.address}.default_security_group_id`;
  const place = placeOf(resource);
  const all = { kind: "all" } as const;
  const added = (isEgress: boolean) =>
    (separate.get(ruleKey({ group: id, isEgress })) ?? []).map(({ rule }) => rule);
  const out = [ANY_IPV4_PREFIX, ANY_IPV6_PREFIX].map(
    (prefix): GroupRule => ({
      place,
      traffic: all,
      peer: { kind: "block", block: { kind: "known", prefix } },
    }),
  );
  const own: GroupRule = { place, traffic: all, peer: { kind: "security-group", id } };
  return {
    id,
    place,
    vpc: resource.address,
    ingress: [own, ...added(false)],
    egress: [...out, ...added(true)],
  };
}
