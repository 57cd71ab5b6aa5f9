import { contains, formatAddress, formatPrefix, hostAddress, type Prefix } from "../../base/prefix.ts";
import type { Cloud, Outside } from "../cloud/cloud.ts";
import { distinctPrefixes } from "../cloud/distinct-prefixes.ts";
import { type Draft, type Drafts, INNER } from "./drafts.ts";
import { anyPortRuleset } from "./filter-rules.ts";
import type { LabDestination, LabSource } from "./lab-plan.ts";

/** One address of the outside network for each of its prefixes, and what of it can be tried. */
export interface PlannedOutside {
  readonly sources: readonly LabSource[];
  readonly destinations: readonly LabDestination[];
}

/** A network beyond the stack: all its addresses answer; with two VPCs it hands on between them. */
export function planOutside(
  drafts: Drafts,
  cloud: Cloud,
  outside: Outside,
  routers: ReadonlyMap<string, { readonly router: Draft; readonly device: string }>,
): PlannedOutside {
  const draft = drafts.add(outside.name);
  draft.forwards = true;
  draft.listens = { any: true, tcp: [], udp: [] };
  draft.nft.push(anyPortRuleset());
  for (const [index, { vpc, back }] of outside.vpcs.entries()) {
    const end = routers.get(vpc);
    if (end === undefined) continue;
    const device = `vpc${index}`;
    drafts.connect(end.router, end.device, draft, device);
    for (const block of distinctPrefixes(back)) draft.route(block.family, formatPrefix(block), device, INNER);
  }
  const own = cloud.vpcs.flatMap(({ ipv4, ipv6 }) => [...ipv4, ...ipv6.map(({ prefix }) => prefix)]);
  const reached = outside.prefixes.filter((prefix) => !own.some((block) => contains(block, prefix)));
  for (const prefix of reached) draft.answer(prefix.family, formatPrefix(prefix));
  return peopled(draft, outside, reached, own);
}

function peopled(
  draft: Draft,
  outside: Outside,
  prefixes: readonly Prefix[],
  own: readonly Prefix[],
): PlannedOutside {
  const hosts = prefixes.map((prefix) => {
    const address = addressIn(prefix, own);
    const text = formatAddress(prefix.family, address);
    return {
      name: prefixes.length === 1 ? outside.name : `${outside.name}@${formatPrefix(prefix)}`,
      address: outside.name,
      subnet: null,
      ipv4: prefix.family === "ipv4" ? text : null,
      ipv6: prefix.family === "ipv6" ? text : null,
    };
  });
  return {
    sources:
      outside.kind === "gateway-endpoint"
        ? []
        : hosts.map((host) => ({ ...host, namespace: draft.name, resolver: null, isInternet: false })),
    destinations: hosts.map((host) => ({ ...host, publicIpv4: null, listens: draft.listens, ports: [] })),
  };
}

/** One that none of the VPCs has, where a wide prefix also means theirs. */
function addressIn(prefix: Prefix, own: readonly Prefix[]): bigint {
  const candidates = prefix.length >= (prefix.family === "ipv4" ? 30 : 126) ? [0] : [10, -10];
  const addresses = candidates.map((number) => hostAddress(prefix, number));
  const isFree = (address: bigint) =>
    !own.some((block) =>
      contains(block, { family: prefix.family, address, length: prefix.family === "ipv4" ? 32 : 128 }),
    );
  return addresses.find(isFree) ?? hostAddress(prefix, 0);
}
