import type { LoadBalancer } from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { write } from "../fields/field.ts";
import {
  applicationBalancerArguments,
  loadBalancerArguments,
  networkBalancerArguments,
} from "../fields/load-balancer.ts";
import type { FoundLoadBalancer } from "../types/balancing.ts";
import type { Draft } from "./draft.ts";
import { nameIn } from "./known.ts";
import { isSayable, writeListeners } from "./listeners-section.ts";
import { inNameOrder } from "./names.ts";
import { compact, type Section, type Sections } from "./section.ts";
import type { GroupNames } from "./security-groups-section.ts";
import { type TierPlan, wholeTiers } from "./tier-plan.ts";

/** What load balancers refer to. */
export interface BalancerNames {
  readonly tiers: readonly TierPlan[];
  readonly groups: GroupNames;
  /** Names of target groups by ARN. */
  readonly targetGroups: ReadonlyMap<string, string>;
}

/** Writes `loadBalancers`: application and network balancers as they are, dual-stack. */
export function writeLoadBalancers(draft: Draft, names: BalancerNames): Sections<LoadBalancer> {
  const name = nameIn(draft, "aws_lb", "loadBalancers");
  return Object.fromEntries(
    inNameOrder(draft.inventory.loadBalancers).flatMap((balancer): [string, Section<LoadBalancer>][] => {
      const reason = refusal(names, balancer);
      if (reason !== null) {
        draft.leaveOut({ kind: "load balancer", id: balancer.id, detail: reason });
        return [];
      }
      const own = name(balancer.id, balancer.name, "balancer");
      draft.importAs(terraformAddress("aws_lb", own), balancer.id);
      return [[own, writeBalancer(draft, names, own, balancer)]];
    }),
  );
}

function refusal(names: BalancerNames, balancer: FoundLoadBalancer): string | null {
  const { type, subnetIds, securityGroupIds, listeners } = balancer;
  if (type !== "application" && type !== "network") return `of type ${type}`;
  if (wholeTiers(names.tiers, subnetIds) === null) return "it stands in subnets that are left out";
  if (securityGroupIds.some((id) => !names.groups.has(id))) return "its security groups were not all found";
  if (listeners.length === 0) return "it has no listener";
  return listeners.some((one) => isSayable(names.targetGroups, one))
    ? null
    : "none of its listeners can be said";
}

function writeBalancer(
  draft: Draft,
  names: BalancerNames,
  name: string,
  balancer: FoundLoadBalancer,
): Section<LoadBalancer> {
  const { type, listeners, isInternal, securityGroupIds } = balancer;
  const hasUdp = listeners.some(({ protocol }) => protocol.includes("UDP"));
  if (hasUdp) {
    const text = "it has UDP listeners, so IPv4 stays; see hextet explain udp-on-dualstack-network-balancer.";
    draft.leaveToOwner({ path: ["loadBalancers", name], kind: "UDP of a load balancer", text });
  }
  return compact<LoadBalancer>({
    type,
    ipAddressType: hasUdp ? "ipv4" : "dualstack",
    scheme: isInternal ? "internal" : "internet-facing",
    subnets: wholeTiers(names.tiers, balancer.subnetIds) ?? [],
    securityGroups: securityGroupIds.flatMap((id) => names.groups.get(id) ?? []).sort(),
    ...write(loadBalancerArguments, balancer),
    ...write(type === "network" ? networkBalancerArguments : applicationBalancerArguments, balancer),
    listeners: writeListeners(draft, names.targetGroups, name, balancer),
  });
}
