import { IPV4_NOT_ON_THE_INTERNET } from "../../aws/not-on-the-internet.ts";
import { ANY_IPV4, GLOBAL_IPV6, NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";
import { invariant } from "../../base/invariant.ts";
import {
  type AddressFamily,
  contains,
  embedIpv4,
  overlaps,
  type Prefix,
  parsePrefix,
} from "../../base/prefix.ts";
import { type Block, coverage } from "../topology/block.ts";
import type { Interface } from "../topology/nodes.ts";
import type { Answer } from "../topology/topology.ts";
import { around } from "./first-match.ts";
import { once, type TopologyIndex } from "./index-topology.ts";
import type { Party } from "./packet.ts";
import type { NatGateway } from "./way.ts";

const NAT64 = prefix(NAT64_PREFIX);

const GLOBAL_UNICAST = prefix(GLOBAL_IPV6);

const NOT_ON_THE_INTERNET: readonly Prefix[] = IPV4_NOT_ON_THE_INTERNET.map(prefix);

const INTERNET: Readonly<Record<AddressFamily, readonly Block[]>> = {
  ipv4: without(prefix(ANY_IPV4), NOT_ON_THE_INTERNET).map(known),
  ipv6: [known(GLOBAL_UNICAST)],
};

function prefix(text: string): Prefix {
  const parsed = parsePrefix(text);
  invariant(parsed !== null, `${text} is no prefix`);
  return parsed;
}

function known(one: Prefix): Block {
  return { kind: "known", prefix: one };
}

function without(all: Prefix, taken: readonly Prefix[]): readonly Prefix[] {
  return taken.reduce<readonly Prefix[]>(
    (left, hole) => left.flatMap((one) => (overlaps(one, hole) ? around(one, hole) : [one])),
    [all],
  );
}

/** True for an address that somebody on the internet may have. */
export function isOnInternet(address: Prefix): boolean {
  return INTERNET[address.family].some((block) => block.kind === "known" && contains(block.prefix, address));
}

/** The interface of a node in a family; null: it has no address of it. */
export function interfaceParty(
  index: TopologyIndex,
  { subnet, ipv4, ipv6, publicIpv4, publicIpv6, securityGroups }: Interface,
  family: AddressFamily,
): Party | null {
  const block = family === "ipv4" ? ipv4 : ipv6;
  if (block === null) return null;
  return once(
    index,
    `interface ${subnet} ${family} ${publicIpv4} ${publicIpv6} ${securityGroups?.join() ?? ""}`,
    block,
    () => ({
      family,
      blocks: [block],
      isCrowd: false,
      isOutside: false,
      vpc: index.subnets.get(subnet)?.vpc ?? null,
      groups: securityGroups ?? [],
      service: null,
      isPublic: family === "ipv4" ? publicIpv4 : bothAnswers(publicIpv6, isGlobal(block)),
      isNatGateway: false,
      embeds: null,
    }),
  );
}

/** Whether an IPv6 address is one that the internet knows: ULA are not. */
function isGlobal(block: Block): Answer {
  const how = coverage(known(GLOBAL_UNICAST), block);
  if (how === "all") return "yes";
  return how === "none" ? "no" : "unknown";
}

function bothAnswers(a: Answer, b: Answer): Answer {
  if (a === "no" || b === "no") return "no";
  return a === "yes" && b === "yes" ? "yes" : "unknown";
}

/** A NAT gateway's own address, somewhere in its subnet. */
export function natParty(index: TopologyIndex, gateway: NatGateway): Party | null {
  const subnet = gateway.subnet === null ? undefined : index.subnets.get(gateway.subnet);
  const block = subnet?.ipv4 ?? null;
  if (block === null) return null;
  const isPublic = { public: "yes", private: "no", unknown: "unknown" } as const;
  return once(index, "NAT gateway", gateway, () => ({
    family: "ipv4",
    blocks: [block],
    isCrowd: false,
    isOutside: false,
    vpc: gateway.vpc,
    groups: [],
    service: null,
    isPublic: isPublic[gateway.connectivity],
    isNatGateway: true,
    embeds: null,
  }));
}

/** Anybody on the internet. */
export function internetParty(index: TopologyIndex, family: AddressFamily): Party {
  return once(index, "internet", family, () => outside(family, INTERNET[family], null, true));
}

/** A server on the internet, somewhere, that AWS's list of the service may have. */
export function serverParty(index: TopologyIndex, family: AddressFamily, service: Party["service"]): Party {
  const told = service !== null && index.services.has(service.name) ? service : null;
  const key = `${family} ${told?.name ?? ""} ${told?.isListed ?? ""}`;
  return once(index, "server", key, () => outside(family, INTERNET[family], told, false));
}

/** One address outside of all VPCs. */
export function addressParty(index: TopologyIndex, block: Block & { readonly kind: "known" }): Party {
  const { family, address } = block.prefix;
  return once(index, "address", `${family} ${address}`, () => outside(family, [block], null, false));
}

function outside(
  family: AddressFamily,
  blocks: readonly Block[],
  service: Party["service"],
  isCrowd: boolean,
): Party {
  const rest = { vpc: null, groups: [], isPublic: "unknown", isNatGateway: false, embeds: null } as const;
  return { family, blocks, isCrowd, isOutside: true, service, ...rest };
}

/** The party as NAT64 reaches it. */
export function translatedParty(index: TopologyIndex, party: Party): Party {
  return once(index, "translated", party, () => ({
    family: "ipv6",
    blocks: party.blocks.map(embedded),
    isCrowd: false,
    isOutside: true,
    vpc: null,
    groups: [],
    service: null,
    isPublic: "unknown",
    isNatGateway: false,
    embeds: party,
  }));
}

/** Any address of NAT64's prefix, those of private IPv4 addresses too. */
export function nat64Party(index: TopologyIndex, party: Party): Party {
  return once(index, "NAT64", party, () => ({ ...translatedParty(index, party), blocks: [known(NAT64)] }));
}

function embedded(block: Block): Block {
  if (block.kind === "unknown") return known(NAT64);
  const address = embedIpv4(NAT64, block.prefix.address);
  return known({ family: "ipv6", address, length: NAT64.length + block.prefix.length });
}

/** The IPv4 address behind one of NAT64; null: it is none. */
export function behindNat64(address: bigint): bigint | null {
  const bits = 32n;
  return address >> bits === NAT64.address >> bits ? address & ((1n << bits) - 1n) : null;
}
