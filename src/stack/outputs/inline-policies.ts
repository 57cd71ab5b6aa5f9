import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import type { Construct } from "constructs";
import { invariant } from "../../base/invariant.ts";
import { policyDocument } from "../../model/compute/policy-document.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { PolicyResource } from "../../model/types/inline-policies.ts";
import type { Network } from "../../model/types/network.ts";
import { attributeAt } from "./attribute-at.ts";
import type { NeededByOutputs } from "./needed-by-outputs.ts";
import { showNamed } from "./show-named.ts";

/** Adds the roles' own policies, once everything that they may be about is there. */
export function addInlinePolicies(scope: Construct, network: Network, made: NeededByOutputs): void {
  const textOf = (resource: PolicyResource) => shown(scope, network, made, resource);
  for (const policy of network.inlinePolicies) {
    const { id, displayName, role } = policy;
    new IamRolePolicy(scope, terraformAddress("aws_iam_role_policy", id), {
      name: displayName,
      role: attributeAt(scope, terraformAddress("aws_iam_role", role), "name"),
      policy: JSON.stringify(policyDocument(policy, textOf)),
      // No createBeforeDestroy: Terraform would make the successors of all that it is about first, under names in use.
    });
  }
}

function shown(scope: Construct, network: Network, made: NeededByOutputs, resource: PolicyResource): string {
  if (resource.kind === "text") return resource.text;
  const { output, name, suffix } = resource;
  const arn = showNamed(output, { scope, made, network, name });
  invariant(typeof arn === "string", `${output} is no single ARN`);
  return `${arn}${suffix}`;
}
