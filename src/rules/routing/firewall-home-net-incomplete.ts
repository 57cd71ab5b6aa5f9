import { networkFirewallFacts } from "../../aws/facts/network-firewall.ts";
import { familyName } from "../../base/family-name.ts";
import { type AddressFamily, contains, formatPrefix } from "../../base/prefix.ts";
import { ipv4Blocks, ipv6Blocks } from "../../model/addressing/vpc.ts";
import { blockPrefix } from "../../model/addressing/vpc-blocks.ts";
import type { Network } from "../../model/types/network.ts";
import type { Cidr } from "../../model/types/shared.ts";
import type { Rule } from "../rule.ts";

/** The home network of a firewall has the VPC's blocks of both families. */
export const firewallHomeNetIncomplete: Rule<"firewall-home-net-incomplete"> = {
  id: "firewall-home-net-incomplete",
  severity: "warning",
  title: "What is written as the home network of a Network Firewall covers the VPC's blocks, IPv6 too.",
  why: "Rules that say $HOME_NET, and every domain list, speak of the blocks in homeNet alone; $EXTERNAL_NET is everything else. Where the VPC's IPv6 block is missing, the hosts' IPv6 counts as the internet's: allow lists do not hold for it, and rules for what comes in do not match. Written blocks take the place of the VPC's own, which Hextet writes for both families where homeNet is left out.",
  sources: [networkFirewallFacts.firewallHomeNet],
  check(network, report) {
    for (const { name, policy } of network.networkFirewalls) {
      const { homeNet, path } = policy;
      if (homeNet === null) continue;
      const missing = (["ipv4", "ipv6"] as const).flatMap((family) => missingIn(network, homeNet, family));
      if (missing.length === 0) continue;
      report(
        [...path, "homeNet"],
        `homeNet of firewall "${name}" does not cover ${missing.join(" and ")}`,
        "leave homeNet out, or add the blocks",
      );
    }
  },
};

/** Of a block that AWS chooses it is known only that some block of its family must be there. */
function missingIn({ vpc }: Network, homeNet: readonly Cidr[], family: AddressFamily): readonly string[] {
  const own = homeNet.filter(({ prefix }) => prefix.family === family);
  const blocks = family === "ipv4" ? ipv4Blocks(vpc) : ipv6Blocks(vpc);
  if (blocks.length > 0 && own.length === 0) return [`the VPC's ${familyName(family)}`];
  return blocks.flatMap(({ id }) => {
    const block = blockPrefix(vpc, family, id);
    return block === null || own.some(({ prefix }) => contains(prefix, block)) ? [] : [formatPrefix(block)];
  });
}
