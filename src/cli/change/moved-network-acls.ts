import { listOf } from "../../base/untrusted-json.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import { announce, namedBy, resourcesOf, type StackChange } from "./stack-change.ts";

const ACL = "aws_network_acl";
const ASSOCIATION = "aws_network_acl_association";

/**
 * Subnets that go from one network ACL to one that is not there yet: Terraform takes them out first, and makes the
 * entries of the new one then.
 */
export function movedNetworkAcls(change: StackChange): readonly Finding[] {
  const [before, after] = [aclsOf(change.before), aclsOf(change.after)];
  const isThere = resourcesOf(change.before, ACL);
  return [...new Set(after.values())]
    .filter((acl) => !isThere.has(acl))
    .flatMap((acl) => {
      const moved = [...after].filter(([subnet, next]) => next === acl && before.has(subnet));
      return moved.length === 0 ? [] : [announceMove(change, acl, moved, before)];
    });
}

/** The network ACL of each subnet, as an association or the ACL itself says it. */
function aclsOf(stack: unknown): ReadonlyMap<string, string> {
  const own = [...resourcesOf(stack, ACL)].flatMap(([acl, { subnet_ids: subnets }]) =>
    listOf(subnets).map((subnet) => [subnet, acl] as const),
  );
  const associated = [...resourcesOf(stack, ASSOCIATION).values()].map(
    ({ subnet_id: subnet, network_acl_id: acl }) => [subnet, namedBy(acl, ACL)] as const,
  );
  return new Map(
    [...own, ...associated].flatMap(([subnet, acl]) => {
      const name = namedBy(subnet, "aws_subnet");
      return name === null || acl === null ? [] : [[name, acl] as const];
    }),
  );
}

function announceMove(
  change: StackChange,
  acl: string,
  moved: readonly (readonly [subnet: string, acl: string])[],
  before: ReadonlyMap<string, string>,
): Finding {
  const subnets = moved.map(([subnet]) => subnet);
  const old = [...new Set(subnets.map((subnet) => `"${before.get(subnet)}"`))].join(", ");
  const message = `subnets go from network ACL ${old} to the new "${acl}" (${subnets.join(", ")}): until its entries are made, the VPC's default network ACL filters them`;
  const hint = `make two steps: write "${acl}" with subnets: [] and apply; then name the tiers`;
  return announce(change, "change/network-acl-not-there-yet", message, hint);
}
