import { ANY_IPV4, ANY_IPV6, NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import { knownCidr } from "../addressing/cidr.ts";
import type { TierTarget } from "../load-balancing/route-targets.ts";
import type { NatGateway } from "../types/routing.ts";
import { hasFamily, type Tier } from "../types/subnets.ts";
import type { TierInspection } from "./inspection-of.ts";
import { nat64TargetOf } from "./nat64-instances.ts";
import type { TierRoute } from "./written-routes.ts";

/** What derived routes lead to. */
interface Leading {
  readonly natGateways: readonly NatGateway[];
  readonly inspection: TierInspection | null;
}

/** Where a derived route leads, and the key of the tier that says so. */
interface Led {
  readonly target: TierTarget;
  readonly key: "internet" | "inspection" | "natGateway" | "nat64" | "nat64Instances";
}

/** What a tier's keys ask for, in the families of all tiers that share its table. */
export function derivedRoutes(
  tier: Tier,
  sharers: readonly Tier[],
  { natGateways, inspection }: Leading,
): readonly TierRoute[] {
  const has = (family: AddressFamily) => sharers.some(({ addressing }) => hasFamily(addressing, family));
  const gateway = natGateways.find((candidate) => candidate.name === tier.natGateway) ?? null;
  const nat = (key: Led["key"]): Led | null =>
    gateway === null ? null : { target: { kind: "nat-gateway", gateway }, key };
  const ipv4 = tier.internet === "public" ? throughInternet(tier, inspection) : nat("natGateway");
  const letters = [...new Set(sharers.flatMap(({ subnets }) => subnets.map(({ zone }) => zone.letter)))];
  const instances = nat64TargetOf(tier.nat64Instances, letters);
  const translated =
    instances === null ? nat("nat64") : { target: instances, key: "nat64Instances" as const };
  return [
    ...(has("ipv6") ? routeTo(tier, "default-ipv6", ANY_IPV6, throughInternet(tier, inspection)) : []),
    ...(has("ipv4") ? routeTo(tier, "default-ipv4", ANY_IPV4, ipv4) : []),
    ...(tier.nat64 ? routeTo(tier, "nat64", NAT64_PREFIX, translated) : []),
  ];
}

/** The way to the internet without translation; what inspects the tier stands before it. */
function throughInternet({ internet }: Tier, inspection: TierInspection | null): Led | null {
  if (internet === "none") return null;
  if (inspection !== null) return { target: inspection.target, key: "inspection" };
  const kind = internet === "public" ? "internet-gateway" : "egress-only-internet-gateway";
  return { target: { kind }, key: "internet" };
}

function routeTo(tier: Tier, name: string, text: string, led: Led | null): readonly TierRoute[] {
  if (led === null) return [];
  const { target, key } = led;
  return [{ name, path: [...tier.path, key], destination: knownCidr(text), target, derived: true }];
}
