import { formatAddress } from "../../base/prefix.ts";
import type { NatGateway } from "../cloud/cloud.ts";
import type { Draft } from "./drafts.ts";
import { chain, table } from "./filter-rules.ts";
import type { Daemon } from "./lab-plan.ts";

/** RFC 6052: what DNS64 puts IPv4 addresses into. */
export const NAT64_PREFIX = "64:ff9b::/96";
/**
 * What tayga is told instead: under the well-known prefix it refuses private IPv4 addresses (RFC 6052, section 3.1),
 * a NAT gateway does not.
 */
const INNER_PREFIX = "2001:db8:64::/96";
const POOL = "198.19.255.0/24";
const TAYGA_IPV4 = "198.19.255.1";
const TAYGA_IPV6 = "2001:db8:ffff::1";
/** The device of the translator in its namespace. */
export const TUN = "nat64";

const TAYGA: Daemon = {
  kind: "nat64",
  name: "tayga",
  address: null,
  port: null,
  command: ["tayga", "--nodetach", "--config", "@FOLDER@/conf"],
  config: [
    `tun-device ${TUN}`,
    `ipv4-addr ${TAYGA_IPV4}`,
    `ipv6-addr ${TAYGA_IPV6}`,
    `prefix ${INNER_PREFIX}`,
    `dynamic-pool ${POOL}`,
    "data-dir @FOLDER@",
    "",
  ].join("\n"),
};

/** A NAT gateway: masquerades IPv4, translates IPv6 for 64:ff9b::/96 by tayga. Its wire and its addresses are there. */
export function planNatGateway(draft: Draft, gateway: NatGateway): void {
  draft.forwards = true;
  addTayga(draft);
  const own = formatAddress("ipv4", gateway.ipv4);
  draft.nft.push(
    table("nat_gateway", [
      TRANSLATED,
      chain("masqueraded", "type nat hook postrouting priority 100;", [
        `oifname "eth0" ip saddr != ${own} meta l4proto { tcp, udp } masquerade to :1024-65535`,
        `oifname "eth0" ip saddr != ${own} masquerade`,
      ]),
      chain("forward", "type filter hook forward priority 0; policy drop;", [
        // Such as an answer to what came in by another way: nobody has its translation.
        "ct state invalid drop",
        "ct state established,related accept",
        'iifname "eth0" meta nfproto ipv4 accept',
        `iifname "eth0" oifname "${TUN}" accept`,
        `iifname "${TUN}" oifname "eth0" meta nfproto ipv4 accept`,
      ]),
      chain("input", "type filter hook input priority 0; policy drop;", [
        'iifname "lo" accept',
        "icmpv6 type { 133-137 } accept",
        "ct state established,related accept",
      ]),
    ]),
  );
}

/**
 * An instance that a blueprint makes a translator, with the same words to the kernel as its user data has: it forwards nothing
 * else, and lets nobody come to itself or to its metadata by what it translates.
 */
export function planTranslator(draft: Draft): void {
  addTayga(draft);
  draft.nft.push(
    table("nat64", [
      TRANSLATED,
      chain("masqueraded", "type nat hook postrouting priority 100;", [`ip saddr ${POOL} masquerade`]),
      chain("forward", "type filter hook forward priority 0; policy drop;", [
        "ct state invalid drop",
        "ct state established,related accept",
        `iifname != "${TUN}" oifname "${TUN}" ip6 daddr ${INNER_PREFIX} accept`,
        `iifname "${TUN}" ip daddr { 127.0.0.0/8, 169.254.0.0/16 } drop`,
        `iifname "${TUN}" oifname != "${TUN}" meta nfproto ipv4 accept`,
      ]),
      chain("input", "type filter hook input priority 0; policy accept;", [
        `iifname "${TUN}" ct state established,related accept`,
        `iifname "${TUN}" drop`,
      ]),
    ]),
  );
}

function addTayga(draft: Draft): void {
  draft.device("tun", TUN, []);
  draft.route("ipv4", POOL, TUN, null);
  draft.route("ipv6", INNER_PREFIX, TUN, null);
  draft.daemons.push(TAYGA);
}

const TRANSLATED = chain("translated", "type nat hook prerouting priority -100;", [
  `iifname "eth0" ip6 daddr ${NAT64_PREFIX} dnat ip6 prefix to ${INNER_PREFIX}`,
]);
