import { ANY_ICMP, protocols } from "../../aws/protocols.ts";
import { ANY_IPV4, ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import { byText } from "../../base/compare-texts.ts";
import { invariant } from "../../base/invariant.ts";
import type { Path } from "../../base/path.ts";
import type { Blueprint, EgressRule, IngressRule } from "../../blueprint/blueprint.generated.ts";
import { knownCidr } from "../addressing/cidr.ts";
import { type Context, sortedEntries } from "../context.ts";
import type { Declared } from "../declared.ts";
import { awsNameOf, awsStackName, displayName, securityGroupNamePrefix } from "../names.ts";
import type { Direction, PortRange, SecurityGroup, SecurityGroupRule } from "../types/filtering.ts";
import { managedPrefixListIds } from "./managed-prefix-list-ids.ts";
import { type DeclaredPeers, type Expansion, expandPeer } from "./peers.ts";
import { portsOf, securityGroupProtocol } from "./protocols.ts";

type WrittenRule = IngressRule | EgressRule;

/** The security groups, sorted by name, each rule expanded into one entry per family and block. */
export function normaliseSecurityGroups(
  context: Context,
  blueprint: Blueprint,
  known: Declared,
): readonly SecurityGroup[] {
  const managedPrefixLists = managedPrefixListIds(blueprint);
  return known.securityGroups.map((name): SecurityGroup => {
    const written = blueprint.network.securityGroups[name];
    invariant(written !== undefined, `security group ${name} is not in the blueprint`);
    const path: Path = ["network", "securityGroups", name];
    const [stack, inAws] = [awsStackName(blueprint), awsNameOf(name, written)];
    const peers: DeclaredPeers = { ...known, ownGroup: name, managedPrefixLists };
    const ingress = readRules(context, "ingress", written.ingress, path, peers);
    const egress =
      written.egress === undefined
        ? allowAllOut(name, path)
        : readRules(context, "egress", written.egress, path, peers);
    return {
      name,
      path,
      displayName: displayName(stack, inAws),
      namePrefix: securityGroupNamePrefix(stack, inAws),
      description: written.description ?? `${inAws} of ${stack}`,
      rules: [...ingress, ...egress].sort(byText(({ direction, id }) => `${direction} ${id}`)),
      tags: written.tags,
    };
  });
}

function readRules(
  context: Context,
  direction: Direction,
  written: Readonly<Record<string, WrittenRule>>,
  groupPath: Path,
  declared: DeclaredPeers,
): readonly SecurityGroupRule[] {
  return sortedEntries(written).flatMap(([name, rule]) => {
    const path = [...groupPath, direction, name];
    const peer = "from" in rule ? rule.from : rule.to;
    const peerPath = [...path, "from" in rule ? "from" : "to"];
    const expansions = expandPeer(context, peer, peerPath, declared);
    const isMirrored = coversBothFamilies(expansions);
    return suited(rule, expansions, isMirrored).map((expansion): SecurityGroupRule => {
      const protocol = securityGroupProtocol(rule.protocol, isMirrored ? expansion.family : null);
      return {
        id: [declared.ownGroup, name, ...expansion.suffix].join("_"),
        name,
        path,
        direction,
        protocol,
        ports: portsOfRule(rule, protocol),
        peer: expansion.peer,
        description: rule.description ?? null,
      };
    });
  });
}

/** `icmpv6` to a peer of both families means its IPv6 half; every other protocol means both. */
function suited(
  rule: WrittenRule,
  expansions: readonly Expansion[],
  isMirrored: boolean,
): readonly Expansion[] {
  const isIcmpv6 = securityGroupProtocol(rule.protocol, null) === protocols.icmpv6.securityGroupWord;
  return isIcmpv6 && isMirrored ? expansions.filter(({ family }) => family === "ipv6") : expansions;
}

function coversBothFamilies(expansions: readonly Expansion[]): boolean {
  const families = new Set(expansions.map(({ family }) => family));
  return families.has("ipv4") && families.has("ipv6");
}

/** ICMP carries its type and code where other protocols carry ports; -1 stands for all. */
function portsOfRule(rule: WrittenRule, protocol: string): PortRange | null {
  const isIcmp =
    protocol === protocols.icmp.securityGroupWord || protocol === protocols.icmpv6.securityGroupWord;
  if (isIcmp) return { from: rule.icmpType ?? ANY_ICMP, to: rule.icmpCode ?? ANY_ICMP };
  return portsOf(rule.ports);
}

/** What AWS gives a new group and the Terraform provider takes away again: everything out, in both families. */
function allowAllOut(group: string, path: Path): readonly SecurityGroupRule[] {
  return (["ipv4", "ipv6"] as const).map((family) => ({
    id: `${group}_default_${family}`,
    name: "default",
    path,
    direction: "egress",
    protocol: "-1",
    ports: null,
    peer: { kind: "cidr", family, cidr: knownCidr(family === "ipv4" ? ANY_IPV4 : ANY_IPV6) },
    description: null,
  }));
}
