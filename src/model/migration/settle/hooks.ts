import { builtInHooks } from "../../../aws/provider-gaps.ts";
import { meetsGap } from "../../hooks/met-gaps.ts";
import type { HookChoice } from "../../types/hooks.ts";
import type { Network } from "../../types/network.ts";
import { unusedHook } from "../unused-hook.ts";

/** Provider hooks are in use where the network needs them. */
export function settleHooks(network: Network): Network {
  return {
    ...network,
    hooks: network.hooks.map((choice) => (isNeeded(choice, network) ? choice : unusedHook(choice))),
  };
}

/** Of the user's own hooks only they know. */
function isNeeded({ id }: HookChoice, network: Network): boolean {
  const hook = builtInHooks.find((candidate) => candidate.id === id);
  return hook === undefined || hook.gaps.some((gap) => meetsGap[hook.id](network, gap));
}
