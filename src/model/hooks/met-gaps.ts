import type { BuiltInHookId, ProviderGap } from "../../aws/provider-gaps.ts";
import { needsSourceNatPrefix } from "../source-nat.ts";
import type { Network } from "../types/network.ts";

/** What decides whether a blueprint meets a gap: the network before its hooks are chosen. */
export type Hookable = Omit<Network, "hooks">;

type Meets = (network: Hookable, gap: ProviderGap) => boolean;

/** Whether a blueprint needs what a gap leaves unsaid, by the hook's id. */
export const meetsGap: Readonly<Record<BuiltInHookId, Meets>> = {
  "ecs-dual-stack-setting": ({ ecs, tiers }) =>
    ecs.services.some((service) =>
      tiers.some(({ name, addressing }) => addressing === "dual-stack" && service.tiers.includes(name)),
    ),
  "instance-connect-endpoint-address-type": ({ instanceConnectEndpoints }) =>
    instanceConnectEndpoints.some(({ ipAddressType }) => ipAddressType !== null),
  "nlb-ipv6-source-nat": ({ loadBalancers }) => loadBalancers.some(needsSourceNatPrefix),
  "target-group-ipv6": ({ targetGroups }, { condition }) =>
    targetGroups.some(
      ({ ipAddressType, targetType }) =>
        ipAddressType === "ipv6" && condition === `target_type = "${targetType}"`,
    ),
};
