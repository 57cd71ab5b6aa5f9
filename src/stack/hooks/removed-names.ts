import type { BuiltInHookId } from "../../aws/provider-gaps.ts";
import type { Network } from "../../model/types/network.ts";

/** What `terraform.removed` names for a hook, sorted. */
export function removedNames({ removedParts }: Network, hook: BuiltInHookId): readonly string[] {
  return removedParts.filter((one) => one.hook === hook).flatMap(({ names }) => names);
}
