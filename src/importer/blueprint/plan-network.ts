import { ANY_IPV4 } from "../../aws/well-known-prefixes.ts";
import type { Draft } from "./draft.ts";
import { nameIn } from "./known.ts";
import { inNameOrder } from "./names.ts";
import { planSlots, type SlotPlan } from "./plan-slots.ts";
import { planTiers } from "./plan-tiers.ts";
import { memberOf, type NatPlan, type TierPlan } from "./tier-plan.ts";
import { planVpc, subnetBits, type VpcPlan } from "./vpc-section.ts";

/** The ground that all sections stand on: names of tiers and gateways, zones and slots. */
export interface PlannedNetwork extends SlotPlan {
  readonly vpc: VpcPlan;
  readonly tiers: readonly TierPlan[];
  readonly nats: readonly NatPlan[];
  /** Letters, sorted. */
  readonly zones: readonly string[];
  /** The name of the NAT gateway to which the tier's IPv4 default route leads. */
  readonly natOf: (tier: TierPlan) => string | null;
  /** The name of the NAT gateway with the id. */
  readonly natNamed: (id: string) => string | null;
}

/** Gives names to the tiers and NAT gateways, and places to the tiers. */
export function planNetwork(draft: Draft): PlannedNetwork {
  const vpc = planVpc(draft);
  const { tiers, isZonal } = planTiers(draft);
  const nats = planNats(draft, tiers, isZonal);
  const letters = tiers.flatMap(({ members }) => members.map(({ letter }) => letter));
  const natNamed = (id: string) =>
    nats.find(({ gateways }) => gateways.some((gateway) => gateway.id === id))?.name ?? null;
  return {
    ...planSlots(tiers, vpc.ipv6, subnetBits(vpc.ipv6)),
    vpc,
    tiers,
    nats,
    zones: [...new Set(letters)].sort(),
    natNamed,
    natOf: ({ members }) => {
      const routes = members[0]?.table.routes ?? [];
      return natNamed(routes.find(({ destination }) => destination === ANY_IPV4)?.target ?? "");
    },
  };
}

function planNats(draft: Draft, tiers: readonly TierPlan[], isZonal: boolean): readonly NatPlan[] {
  const name = nameIn(draft, "aws_nat_gateway", "network", "natGateways");
  const standing = inNameOrder(draft.inventory.natGateways).filter(
    ({ id, subnetId, isPublic, allocationId }) => {
      if (memberOf(tiers, subnetId) !== null) return true;
      const why =
        subnetId === ""
          ? "regional: write it by hand, with availabilityMode: regional"
          : `stands in subnet ${subnetId}, which is left out`;
      const address = isPublic && allocationId !== null ? `; Elastic IP ${allocationId} is its own` : "";
      draft.leaveOut({ kind: "NAT gateway", id, detail: `${why}${address}` });
      return false;
    },
  );
  const zonal = isZonal ? standing.filter(({ isPublic }) => isPublic) : [];
  const single = standing.filter((gateway) => !zonal.includes(gateway));
  const plans =
    zonal.length === 0 ? [] : [{ name: name(zonal[0]?.id ?? "", "nat"), perZone: true, gateways: zonal }];
  return [
    ...plans,
    ...single.map((gateway) => ({
      name: name(gateway.id, gateway.name, "nat"),
      perZone: false,
      gateways: [gateway],
    })),
  ];
}
