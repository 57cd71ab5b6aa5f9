import { managedPolicyArn } from "../../aws/partitions.ts";
import { byText } from "../../base/compare-texts.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { sortedEntries } from "../context.ts";
import { awsNameOf, awsStackName, displayName, limitName } from "../names.ts";
import { slug, uniqueSlugs } from "../slug.ts";
import type { InstanceProfile, PolicyAttachment } from "../types/compute.ts";

/** Most characters in the name of an IAM role, which has the profile's name. */
const ROLE_NAME_LENGTH = 64;

/** The instance profiles with the ARNs of their policies, sorted by name. */
export function normaliseInstanceProfiles(blueprint: Blueprint): readonly InstanceProfile[] {
  return sortedEntries(blueprint.compute.instanceProfiles).map(([name, written]) => ({
    name,
    path: ["compute", "instanceProfiles", name],
    displayName: limitName(displayName(awsStackName(blueprint), awsNameOf(name, written)), ROLE_NAME_LENGTH),
    policies: policyAttachments(name, written.managedPolicies, blueprint.region),
    tags: written.tags,
  }));
}

/** The attachments of managed policies to a role, sorted by logical id: `<role>_<policy name>`. */
export function policyAttachments(
  role: string,
  policies: readonly string[],
  region: string,
): readonly PolicyAttachment[] {
  const arns = [...new Set(policies.map((policy) => arnOf(policy, region)))].sort();
  const ids = uniqueSlugs(arns, policyWord);
  return arns.map((arn) => ({ id: `${role}_${ids.get(arn)}`, arn })).sort(byText(({ id }) => id));
}

/** AWS's own policies are named without their ARN: `AmazonSSMManagedInstanceCore`. What stands for a reference is an ARN. */
function arnOf(policy: string, region: string): string {
  const isName = /^[\w+=,.@/-]+$/.test(policy);
  return isName ? managedPolicyArn(region, policy) : policy;
}

/** `AmazonSSMManagedInstanceCore` as `amazon-ssm-managed-instance-core`; the policy's path does not count. */
function policyWord(arn: string): string {
  const name = arn.slice(arn.lastIndexOf("/") + 1);
  return slug(name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").replace(/([A-Z])([A-Z][a-z])/g, "$1-$2"));
}
