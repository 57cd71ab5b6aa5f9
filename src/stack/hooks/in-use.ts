import type { BuiltInHookId } from "../../aws/provider-gaps.ts";
import type { Network } from "../../model/types/network.ts";

/** True where the hook, not the provider's own argument, does the work. */
export function isHookInUse({ hooks }: Network, hook: BuiltInHookId): boolean {
  return hooks.some(({ id, state }) => id === hook && state === "hook");
}
