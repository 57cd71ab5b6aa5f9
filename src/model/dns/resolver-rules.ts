import type { Path } from "../../base/path.ts";
import { formatAddress } from "../../base/prefix.ts";
import type { Blueprint, ResolverForward } from "../../blueprint/blueprint.generated.ts";
import { readAddress } from "../addressing/addresses.ts";
import { type Context, checkReference, present, sortedEntries } from "../context.ts";
import { namesOf } from "../references.ts";
import type { Resolver, ResolverRule, ResolverTarget } from "../types/resolver.ts";
import { resolverName } from "./resolver-name.ts";

/** The rules, sorted by name; those that forward by an unknown endpoint are reported and left out. */
export function normaliseResolverRules(context: Context, blueprint: Blueprint): readonly ResolverRule[] {
  const rules = sortedEntries(blueprint.route53.resolverRules).map(([name, written]): ResolverRule | null => {
    const path: Path = ["route53", "resolverRules", name];
    const type = typeOf(context, blueprint, written.ruleType.forward, [...path, "ruleType", "forward"]);
    if (type === null) return null;
    const { domainName, associateVpc, tags } = written;
    const displayName = resolverName(blueprint, name);
    return { name, path, displayName, domainName, type, isAssociated: associateVpc, tags };
  });
  return present(rules);
}

function typeOf(
  context: Context,
  { route53 }: Blueprint,
  forward: ResolverForward | undefined,
  path: Path,
): ResolverRule["type"] | null {
  if (forward === undefined) return { kind: "system" };
  const endpoints = namesOf(route53.resolverEndpoints);
  const at = [...path, "resolverEndpoint"];
  const targets = targetsOf(context, forward, path);
  if (!checkReference(context, "Resolver endpoint", forward.resolverEndpoint, endpoints, at)) return null;
  return { kind: "forward", endpoint: forward.resolverEndpoint, targets };
}

function targetsOf(context: Context, { targets }: ResolverForward, path: Path): readonly ResolverTarget[] {
  const read = sortedEntries(targets).map(([name, { address: text, port, protocol }]) => {
    const at: Path = [...path, "targets", name];
    const parsed = readAddress(context, text, [...at, "address"], "any");
    if (parsed === null) return null;
    const { family, address } = parsed;
    return { name, path: at, family, address: formatAddress(family, address), port, protocol };
  });
  return present(read);
}

/** The rules of others that hold in this VPC, sorted by name. */
export function normaliseResolverRuleAssociations(
  blueprint: Blueprint,
): Resolver["resolverRuleAssociations"] {
  return sortedEntries(blueprint.route53.resolverRuleAssociations).map(([name, { resolverRuleId }]) => ({
    name,
    path: ["route53", "resolverRuleAssociations", name],
    resolverRuleId,
  }));
}
