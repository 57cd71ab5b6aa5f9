import { builtInHooks } from "../../aws/provider-gaps.ts";
import type { HookChoice } from "../types/hooks.ts";
import type { Network } from "../types/network.ts";
import { unusedHook } from "./unused-hook.ts";

const BUILT_IN = new Set<string>(builtInHooks.map(({ id }) => id));

/** The choices of hooks with those unused that a project brings itself. */
export function withUserHooksUnused(hooks: readonly HookChoice[]): readonly HookChoice[] {
  return hooks.map((choice) => (BUILT_IN.has(choice.id) ? choice : unusedHook(choice)));
}

/** The network without a project's own hooks, and the ids of those that it would have used. */
export function withoutUserHooks(network: Network): {
  readonly network: Network;
  readonly without: readonly string[];
} {
  const { hooks, removedParts } = network;
  return {
    network: {
      ...network,
      hooks: withUserHooksUnused(hooks),
      removedParts: removedParts.filter(({ hook }) => BUILT_IN.has(hook)),
    },
    without: hooks.filter(({ id, state }) => !BUILT_IN.has(id) && state === "hook").map(({ id }) => id),
  };
}
