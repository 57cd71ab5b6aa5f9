import type { Tier } from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { write } from "../fields/field.ts";
import { subnetArguments } from "../fields/subnet.ts";
import type { Draft } from "./draft.ts";
import type { PlannedNetwork } from "./plan-network.ts";
import { compact, type Section, type Sections } from "./section.ts";
import { internetOf, type TierMember, type TierPlan } from "./tier-plan.ts";

/** Writes `network.subnets`: the tiers dual-stack, with the ways in and out that their IPv4 has. */
export function writeSubnets(draft: Draft, network: PlannedNetwork): Sections<Tier> {
  return Object.fromEntries(network.tiers.map((tier) => [tier.name, writeTier(draft, network, tier)]));
}

function writeTier(draft: Draft, network: PlannedNetwork, tier: TierPlan): Section<Tier> {
  const { name, members, sharesTableOf } = tier;
  const [first] = members;
  const slot = network.slots.get(name);
  const isOutside = network.outsidePlan.includes(name);
  for (const { id, subnet } of members) {
    if (isOutside || !network.vpc.isImported) draft.referTo(terraformAddress("aws_subnet", id), subnet.id);
    else draft.importAs(terraformAddress("aws_subnet", id), subnet.id);
  }
  if (isOutside) draft.remark(pathOf(name), OUTSIDE_PLAN);
  const zones = members.map(({ letter }) => letter);
  const nat = network.natOf(tier);
  return compact<Tier>({
    addressing: "dual-stack",
    internet: internetOf(tier),
    natGateway: sharesTableOf === null ? (nat ?? undefined) : undefined,
    routeTable: sharesTableOf ?? undefined,
    availabilityZones: zones.length === network.zones.length ? undefined : zones,
    slot,
    ipv4Block: network.vpc.ipv4BlockOf(first?.subnet.ipv4Cidr ?? "") ?? undefined,
    ipv4Cidrs: Object.fromEntries(
      members.map(({ letter, subnet }) => [letter, subnet.ipv4Cidr ?? undefined]),
    ),
    ipv6Numbers: network.numbers.get(name),
    ...settingsOf(first),
  });
}

const OUTSIDE_PLAN =
  "TODO: an IPv6 block of these subnets is no /64 of the VPC's, so the subnets are only referred to.";

function pathOf(tier: string) {
  return ["network", "subnets", tier];
}

function settingsOf(member: TierMember | undefined): Section<Tier> {
  return member === undefined ? {} : write(subnetArguments, member.subnet);
}
