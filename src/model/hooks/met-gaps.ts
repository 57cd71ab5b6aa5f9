import type { BuiltInHookId, ProviderGap } from "../../aws/provider-gaps.ts";
import type { Network } from "../types/network.ts";

/** What decides whether a blueprint meets a gap: the network before its hooks are chosen. */
export type Hookable = Omit<Network, "hooks">;

type Meets = (network: Hookable, gap: ProviderGap) => boolean;

/** Whether a blueprint needs what a gap leaves unsaid, by the hook's id. */
export const meetsGap: Readonly<Record<BuiltInHookId, Meets>> = {
  "ecs-dual-stack-setting": () => false,
  "instance-connect-endpoint-address-type": () => false,
  "nlb-ipv6-source-nat": () => false,
  "target-group-ipv6": ({ targetGroups }, { condition }) =>
    targetGroups.some(
      ({ ipAddressType, targetType }) =>
        ipAddressType === "ipv6" && condition === `target_type = "${targetType}"`,
    ),
};
