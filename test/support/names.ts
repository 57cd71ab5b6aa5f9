import type { SecurityGroupName, TierName } from "../../src/model/types/shared.ts";

/** A tier's name, for a network that no blueprint was read for. */
export function tierName(text: string): TierName {
  return text as TierName;
}

/** A security group's name, for a network that no blueprint was read for. */
export function groupName(text: string): SecurityGroupName {
  return text as SecurityGroupName;
}
