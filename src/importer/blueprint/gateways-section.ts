import type { NatGateway } from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { FoundNatGateway } from "../types/inventory.ts";
import type { Draft } from "./draft.ts";
import type { PlannedNetwork } from "./plan-network.ts";
import { compact, type Section, type Sections } from "./section.ts";
import { internetOf, memberOf, type NatPlan } from "./tier-plan.ts";

/** Writes `network.natGateways`, and takes over the VPC's gateways that the network uses. */
export function writeGateways(draft: Draft, network: PlannedNetwork): Sections<NatGateway> {
  takeInternetGateway(draft, network);
  takeEgressOnlyGateway(draft, network);
  return Object.fromEntries(network.nats.map((nat) => [nat.name, writeNat(draft, network, nat)]));
}

function takeInternetGateway(draft: Draft, { tiers, nats }: PlannedNetwork): void {
  const routes = tiers.flatMap(({ members }) => members.flatMap(({ table }) => table.routes));
  const isUsed =
    routes.some(({ target }) => target?.startsWith("igw-")) ||
    nats.some(({ gateways }) => gateways.some((one) => one.isPublic));
  for (const { id } of draft.inventory.internetGateways) {
    if (isUsed) draft.importAs("aws_internet_gateway.main", id);
    else draft.leaveOut({ kind: "internet gateway", id, detail: "no route leads to it" });
  }
}

/** Private tiers get one in any case, and use the one that is there. */
function takeEgressOnlyGateway(draft: Draft, { tiers }: PlannedNetwork): void {
  const isUsed = tiers.some((tier) => internetOf(tier) === "egress-only");
  draft.inventory.egressOnlyInternetGateways.forEach(({ id }, index) => {
    if (isUsed && index === 0) draft.importAs("aws_egress_only_internet_gateway.main", id);
    else draft.leaveOut({ kind: "egress-only internet gateway", id, detail: "no private tier needs it" });
  });
}

function writeNat(
  draft: Draft,
  { tiers }: PlannedNetwork,
  { name, perZone, gateways }: NatPlan,
): Section<NatGateway> {
  const standing = gateways.map((gateway) => ({ gateway, home: memberOf(tiers, gateway.subnetId) }));
  for (const { gateway, home } of standing) {
    takeNat(draft, gateway, perZone ? `${name}_${home?.member.letter}` : name);
  }
  const [first] = standing;
  return compact<NatGateway>({
    subnet: first?.home?.tier.name,
    perZone: perZone || undefined,
    zone: perZone ? undefined : first?.home?.member.letter,
    connectivityType: first?.gateway.isPublic === false ? "private" : undefined,
  });
}

function takeNat(draft: Draft, gateway: FoundNatGateway, id: string): void {
  draft.importAs(terraformAddress("aws_nat_gateway", id), gateway.id);
  if (gateway.isPublic) draft.importAs(terraformAddress("aws_eip", id), gateway.allocationId);
  if (gateway.secondaryAddresses === 0) return;
  const detail = `${gateway.secondaryAddresses} addresses beside the first: a blueprint has no word for them`;
  draft.leaveOut({ kind: "secondary addresses of NAT gateway", id: gateway.id, detail });
}
