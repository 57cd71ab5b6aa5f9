import {
  formatAddress,
  formatPrefix,
  hostAddress,
  overlaps,
  type Prefix,
  parsePrefix,
} from "../../base/prefix.ts";
import type { Cloud } from "../cloud/cloud.ts";
import { distinctPrefixes } from "../cloud/distinct-prefixes.ts";
import type { Draft } from "./drafts.ts";
import { anyPortRuleset } from "./filter-rules.ts";
import type { LabDestination, LabSource } from "./lab-plan.ts";
import type { NamedAddress } from "./names-in.ts";

/** The stand-in internet: every address that no VPC has answers, on every port. */
const INTERNET = {
  name: "internet",
  address: "internet",
  subnet: null,
  ipv4: "192.88.99.10",
  ipv6: "2a00:db8::10",
} as const;

/** Names of the stand-in internet, one for each kind of server. */
export const INTERNET_NAMES: readonly NamedAddress[] = [
  { name: "ipv4-only.example.com", ipv4: "192.88.99.4", ipv6: null },
  { name: "ipv6-only.example.com", ipv4: null, ipv6: "2a00:db8::6" },
  { name: "dual-stack.example.com", ipv4: "192.88.99.46", ipv6: "2a00:db8::46" },
  { name: "ready.lab", ipv4: "192.0.2.1", ipv6: null },
];

/** What no packet of the internet is for, or what the laboratory has given away out of it. */
const NOT_INTERNET = [
  "10.0.0.0/8",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "3fff::/20",
];
/** All of IPv6 that anybody has: neither 64:ff9b::/96 nor fd00::/8. */
const IPV6_INTERNET = "2000::/3";
/** A shorter block that lies behind a transit gateway means the internet there. */
const SHORTEST_OUTSIDE = 8;
const DROP_METRIC = 900;

/** Makes every address that the laboratory has not given away answer, on every port. */
export function planInternet(internet: Draft, cloud: Cloud): void {
  internet.forwards = true;
  internet.listens = { any: true, tcp: [], udp: [] };
  internet.nft.push(anyPortRuleset());
  internet.device("loopback", "lo", [`${INTERNET.ipv4}/32`, `${INTERNET.ipv6}/128`]);
  internet.answer("ipv4", "default");
  internet.answer("ipv6", IPV6_INTERNET);
  for (const { prefixes } of cloud.outsides.filter(isService))
    for (const prefix of prefixes) internet.answer(prefix.family, formatPrefix(prefix));
  for (const block of new Set([...NOT_INTERNET, ...elsewhere(cloud).map(formatPrefix)]))
    internet.drop(block.includes(":") ? "ipv6" : "ipv4", block, null, DROP_METRIC);
}

/** The internet as a source: from anywhere, and from each block of it that a security group lets in. */
export function internetSources(cloud: Cloud, internet: Draft): readonly LabSource[] {
  const common = { address: INTERNET.address, subnet: null, namespace: internet.name, resolver: null };
  const blocks = cloud.securityGroups
    .flatMap(({ ingress }) => ingress)
    .flatMap(({ peer }) => (peer.kind === "prefixes" ? peer.prefixes : []));
  const own = [
    ...elsewhere(cloud),
    ...NOT_INTERNET.map((text) => parsePrefix(text)).filter((prefix) => prefix !== null),
  ];
  const named = distinctPrefixes(blocks).filter(
    (block) => block.length >= SHORTEST_OUTSIDE && !own.some((one) => overlaps(one, block)),
  );
  return [
    { ...INTERNET, ...common, isInternet: true },
    ...named.map((block) => ({ ...common, ...addressIn(block), isInternet: true })),
  ];
}

/** The internet as a destination. */
export function internetDestination({ listens }: Draft): LabDestination {
  return { ...INTERNET, publicIpv4: null, listens, ports: [] };
}

function addressIn(block: Prefix): Pick<LabSource, "name" | "ipv4" | "ipv6"> {
  const isSingle = block.length === (block.family === "ipv4" ? 32 : 128);
  const text = formatAddress(block.family, hostAddress(block, isSingle ? 0 : 1));
  const [ipv4, ipv6] = block.family === "ipv4" ? [text, null] : [null, text];
  return { name: `${INTERNET.name}@${formatPrefix(block)}`, ipv4, ipv6 };
}

/** A service of AWS is on the internet too, where no gateway endpoint leads to it. */
function isService({ kind }: Cloud["outsides"][number]): boolean {
  return kind === "gateway-endpoint";
}

/** What the stack has given a place of its own. */
function elsewhere({ vpcs, outsides }: Cloud): readonly Prefix[] {
  return distinctPrefixes([
    ...vpcs.flatMap(({ ipv4, ipv6 }) => [...ipv4, ...ipv6.map(({ prefix }) => prefix)]),
    ...outsides
      .filter((outside) => !isService(outside))
      .flatMap(({ prefixes }) => prefixes.filter(({ length }) => length >= SHORTEST_OUTSIDE)),
  ]);
}
