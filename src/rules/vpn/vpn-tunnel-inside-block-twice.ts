import { vpnFacts } from "../../aws/facts/vpn.ts";
import { networkText } from "../../model/addressing/cidr.ts";
import { insideBlocks } from "../../model/transit/inside-blocks.ts";
import type { Rule } from "../rule.ts";

/** Tunnels of one gateway have blocks of their own. */
export const vpnTunnelInsideBlockTwice: Rule<"vpn-tunnel-inside-block-twice"> = {
  id: "vpn-tunnel-inside-block-twice",
  severity: "error",
  title: "No two tunnels of one gateway have the same block inside.",
  why: "The IPv4 blocks inside tunnels are unique among the connections of a virtual private gateway, the IPv6 ones among those of a transit gateway: EC2 refuses the second one at apply, not at plan. IPv4 blocks of a transit gateway may be the same, if the devices differ.",
  sources: [vpnFacts.insideBlocksDiffer],
  check({ vpnConnections }, report) {
    const taken = new Set<string>();
    for (const connection of vpnConnections) {
      const { kind, name: gateway } = connection.gateway;
      const unique = kind === "virtual-private-gateway" ? "ipv4" : "ipv6";
      for (const { name, path, cidr } of insideBlocks(connection)) {
        if (cidr.prefix.family !== unique) continue;
        const key = `${kind} ${gateway} ${networkText(cidr)}`;
        if (taken.has(key)) {
          report(
            path,
            `a tunnel of VPN connection "${name}" has ${cidr.text} inside, as has another of the same gateway`,
            "write another block, or leave it out: AWS then chooses one",
          );
        }
        taken.add(key);
      }
    }
  },
};
