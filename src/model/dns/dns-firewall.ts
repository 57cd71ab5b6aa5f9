import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  DnsFirewallRuleGroup as WrittenGroup,
  DnsFirewallRule as WrittenRule,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, present, sortedEntries } from "../context.ts";
import { awsNameOf } from "../names.ts";
import { namesOf } from "../references.ts";
import type { DnsFirewall, DnsFirewallRule, DnsFirewallRuleGroup } from "../types/resolver.ts";
import { resolverName } from "./resolver-name.ts";

/** The DNS Firewall of the VPC; null where the author says nothing of it. */
export function normaliseDnsFirewall(context: Context, blueprint: Blueprint): DnsFirewall | null {
  const written = blueprint.route53.dnsFirewall;
  if (written === undefined) return null;
  const path: Path = ["route53", "dnsFirewall"];
  const nameOf = (name: string, thing: { readonly awsName?: string }) =>
    resolverName(blueprint, awsNameOf(name, thing));
  return {
    path,
    failOpen: written.failOpen,
    domainLists: sortedEntries(written.domainLists).map(([name, list]) => ({
      name,
      displayName: nameOf(name, list),
      domains: [...list.domains].sort(),
      tags: list.tags,
    })),
    ruleGroups: sortedEntries(written.ruleGroups).map(
      ([name, group]): DnsFirewallRuleGroup => ({
        ...place(name, [...path, "ruleGroups", name], group),
        displayName: nameOf(name, group),
        rules: rulesOf(context, namesOf(written.domainLists), name, group),
      }),
    ),
    associations: sortedEntries(written.ruleGroupAssociations).map(([name, association]) => ({
      ...place(name, [...path, "ruleGroupAssociations", name], association),
      displayName: nameOf(name, association),
      firewallRuleGroupId: association.firewallRuleGroupId,
    })),
  };
}

function place(
  name: string,
  path: Path,
  { priority, mutationProtection, tags }: Pick<WrittenGroup, "priority" | "mutationProtection" | "tags">,
) {
  return { name, path, priority, mutationProtection, tags };
}

/** Sorted by name; rules for an unknown list are reported and left out. */
function rulesOf(
  context: Context,
  lists: readonly string[],
  group: string,
  { rules }: WrittenGroup,
): readonly DnsFirewallRule[] {
  const read = sortedEntries(rules).map(([name, written]): DnsFirewallRule | null => {
    const path: Path = ["route53", "dnsFirewall", "ruleGroups", group, "rules", name];
    const domains = domainsOf(context, lists, written, [...path, "domains", "domainList"]);
    if (domains === null) return null;
    const { priority, qType = null } = written;
    const awsName = awsNameOf(name, written);
    return { id: `${group}_${name}`, awsName, path, priority, domains, action: actionOf(written), qType };
  });
  return present(read);
}

function domainsOf(
  context: Context,
  lists: readonly string[],
  { domains }: WrittenRule,
  path: Path,
): DnsFirewallRule["domains"] | null {
  if (domains.domainList === undefined) return { id: domains.domainListId };
  const isKnown = checkReference(context, "domain list", domains.domainList, lists, path);
  return isKnown ? { list: domains.domainList } : null;
}

function actionOf({ action }: WrittenRule): DnsFirewallRule["action"] {
  if (action.block !== undefined) return { kind: "block", ...action.block };
  if (action.override !== undefined) return { kind: "override", ...action.override };
  return { kind: action.alert === undefined ? "allow" : "alert" };
}
