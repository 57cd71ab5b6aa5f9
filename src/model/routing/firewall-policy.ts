import { byText } from "../../base/compare-texts.ts";
import { invariant } from "../../base/invariant.ts";
import type { Path } from "../../base/path.ts";
import type {
  FirewallRuleGroup as WrittenGroup,
  FirewallPolicy as WrittenPolicy,
  FirewallStatefulRule as WrittenRule,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, present, readCidr, sortedEntries } from "../context.ts";
import { portsOf } from "../filtering/protocols.ts";
import { awsNameOf, displayName } from "../names.ts";
import type {
  FirewallAddresses,
  FirewallPolicy,
  FirewallRule,
  FirewallRuleGroup,
  FirewallRulesSource,
} from "../types/network-firewall.ts";

/** Whose policy it is. */
interface Owner {
  /** The firewall's name. */
  readonly id: string;
  /** Its name in AWS. */
  readonly full: string;
}

/** The policy of a firewall; rules whose addresses are no block are reported and left out. */
export function readFirewallPolicy(
  context: Context,
  written: WrittenPolicy,
  firewall: Path,
  owner: Owner,
): FirewallPolicy {
  const path: Path = [...firewall, "firewallPolicy"];
  const { statelessDefaultAction, statelessFragmentDefaultAction, statefulDefaultActions } = written;
  const homeNet = written.homeNet?.map((text, index) =>
    readCidr(context, text, [...path, "homeNet", index], "any"),
  );
  return {
    ...{ path, statelessDefaultAction, statelessFragmentDefaultAction },
    statefulDefaultActions: [...statefulDefaultActions].sort(),
    homeNet: homeNet === undefined ? null : present(homeNet),
    ruleGroups: sortedEntries(written.ruleGroups)
      .map(([name, group]) => readGroup(context, name, group, path, owner))
      .sort((a, b) => a.priority - b.priority || byText<FirewallRuleGroup>(({ id }) => id)(a, b)),
  };
}

function readGroup(
  context: Context,
  name: string,
  written: WrittenGroup,
  policy: Path,
  { id, full }: Owner,
): FirewallRuleGroup {
  const path: Path = [...policy, "ruleGroups", name];
  const { priority, capacity } = written;
  return {
    ...{ name, path, priority, capacity, id: `${id}_${name}` },
    displayName: displayName(full, awsNameOf(name, written)),
    source: readSource(context, written, [...path, "rulesSource"]),
  };
}

function readSource(context: Context, { rulesSource }: WrittenGroup, path: Path): FirewallRulesSource {
  const { statefulRules, rulesSourceList, rulesString, ruleGroupArn } = rulesSource;
  if (statefulRules !== undefined) {
    const rules = sortedEntries(statefulRules).map(([name, rule]) =>
      readRule(context, name, rule, [...path, "statefulRules", name]),
    );
    return { kind: "stateful-rules", rules: [...present(rules)].sort((a, b) => a.sid - b.sid) };
  }
  if (rulesSourceList !== undefined) {
    const { generatedRulesType, targets, targetTypes = ["HTTP_HOST", "TLS_SNI"] } = rulesSourceList;
    return { kind: "domain-list", generatedRulesType, targets, targetTypes: [...targetTypes].sort() };
  }
  if (rulesString !== undefined) return { kind: "suricata", text: rulesString };
  invariant(ruleGroupArn !== undefined, "a rule group without rules passed the schema");
  return { kind: "arn", arn: ruleGroupArn };
}

function readRule(context: Context, name: string, written: WrittenRule, path: Path): FirewallRule | null {
  const { sid, action, protocol, direction } = written;
  const source = readAddresses(context, written.source, [...path, "source"]);
  const destination = readAddresses(context, written.destination, [...path, "destination"]);
  if (source === null || destination === null) return null;
  return {
    ...{ name, path, sid, action, protocol, direction, source, destination },
    sourcePort: portsOf(written.sourcePort),
    destinationPort: portsOf(written.destinationPort),
  };
}

function readAddresses(context: Context, text: string, path: Path): FirewallAddresses | null {
  if (text === "ANY" || text === "$HOME_NET" || text === "$EXTERNAL_NET") return { kind: "word", word: text };
  const block = readCidr(context, text, path, "any");
  return block === null ? null : { kind: "block", block };
}
