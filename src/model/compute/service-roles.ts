import type { ServiceRole } from "../types/service-roles.ts";
import { policyAttachments } from "./instance-profiles.ts";

/** A role without the ARNs of its policies. */
export interface DescribedRole extends Omit<ServiceRole, "policies"> {
  /** Names of AWS's managed policies, or ARNs. */
  readonly managedPolicies: readonly string[];
}

/** The role with its policies' ARNs in the partition of the region. */
export function serviceRole({ managedPolicies, ...role }: DescribedRole, region: string): ServiceRole {
  return { ...role, policies: policyAttachments(role.id, managedPolicies, region) };
}
