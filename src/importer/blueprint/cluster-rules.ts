import { ANY_ICMP, protocols } from "../../aws/protocols.ts";
import { ANY_IPV4, ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import type { Peer } from "../../blueprint/blueprint.generated.ts";
import type { FoundSecurityGroupRule } from "../types/filtering.ts";
import type { Inventory } from "../types/inventory.ts";
import { icmpTwin } from "./icmp-twin.ts";
import { type FoundTraffic, isTypedIcmp, trafficKey } from "./rule-words.ts";
import type { Section } from "./section.ts";
import type { TierPlan } from "./tier-plan.ts";
import { ipv4BlockName } from "./vpc-section.ts";

/** One rule of a blueprint, and the rules of AWS it stands for. */
export interface RulePlan {
  readonly traffic: FoundTraffic;
  readonly peer: Section<Peer>;
  /** Tells the rule from others of the same traffic; empty for anywhere. */
  readonly peerName: string;
  readonly description: string | null;
  /** By what follows the rule's name in the logical id. */
  readonly found: readonly (readonly [suffix: string, rule: FoundSecurityGroupRule])[];
  /** The IPv4 block, or list of them, that nobody can tell the IPv6 twin of. */
  readonly withoutTwin: string | null;
}

/** A way to name several blocks at once: which blocks, and what stands for each in a logical id. */
interface Cover {
  readonly peer: Section<Peer>;
  readonly peerName: string;
  readonly ipv4: readonly Part[];
  readonly ipv6: readonly Part[];
}

interface Part {
  readonly cidr: string;
  readonly suffix: string;
}

/** Puts rules for blocks together that a blueprint says as one, an IPv4 block with its IPv6 twin above all. */
export function clusterRules(
  inventory: Inventory,
  tiers: readonly TierPlan[],
  rules: readonly FoundSecurityGroupRule[],
): readonly RulePlan[] {
  const left = new Set(rules);
  const covers = coversOf(inventory, tiers);
  const plans = rules.flatMap((rule) => {
    const plan = left.has(rule) ? planAtOnce(covers, rule, [...left]) : [];
    for (const { found } of plan) for (const [, one] of found) left.delete(one);
    return plan;
  });
  const rest = [...left].flatMap((rule) => (rule.peer.kind === "cidr" ? [alone(rule, rule.peer.cidr)] : []));
  return [...plans, ...rest];
}

/** What the first cover that fits makes of an IPv4 rule; nothing when none does. */
function planAtOnce(
  covers: readonly Cover[],
  rule: FoundSecurityGroupRule,
  left: readonly FoundSecurityGroupRule[],
): readonly RulePlan[] {
  if (rule.peer.kind !== "cidr" || rule.peer.cidr.includes(":")) return [];
  for (const cover of covers) {
    const plans = applyCover(cover, rule, left);
    if (plans !== null) return plans;
  }
  return [];
}

function coversOf({ vpc }: Inventory, tiers: readonly TierPlan[]): readonly Cover[] {
  const part = (cidr: string | null | undefined, suffix: string) => (cidr ? [{ cidr, suffix }] : []);
  const anywhere = {
    peer: { anywhere: {} },
    peerName: "",
    ipv4: part(ANY_IPV4, "_ipv4"),
    ipv6: part(ANY_IPV6, "_ipv6"),
  };
  // All of them or none: `vpc` lets in every block of the VPC. A further IPv6 block is not written, so `vpc` leaves it out.
  const whole = {
    peer: { vpc: {} },
    peerName: "vpc",
    ipv4: vpc.ipv4Blocks.flatMap(({ cidr }, index) => part(cidr, `_${ipv4BlockName(index)}_ipv4`)),
    ipv6: part(vpc.ipv6Blocks[0]?.cidr, "_main_ipv6"),
  };
  const subnets = tiers.map(({ name, members }) => ({
    peer: { subnets: name },
    peerName: name,
    ipv4: members.flatMap(({ id, subnet }) => part(subnet.ipv4Cidr, `_${id}_ipv4`)),
    ipv6: members.flatMap(({ id, subnet }) => part(subnet.ipv6Cidr, `_${id}_ipv6`)),
  }));
  return [anywhere, ...(vpc.ipv6Blocks.length > 1 ? [] : [whole]), ...subnets];
}

/** The rules that the cover says, when all its IPv4 parts are there and no twin is there in another way; else null. */
function applyCover(
  cover: Cover,
  rule: FoundSecurityGroupRule,
  left: readonly FoundSecurityGroupRule[],
): readonly RulePlan[] | null {
  const { description } = rule;
  const ipv4 = cover.ipv4.map((part) => [part.suffix, findRule(left, rule, part.cidr)] as const);
  if (!ipv4.some(([, found]) => found === rule)) return null;
  const found = present(ipv4).filter(([, one]) => one.description === description);
  if (found.length !== cover.ipv4.length) return null;
  if (isTypedIcmp(rule)) return typedIcmp(cover, rule, left);
  const twins = present(cover.ipv6.map((part) => [part.suffix, findRule(left, rule, part.cidr)] as const));
  if (twins.some(([, twin]) => twin.description !== description)) return null;
  const { peer, peerName } = cover;
  return [{ traffic: rule, peer, peerName, description, found: [...found, ...twins], withoutTwin: null }];
}

/** A type of ICMP has another number in ICMPv6, so the families need a rule each. */
function typedIcmp(
  { peer, peerName, ipv4, ipv6 }: Cover,
  rule: FoundSecurityGroupRule,
  left: readonly FoundSecurityGroupRule[],
): readonly RulePlan[] | null {
  const twin = icmpTwin({ type: rule.ports?.from ?? ANY_ICMP, code: rule.ports?.to ?? ANY_ICMP });
  const [only] = ipv4;
  if (only === undefined || ipv4.length !== 1 || twin === null) return null;
  const traffic = {
    protocol: protocols.icmpv6.securityGroupWord,
    ports: { from: twin.type, to: twin.code },
  };
  const own = { ...alone(rule, only.cidr), withoutTwin: null };
  if (ipv6.some(({ cidr }) => findRule(left, traffic, cidr) !== null)) return [own];
  return [own, { traffic, peer, peerName, description: rule.description, found: [], withoutTwin: null }];
}

function present<T>(pairs: readonly (readonly [string, T | null])[]): readonly (readonly [string, T])[] {
  return pairs.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
}

function findRule(
  rules: readonly FoundSecurityGroupRule[],
  traffic: FoundTraffic,
  cidr: string,
): FoundSecurityGroupRule | null {
  const key = trafficKey(traffic);
  const isIt = ({ peer, ...other }: FoundSecurityGroupRule) =>
    peer.kind === "cidr" && peer.cidr === cidr && trafficKey(other) === key;
  return rules.find(isIt) ?? null;
}

/** The rule as it is, for its block alone. */
function alone(rule: FoundSecurityGroupRule, cidr: string): RulePlan {
  const family = cidr.includes(":") ? "ipv6" : "ipv4";
  const anywhere = { [ANY_IPV4]: { anywhereIpv4: {} }, [ANY_IPV6]: { anywhereIpv6: {} } }[cidr];
  return {
    traffic: rule,
    peer: anywhere ?? (family === "ipv6" ? { cidrIpv6: cidr } : { cidrIpv4: cidr }),
    peerName: anywhere === undefined ? cidr : family,
    description: rule.description,
    found: [[`_${family}`, rule]],
    // Anywhere comes here when its twin is a rule of its own.
    withoutTwin: family === "ipv4" && anywhere === undefined ? cidr : null,
  };
}
