import { vpnFacts } from "../../aws/facts/vpn.ts";
import { RESERVED_TUNNEL_BLOCKS, TUNNEL_IPV4, TUNNEL_IPV6 } from "../../aws/vpn.ts";
import { contains, hasHostBits } from "../../base/prefix.ts";
import { knownCidr, networkText } from "../../model/addressing/cidr.ts";
import { insideBlocks } from "../../model/transit/inside-blocks.ts";
import type { Cidr } from "../../model/types/shared.ts";
import type { Rule } from "../rule.ts";

/** Tunnels take small blocks of two ranges. */
export const vpnTunnelInsideBlock: Rule<"vpn-tunnel-inside-block"> = {
  id: "vpn-tunnel-inside-block",
  severity: "error",
  title:
    "The blocks inside a tunnel are a /30 of 169.254.0.0/16 and a /126 of fd00::/8 that AWS does not keep.",
  why: "The two ends of a tunnel have addresses of a small block: for IPv4 a /30 of 169.254.0.0/16, of which AWS keeps seven, for IPv6 a /126 of fd00::/8. The AWS provider and EC2 refuse every other one. Left out, AWS chooses one.",
  sources: [vpnFacts.insideIpv4Block, vpnFacts.insideIpv6Block],
  check({ vpnConnections }, report) {
    for (const { name, path, cidr } of vpnConnections.flatMap(insideBlocks)) {
      const wrong = whatIsWrong(cidr);
      if (wrong === null) continue;
      report(
        path,
        `a tunnel of VPN connection "${name}" has ${cidr.text} inside, which ${wrong}`,
        hintFor(cidr),
      );
    }
  },
};

function whatIsWrong(cidr: Cidr): string | null {
  const { within, length } = cidr.prefix.family === "ipv4" ? TUNNEL_IPV4 : TUNNEL_IPV6;
  if (cidr.prefix.length !== length) return `is no /${length}`;
  if (!contains(knownCidr(within).prefix, cidr.prefix)) return `is not of ${within}`;
  if (hasHostBits(cidr.prefix)) return "begins between two blocks";
  return RESERVED_TUNNEL_BLOCKS.includes(networkText(cidr)) ? "AWS keeps for itself" : null;
}

function hintFor({ prefix }: Cidr): string {
  return prefix.family === "ipv4" ? "write one such as 169.254.10.0/30" : 'write one such as "fd00:10::/126"';
}
