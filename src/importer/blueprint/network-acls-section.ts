import { ANY_ICMP, protocolOfNumber, protocols } from "../../aws/protocols.ts";
import { ANY_IPV4, ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import { parsePrefix } from "../../base/prefix.ts";
import type { NetworkAcl, NetworkAclEntry, NetworkAclPeer } from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { FoundNetworkAcl, FoundNetworkAclEntry } from "../types/filtering.ts";
import type { Draft } from "./draft.ts";
import { icmpTwin, noIcmpTwin } from "./icmp-twin.ts";
import { nameIn } from "./known.ts";
import { inNameOrder, startNaming } from "./names.ts";
import { packetTooBig } from "./packet-too-big.ts";
import type { PlannedNetwork } from "./plan-network.ts";
import { compact, type Section, type Sections } from "./section.ts";
import { wholeTiers } from "./tier-plan.ts";
import { twinNumbers } from "./twin-numbers.ts";

/** Writes `network.networkAcls`: every entry of today, and for IPv4 entries that have one their IPv6 twin. */
export function writeNetworkAcls(draft: Draft, network: PlannedNetwork): Sections<NetworkAcl> {
  const name = nameIn(draft, "aws_network_acl", "network", "networkAcls");
  const acls = inNameOrder(draft.inventory.networkAcls).flatMap((acl): [string, Section<NetworkAcl>][] => {
    if (acl.isDefault) return leaveDefault(draft, acl);
    const tiers = wholeTiers(network.tiers, acl.subnetIds);
    if (tiers !== null) {
      const acls = name(acl.id, acl.name, "acl");
      return [[acls, writeAcl(draft, acls, acl, tiers)]];
    }
    const detail = acl.subnetIds.length === 0 ? "no subnet uses it" : "it filters subnets that are left out";
    draft.leaveOut({ kind: "network ACL", id: acl.id, detail });
    return [];
  });
  return Object.fromEntries(acls);
}

/** AWS adds IPv6 entries to a default ACL only as long as nobody has changed it. */
function leaveDefault(draft: Draft, { id, entries }: FoundNetworkAcl): [] {
  const ipv4 = entries.filter(({ cidr }) => !cidr.includes(":"));
  const isUntouched =
    ipv4.length === 2 &&
    ipv4.every(({ action, protocol, cidr }) => action === "allow" && protocol === ALL && cidr === ANY_IPV4);
  const detail = "changed by somebody: AWS adds no IPv6 entries to it, so add them where it filters a subnet";
  if (!isUntouched) draft.leaveOut({ kind: "default network ACL", id, detail });
  return [];
}

const ALL = String(protocols.all.number);

function writeAcl(
  draft: Draft,
  name: string,
  acl: FoundNetworkAcl,
  tiers: readonly string[],
): Section<NetworkAcl> {
  draft.importAs(terraformAddress("aws_network_acl", name), acl.id);
  return compact<NetworkAcl>({
    subnets: tiers,
    ingress: writeDirection(draft, name, acl, false),
    egress: writeDirection(draft, name, acl, true),
  });
}

function writeDirection(
  draft: Draft,
  name: string,
  acl: FoundNetworkAcl,
  egress: boolean,
): Sections<NetworkAclEntry> {
  const entries = [...acl.entries]
    .filter((entry) => entry.egress === egress)
    .sort((a, b) => a.ruleNumber - b.ruleNumber);
  const direction = egress ? "egress" : "ingress";
  const path = ["network", "networkAcls", name, direction];
  const fresh = startNaming(draft.known.keysAt(...path));
  const nameEntry = (id: string, { ruleNumber }: FoundNetworkAclEntry) =>
    draft.known.nameOf("aws_network_acl_rule", id, 2) ??
    draft.known.sameAt({ ruleNumber }, ["ruleNumber"], ...path) ??
    fresh(`rule-${ruleNumber}`);
  const twins = newTwins(draft, entries);
  const numbers = twinNumbers(entries, [...twins.keys()]);
  const written = entries.flatMap((entry): [string, Section<NetworkAclEntry>][] => {
    const id = `${acl.id}:${entry.ruleNumber}:${entry.protocol}:${egress}`;
    const entryName = nameEntry(id, entry);
    draft.importAs(terraformAddress("aws_network_acl_rule", `${name}_${direction}_${entryName}`), id);
    const own: [string, Section<NetworkAclEntry>] = [
      entryName,
      writeEntry(entry, blockOf(draft, entry.cidr)),
    ];
    const at = [name, direction, entryName];
    if (!entry.cidr.includes(":") && twinOf(draft, entry) === null) askForTwin(draft, entry, at);
    const twin = twins.get(entry);
    if (twin === undefined) return [own];
    const ruleNumber = numbers.get(entry);
    if (ruleNumber === undefined) {
      draft.leaveToOwner({
        path: ["network", "networkAcls", ...at],
        kind: "a number of a network ACL",
        text: NO_NUMBER,
      });
      return [own];
    }
    return [own, [`${entryName}-ipv6`, writeEntry({ ...twin, ruleNumber }, blockOf(draft, twin.cidr))]];
  });
  return { ...(egress ? {} : packetTooBig(entries, written)), ...Object.fromEntries(written) };
}

/** Of what ICMPv6 has no message for, no block would be the twin. */
function askForTwin(
  draft: Draft,
  { protocol, icmp, cidr }: FoundNetworkAclEntry,
  at: readonly string[],
): void {
  const isIcmp = Number(protocol) === protocols.icmp.number && icmp !== null;
  if (isIcmp && icmpTwin(icmp) === null)
    draft.remark(["network", "networkAcls", ...at], `${noIcmpTwin(icmp.type)}.`);
  else draft.ask({ kind: "networkAcls", about: cidr, at });
}

const NO_NUMBER =
  "no number is left for its IPv6 twin, which AWS reads after the entries before this one: give it and some of them others.";

/** The twins of IPv4 entries that have one, and that are not there yet. */
function newTwins(
  draft: Draft,
  entries: readonly FoundNetworkAclEntry[],
): ReadonlyMap<FoundNetworkAclEntry, FoundNetworkAclEntry> {
  return new Map(
    entries.flatMap((entry): [FoundNetworkAclEntry, FoundNetworkAclEntry][] => {
      const twin = entry.cidr.includes(":") ? null : twinOf(draft, entry);
      return twin === null || entries.some((other) => isSame(draft, other, twin)) ? [] : [[entry, twin]];
    }),
  );
}

function isSame(draft: Draft, a: FoundNetworkAclEntry, b: FoundNetworkAclEntry): boolean {
  const keyOf = (entry: FoundNetworkAclEntry) =>
    JSON.stringify({ ...writeEntry(entry, blockOf(draft, entry.cidr)), ruleNumber: 0 });
  return keyOf(a) === keyOf(b);
}

function writeEntry(entry: FoundNetworkAclEntry, cidr: Section<NetworkAclPeer>): Section<NetworkAclEntry> {
  const number = Number(entry.protocol);
  const selector = protocolOfNumber(number)?.selector;
  return compact<NetworkAclEntry>({
    ruleNumber: entry.ruleNumber,
    action: entry.action === "deny" ? "deny" : undefined,
    protocol: wordOf(number),
    cidr,
    ports: selector === "ports" ? (entry.ports ?? undefined) : undefined,
    ...(selector === "icmp" && entry.icmp !== null
      ? { icmpType: entry.icmp.type, icmpCode: entry.icmp.code }
      : {}),
  });
}

/** The protocol as a blueprint spells it. */
function wordOf(number: number): string | number {
  const names = protocolOfNumber(number)?.networkAclNames ?? [];
  return number === protocols.icmpv6.number ? number : (names[0] ?? number);
}

/** Stands for the VPC's IPv6 block while it has none. */
const VPC_IPV6 = "the VPC's IPv6 block";

function blockOf({ inventory }: Draft, cidr: string): Section<NetworkAclPeer> {
  const { ipv6Blocks } = inventory.vpc;
  if (cidr === onlyBlock(inventory)) return { vpcIpv4: {} };
  if (cidr === VPC_IPV6 || cidr === ipv6Blocks[0]?.cidr) return { vpcIpv6: {} };
  return parsePrefix(cidr)?.family === "ipv6" ? { cidrIpv6: cidr } : { cidrIpv4: cidr };
}

/** The VPC's IPv4 block; null where it has several: `vpcIpv4` and `vpcIpv6` speak of all, an entry of one. */
function onlyBlock({ vpc: { ipv4Blocks } }: Draft["inventory"]): string | null {
  const [own, ...further] = ipv4Blocks;
  return own === undefined || further.length > 0 ? null : own.cidr;
}

/** The same for IPv6; null when there is no single answer. */
function twinOf({ inventory }: Draft, entry: FoundNetworkAclEntry): FoundNetworkAclEntry | null {
  const isVpc = entry.cidr === onlyBlock(inventory);
  if (entry.cidr !== ANY_IPV4 && !isVpc) return null;
  const cidr = isVpc ? VPC_IPV6 : ANY_IPV6;
  if (Number(entry.protocol) !== protocols.icmp.number) return { ...entry, cidr };
  const icmp = icmpTwin(entry.icmp ?? { type: ANY_ICMP, code: ANY_ICMP });
  return icmp === null ? null : { ...entry, cidr, protocol: String(protocols.icmpv6.number), icmp };
}
