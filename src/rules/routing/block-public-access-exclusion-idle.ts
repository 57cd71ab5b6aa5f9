import { publicAccessFacts } from "../../aws/facts/public-access.ts";
import type { Path } from "../../base/path.ts";
import { routesByTier } from "../../model/routing/route-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { BlockPublicAccess, PublicAccessExclusion } from "../../model/types/public-access.ts";
import type { Report, Rule } from "../rule.ts";

/** Exclusions exclude something. */
export const blockPublicAccessExclusionIdle: Rule<"block-public-access-exclusion-idle"> = {
  id: "block-public-access-exclusion-idle",
  severity: "warning",
  title: "An exclusion from VPC Block Public Access lets something pass.",
  why: "AWS ignores allow-egress unless the mode is block-bidirectional: under block-ingress NAT gateways and egress-only internet gateways reach the internet anyway, and nothing else does. An exclusion of the VPC is one of all its subnets. A subnet without a route to an internet gateway has nothing to exclude: its NAT gateway's subnet counts.",
  sources: [
    publicAccessFacts.egressExclusionNeedsBidirectional,
    publicAccessFacts.exclusionModes,
    publicAccessFacts.excludedSubnetMeetsTheGateway,
  ],
  check(network, report) {
    const { blockPublicAccess } = network;
    if (blockPublicAccess === null) return;
    for (const exclusion of blockPublicAccess.exclusions) {
      const { name, path, mode, tiers } = exclusion;
      if (mode === "allow-egress" && blockPublicAccess.mode === "block-ingress") {
        const message = `exclusion "${name}" does nothing: AWS ignores allow-egress under block-ingress`;
        report(
          [...path, "internetGatewayExclusionMode"],
          message,
          "write allow-bidirectional, or take it out",
        );
        continue;
      }
      for (const [index, tier] of (tiers ?? []).entries()) {
        checkTier(network, { exclusion, tier, path: [...path, "subnets", index] }, report);
      }
    }
  },
};

interface Excluded {
  readonly exclusion: PublicAccessExclusion;
  readonly tier: string;
  readonly path: Path;
}

function checkTier(network: Network, { exclusion, tier, path }: Excluded, report: Report): void {
  const other = otherOf(network.blockPublicAccess, exclusion, tier);
  if (other !== null) {
    const what = other.tiers === null ? "the whole VPC" : `tier "${tier}"`;
    const message = `exclusion "${other.name}" excludes ${what} already`;
    const isSame = other.mode === exclusion.mode;
    const doubt = isSame ? "" : `, by another mode (${other.mode}): AWS does not say which holds`;
    report(path, `${message}${doubt}`, "keep one of the two");
    return;
  }
  const own = routesByTier(network).find((one) => one.tier.name === tier);
  if (own === undefined || !own.isComplete || own.routes.some(({ target }) => meetsTheInternet(target.kind)))
    return;
  const message = `tier "${tier}" has no route to an internet gateway: there is nothing to exclude`;
  report(path, message, "exclude the tier of its NAT gateway, or take it out");
}

/** The one that stands before it, or that is of the whole VPC. */
function otherOf(
  blockPublicAccess: BlockPublicAccess | null,
  { name }: PublicAccessExclusion,
  tier: string,
): PublicAccessExclusion | null {
  const others = (blockPublicAccess?.exclusions ?? []).filter((one) => one.name !== name);
  const whole = others.find(({ tiers }) => tiers === null);
  const before = others.find((one) => one.name < name && one.tiers?.some((other) => other === tier));
  return whole ?? before ?? null;
}

const GATEWAYS = ["internet-gateway", "egress-only-internet-gateway"];

function meetsTheInternet(kind: string): boolean {
  return GATEWAYS.includes(kind);
}
