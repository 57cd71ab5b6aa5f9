import type { Tier } from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { write } from "../fields/field.ts";
import { subnetArguments } from "../fields/subnet.ts";
import type { Draft } from "./draft.ts";
import type { PlannedNetwork } from "./plan-network.ts";
import { compact, type Section, type Sections } from "./section.ts";
import { hasAddresses } from "./stage-reached.ts";
import { internetOf, type TierMember, type TierPlan } from "./tier-plan.ts";

/** Writes `network.subnets`: the tiers dual-stack, with the ways in and out that their IPv4 has. */
export function writeSubnets(draft: Draft, network: PlannedNetwork): Sections<Tier> {
  return Object.fromEntries(network.tiers.map((tier) => [tier.name, writeTier(draft, network, tier)]));
}

function writeTier(draft: Draft, network: PlannedNetwork, tier: TierPlan): Section<Tier> {
  const { name, members, sharesTableOf } = tier;
  const [first] = members;
  const hasNoBlock = network.withoutBlock.includes(name);
  takeSubnets(draft, network, tier);
  if (hasNoBlock)
    draft.leaveToOwner({ path: pathOf(name), kind: "a subnet without a block", text: NO_BLOCK_LEFT });
  const zones = members.map(({ letter }) => letter);
  return compact<Tier>({
    addressing: hasNoBlock ? "ipv4-only" : "dual-stack",
    internet: internetOf(tier),
    ...(sharesTableOf === null
      ? { natGateway: network.natOf(tier) ?? undefined }
      : { routeTable: sharesTableOf }),
    availabilityZones: zones.length === network.zones.length ? undefined : zones,
    slot: network.slots.get(name),
    ...blocksOf(network, members),
    ipv6Numbers: network.numbers.get(name),
    ...heldBack(draft, tier),
    ...settingsOf(first),
  });
}

function takeSubnets(draft: Draft, { outsidePlan, vpc }: PlannedNetwork, { name, members }: TierPlan): void {
  const isOutside = outsidePlan.includes(name);
  for (const { id, subnet } of members) {
    if (isOutside || !vpc.isImported) draft.referTo(terraformAddress("aws_subnet", id), subnet.id);
    else draft.importAs(terraformAddress("aws_subnet", id), subnet.id);
  }
  if (isOutside)
    draft.leaveToOwner({ path: pathOf(name), kind: "a subnet outside of the plan", text: OUTSIDE_PLAN });
}

/** Where addresses are handed out already, subnets with IPv6 that hand out none go on so. */
function heldBack(draft: Draft, { name, members: [first] }: TierPlan): Section<Tier> {
  const { ipv6Cidr = null, assignIpv6AddressOnCreation = false } = first?.subnet ?? {};
  if (ipv6Cidr === null || assignIpv6AddressOnCreation || !hasAddresses(draft)) return {};
  draft.remark([...pathOf(name), "assignIpv6AddressOnCreation"], HANDS_OUT_NONE);
  return { assignIpv6AddressOnCreation: false };
}

function pathOf(tier: string) {
  return ["network", "subnets", tier];
}

const OUTSIDE_PLAN =
  "an IPv6 block of these subnets is no /64 of the VPC's, so the subnets are only referred to.";

const NO_BLOCK_LEFT =
  "the VPC's IPv6 block has no /64 left for these subnets, so they stay without IPv6. Give the VPC a further block " +
  "(network.vpc.additionalIpv6Cidrs), and name it here: ipv6Block.";

const HANDS_OUT_NONE =
  "As it is today: these subnets have IPv6 and give new hosts no address of it. Take the line out, in a change of its own, when they are to.";

function blocksOf({ vpc }: PlannedNetwork, members: readonly TierMember[]): Section<Tier> {
  return {
    ipv4Block: vpc.ipv4BlockOf(members[0]?.subnet.ipv4Cidr ?? "") ?? undefined,
    ipv4Cidrs: Object.fromEntries(
      members.map(({ letter, subnet }) => [letter, subnet.ipv4Cidr ?? undefined]),
    ),
  };
}

function settingsOf(member: TierMember | undefined): Section<Tier> {
  return member === undefined ? {} : write(subnetArguments, member.subnet);
}
