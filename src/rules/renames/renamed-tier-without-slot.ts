import { changeFacts } from "../../aws/facts/changes.ts";
import type { Subnet, Tier } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** A tier that is renamed keeps its place in the address plan. */
export const renamedTierWithoutSlot: Rule<"renamed-tier-without-slot"> = {
  id: "renamed-tier-without-slot",
  severity: "error",
  title: "A tier that is renamed has its slot written.",
  why: "A tier without a slot has one that follows from its name. With the new name its subnets would have other blocks: EC2 changes the IPv4 block of no subnet, so that they would be destroyed with all that is in them and made again; an IPv6 block it takes away only when no interface has an address of it. The slot of before keeps them.",
  sources: [changeFacts.subnetIpv4BlockIsFixed, changeFacts.subnetBlockInUseStays],
  check({ tiers, renames }, report) {
    for (const { kind, path, from, to } of renames?.list ?? []) {
      const now = tiers.find(({ name }) => name === to);
      const before = renames?.former.tiers.find(({ name }) => name === from);
      if (kind !== "network.subnets.*" || now === undefined || before === undefined) continue;
      if (!now.slotIsAutomatic || blocksOf(now) === blocksOf(before)) continue;
      report(
        [...path, "renamedFrom"],
        `tier "${to}" is renamed from "${from}", and its slot follows from its name: ${before.slot} becomes ${now.slot}`,
        `write slot: ${before.slot} beside it, and keep that line`,
      );
    }
  },
};

function blocksOf({ subnets }: Tier): string {
  return subnets.map(blocksIn).join(" ");
}

function blocksIn({ ipv4, ipv6 }: Subnet): string {
  return `${ipv4 === null ? "none" : (ipv4.cidr?.text ?? `${ipv4.block} ${ipv4.cut?.number}`)} ${ipv6 === null ? "none" : `${ipv6.block} ${ipv6.number}`}`;
}
