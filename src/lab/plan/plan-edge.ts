import { formatAddress, formatPrefix } from "../../base/prefix.ts";
import type { NatGateway, NetworkInterface, Vpc } from "../cloud/cloud.ts";
import { type Draft, type Drafts, INNER, OUTER } from "./drafts.ts";
import { chain, table } from "./filter-rules.ts";

/** What the internet gateway does with addresses of a VPC's interfaces and NAT gateways. */
export interface EdgeAddresses {
  /** Public IPv4 addresses, each with the private one that it stands for. */
  readonly mapped: readonly { readonly inside: string; readonly outside: string }[];
  /** IPv6 addresses of which it carries nothing. */
  readonly denied: readonly string[];
}

/** The device of the internet gateway, in the router and in the edge. */
export const INTERNET_GATEWAY = "igw";
/** The device of the egress-only internet gateway. */
export const EGRESS_ONLY = "eigw";

/** What the internet gateway of a VPC does with its addresses. */
export function edgeAddresses(
  interfaces: readonly NetworkInterface[],
  natGateways: readonly NatGateway[],
): EdgeAddresses {
  const mapped = [...interfaces, ...natGateways].flatMap(({ ipv4, publicIpv4 }) =>
    ipv4 === null || publicIpv4 === null
      ? []
      : [{ inside: formatAddress("ipv4", ipv4), outside: formatAddress("ipv4", publicIpv4) }],
  );
  const denied = interfaces.flatMap(({ ipv6, denyAllIgwTraffic }) =>
    ipv6 !== null && denyAllIgwTraffic ? [formatAddress("ipv6", ipv6)] : [],
  );
  return { mapped, denied };
}

/**
 * Both internet gateways of a VPC in one namespace, because both see the same connections: one maps public IPv4
 * addresses and lets every packet of public ones pass; the other lets out IPv6, and lets in answers to what it let out.
 */
export function planEdge(
  drafts: Drafts,
  vpc: Vpc,
  router: Draft,
  internet: Draft,
  addresses: EdgeAddresses,
): void {
  if (vpc.internetGateway === null && vpc.egressOnlyInternetGateway === null) return;
  const edge = drafts.add(`internet gateways of ${vpc.name}`);
  edge.forwards = true;
  const devices = [
    ...(vpc.internetGateway === null ? [] : [INTERNET_GATEWAY]),
    ...(vpc.egressOnlyInternetGateway === null ? [] : [EGRESS_ONLY]),
  ];
  for (const device of devices) drafts.connect(router, device, edge, device);
  const [back = INTERNET_GATEWAY] = devices;
  const net = `net${internet.devices.length}`;
  drafts.connect(edge, "net", internet, net);
  for (const block of vpc.ipv4) edge.route("ipv4", formatPrefix(block), back, INNER);
  for (const { prefix } of vpc.ipv6) edge.route("ipv6", formatPrefix(prefix), back, INNER);
  edge.route("ipv4", "default", "net", OUTER);
  edge.route("ipv6", "default", "net", OUTER);
  for (const { outside } of addresses.mapped) internet.route("ipv4", `${outside}/32`, net, INNER);
  const publicBlocks = vpc.ipv6.filter(({ isPublic }) => isPublic).map(({ prefix }) => formatPrefix(prefix));
  for (const block of publicBlocks) internet.route("ipv6", block, net, INNER);
  edge.nft.push(table("internet_gateways", ruleset(addresses, publicBlocks)));
}

function ruleset(
  { mapped: addresses, denied }: EdgeAddresses,
  publicBlocks: readonly string[],
): readonly string[] {
  const map = (from: "inside" | "outside", to: "inside" | "outside") =>
    `{ ${addresses.map((one) => `${one[from]} : ${one[to]}`).join(", ")} }`;
  const inside = `{ ${addresses.map((one) => one.inside).join(", ")} }`;
  const blocks = `{ ${publicBlocks.join(", ")} }`;
  const mapped = addresses.length > 0;
  const has6 = publicBlocks.length > 0;
  return [
    chain("mapped_in", "type nat hook prerouting priority -100;", [
      ...(mapped ? [`dnat ip to ip daddr map ${map("outside", "inside")}`] : []),
    ]),
    chain("mapped_out", "type nat hook postrouting priority 100;", [
      ...(mapped
        ? [`iifname "${INTERNET_GATEWAY}" snat ip to ip saddr map ${map("inside", "outside")}`]
        : []),
    ]),
    chain("forward", "type filter hook forward priority 0; policy drop;", [
      ...denied.flatMap((one) => [
        `iifname "${INTERNET_GATEWAY}" ip6 saddr ${one} drop`,
        // Answers to what went out by the other gateway are not its own.
        `oifname "${INTERNET_GATEWAY}" ip6 daddr ${one} ct direction original drop`,
      ]),
      // An answer to what came in by the internet gateway does not go out by the other one.
      `iifname "${EGRESS_ONLY}" ct direction reply drop`,
      ...(has6
        ? [
            `iifname "${EGRESS_ONLY}" oifname "net" ip6 saddr ${blocks} ct state new,established,related accept`,
          ]
        : []),
      'iifname "net" ct state established,related accept',
      ...(mapped ? [`iifname "${INTERNET_GATEWAY}" ip saddr ${inside} accept`] : []),
      ...(has6 ? [`iifname "${INTERNET_GATEWAY}" ip6 saddr ${blocks} accept`] : []),
      `iifname "net" oifname "${INTERNET_GATEWAY}" ct status dnat accept`,
      ...(has6 ? [`iifname "net" oifname "${INTERNET_GATEWAY}" ip6 daddr ${blocks} accept`] : []),
    ]),
  ];
}
