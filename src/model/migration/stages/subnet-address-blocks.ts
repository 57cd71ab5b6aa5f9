import type { Network } from "../../types/network.ts";
import { hasFamily, type Tier } from "../../types/subnets.ts";
import type { Stage } from "../stage.ts";
import { type WhatIsThere, whatIsThere } from "../what-is-there.ts";

/** The stage `subnet-address-blocks`. */
export const subnetAddressBlocksStage: Stage = {
  id: "subnet-address-blocks",
  title: "Give the subnets their IPv6 blocks",
  why: "No host gets an address yet, neither one that runs nor one that starts meanwhile: the subnets do not hand any out before the stage instance-addresses. New subnets that have IPv4 come here too",
  without: withoutBlocks,
};

function withoutBlocks(network: Network): Network {
  const there = whatIsThere(network);
  const tiers = network.tiers
    .map((tier) => withoutIpv6(tier, there))
    .filter(({ subnets }) => subnets.length > 0);
  return { ...network, tiers };
}

function withoutIpv6(tier: Tier, there: WhatIsThere): Tier {
  const subnets = tier.subnets.filter(({ id }) => there.has("aws_subnet", id));
  if (!hasFamily(tier.addressing, "ipv6")) return { ...tier, subnets };
  return {
    ...tier,
    addressing: "ipv4-only",
    ipv6Block: null,
    subnets: subnets.map((subnet) => ({ ...subnet, ipv6: null })),
  };
}
