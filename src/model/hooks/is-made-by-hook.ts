import type { BuiltInHookId } from "../../aws/provider-gaps.ts";
import type { Network } from "../types/network.ts";

/** True for an entity that the hook, not the provider's own argument, does. */
export function isMadeByHook({ hooks }: Pick<Network, "hooks">, hook: BuiltInHookId, name: string): boolean {
  return hooks.some(({ id, parts }) => id === hook && parts.includes(name));
}
