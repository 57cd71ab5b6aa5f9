import type { Path } from "../../base/path.ts";
import { formatPrefix, subPrefix } from "../../base/prefix.ts";
import type { Tier as WrittenTier } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, readCidr, report } from "../context.ts";
import { displayName } from "../names.ts";
import type { AddressPlan } from "../types/network.ts";
import type { TierName } from "../types/shared.ts";
import {
  hasFamily,
  type Ipv4Block,
  type Ipv6Block,
  type Subnet,
  type SubnetIpv4,
  type SubnetIpv6,
  type Vpc,
  type Zone,
} from "../types/subnets.ts";
import { countSlots } from "./address-plan.ts";
import { isCutByPlan, isIpv4CutByPlan, isIpv6CutByPlan } from "./cut-by-plan.ts";
import { ipv4Blocks, ipv6Blocks, MAIN_BLOCK } from "./vpc.ts";

/** What the tiers of a VPC are cut by: its blocks, the address plan, its zones and its NAT gateways. */
export interface VpcLayout {
  readonly stack: string;
  readonly vpc: Vpc;
  readonly plan: AddressPlan;
  readonly zones: readonly Zone[];
  readonly natGateways: readonly string[];
}

/** Slots of a tier that the plan cuts no block for: what can be written. */
const MOST_SLOTS = 65_536;

/** What a tier is cut from, in the families it has. */
interface Blocks {
  readonly ipv4: Ipv4Block | null;
  readonly ipv6: Ipv6Block | null;
}
/** What a tier's subnets follow from. */
interface Cut {
  readonly name: TierName;
  readonly path: Path;
  readonly written: WrittenTier;
  readonly blocks: Blocks;
  readonly slot: number;
  readonly slotCount: number;
}

/** One subnet in each zone; none when the slot does not fit, which a rule reports. */
export function cutSubnets(context: Context, tier: Cut, layout: VpcLayout): readonly Subnet[] {
  if (tier.slot >= tier.slotCount) return [];
  return layout.zones
    .filter(({ index, letter }) => index < layout.plan.zonesPerTier || !isCutByPlan(tier.written, letter))
    .map((zone) => {
      const number = tier.slot * layout.plan.zonesPerTier + zone.index;
      return {
        id: `${tier.name}_${zone.letter}`,
        displayName: displayName(layout.stack, `${tier.name}-${zone.letter}`),
        tier: tier.name,
        zone,
        ipv4:
          tier.blocks.ipv4 === null
            ? null
            : cutIpv4(context, tier, tier.blocks.ipv4, zone, number, layout.plan),
        ipv6:
          tier.blocks.ipv6 === null
            ? null
            : cutIpv6(context, tier, tier.blocks.ipv6, zone, number, layout.plan),
        associationIsManaged: true,
        tags: tier.written.tags,
      };
    });
}

function cutIpv4(
  context: Context,
  tier: Cut,
  block: Ipv4Block,
  zone: Zone,
  number: number,
  plan: AddressPlan,
): SubnetIpv4 | null {
  const text = tier.written.ipv4Cidrs?.[zone.letter];
  if (text !== undefined) {
    const path = [...tier.path, "ipv4Cidrs", zone.letter];
    const cidr = readCidr(context, text, path, "ipv4");
    if (cidr !== null && block.cidr !== null)
      return { block: block.id, cidr, length: cidr.prefix.length, cut: null, path };
    if (cidr === null) return null;
    const message = `"${text}" cannot be written: block "${block.id}" is chosen by its pool at the first apply`;
    const hint = "let the address plan cut it (slot), or write the block's cidr";
    report(context, "model/ipv4-block-in-unknown-block", path, message, hint);
    return null;
  }
  const length = plan.ipv4PrefixLength;
  const cut = { newBits: length - block.length, number };
  const planned = { block: block.id, length, cut, path: [...tier.path, "slot"] };
  if (block.cidr === null) return { ...planned, cidr: null };
  const prefix = subPrefix(block.cidr.prefix, cut.newBits, number);
  return { ...planned, cidr: { text: formatPrefix(prefix), prefix } };
}

function cutIpv6(
  context: Context,
  tier: Cut,
  block: Ipv6Block,
  zone: Zone,
  planned: number,
  { ipv6PrefixLength }: AddressPlan,
): SubnetIpv6 | null {
  const newBits = ipv6PrefixLength - block.length;
  const written = tier.written.ipv6Numbers?.[zone.letter];
  const path = written === undefined ? [...tier.path, "slot"] : [...tier.path, "ipv6Numbers", zone.letter];
  const cut = { block: block.id, blockLength: block.length, newBits, length: ipv6PrefixLength, path };
  if (written === undefined) return { ...cut, number: planned };
  // A block that is shorter than its subnets has a finding of its own.
  if (newBits < 0) return null;
  const count = 2 ** newBits;
  if (written < count) return { ...cut, number: written };
  const message = `there is no block ${written}: a /${block.length} has ${count} of length ${ipv6PrefixLength}`;
  report(context, "model/ipv6-number-outside-block", path, message, `write a number from 0 to ${count - 1}`);
  return null;
}

/** The blocks a tier is cut from; an unknown name is reported, and gives none. */
export function blocksOf(context: Context, written: WrittenTier, path: Path, vpc: Vpc): Blocks {
  const ipv4 = findBlock(context, "additional IPv4 block", ipv4Blocks(vpc), written.ipv4Block, [
    ...path,
    "ipv4Block",
  ]);
  const ipv6 = findBlock(context, "additional IPv6 block", ipv6Blocks(vpc), written.ipv6Block, [
    ...path,
    "ipv6Block",
  ]);
  return {
    ipv4: hasFamily(written.addressing, "ipv4") ? ipv4 : null,
    ipv6: hasFamily(written.addressing, "ipv6") ? ipv6 : null,
  };
}

function findBlock<T extends { readonly id: string }>(
  context: Context,
  kind: string,
  blocks: readonly T[],
  name: string | undefined,
  path: Path,
): T | null {
  const ids = blocks.map((block) => block.id).filter((id) => id !== MAIN_BLOCK);
  if (name !== undefined && !checkReference(context, kind, name, ids, path)) return null;
  return blocks.find((block) => block.id === (name ?? MAIN_BLOCK)) ?? null;
}

/** Slots that fit into every block the tier is cut from by the plan; what is written needs no room in it. */
export function countTierSlots(written: WrittenTier, blocks: Blocks, { plan, zones }: VpcLayout): number {
  const counts: number[] = [];
  const isIpv4Planned = zones.some(({ letter }) => isIpv4CutByPlan(written, letter));
  if (blocks.ipv4 !== null && isIpv4Planned) {
    counts.push(countSlots("ipv4", blocks.ipv4.length, plan.ipv4PrefixLength, plan.zonesPerTier));
  }
  const isIpv6Planned = zones.some(({ letter }) => isIpv6CutByPlan(written, letter));
  if (blocks.ipv6 !== null && isIpv6Planned)
    counts.push(countSlots("ipv6", blocks.ipv6.length, plan.ipv6PrefixLength, plan.zonesPerTier));
  return counts.length === 0 ? MOST_SLOTS : Math.min(...counts);
}
