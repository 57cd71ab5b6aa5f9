import type { BuiltInHookId } from "../../aws/provider-gaps.ts";
import { needsSourceNatPrefix } from "../load-balancing/source-nat.ts";
import type { Network } from "../types/network.ts";

/** What decides which gaps a blueprint meets: the network before its hooks are chosen. */
export type Hookable = Omit<Network, "hooks" | "removedParts">;

/** An entity that needs what a gap leaves unsaid. */
export interface PartInNeed {
  readonly name: string;
  /** The gap's condition. */
  readonly condition: string | null;
}

type Needing = (network: Hookable) => readonly PartInNeed[];

/** The entities that meet a hook's gaps, by the hook's id. */
export const partsInNeed: Readonly<Record<BuiltInHookId, Needing>> = {
  "ecs-dual-stack-setting": ({ ecs, tiers }) => {
    const dualStack = tiers.filter(({ addressing }) => addressing === "dual-stack").map(({ name }) => name);
    return ecs.services
      .filter((service) => service.tiers.some((tier) => dualStack.includes(tier)))
      .map(({ name }) => ({ name, condition: 'name = "dualStackIPv6"' }));
  },
  "instance-connect-endpoint-address-type": ({ instanceConnectEndpoints }) =>
    instanceConnectEndpoints
      .filter(({ ipAddressType }) => ipAddressType !== null)
      .map(({ name }) => ({ name, condition: null })),
  "nlb-ipv6-source-nat": ({ loadBalancers }) =>
    loadBalancers.filter(needsSourceNatPrefix).map(({ name }) => ({ name, condition: null })),
  "target-group-ipv6": ({ targetGroups }) =>
    targetGroups
      .filter(({ ipAddressType }) => ipAddressType === "ipv6")
      .map(({ name, targetType }) => ({ name, condition: `target_type = "${targetType}"` })),
};
