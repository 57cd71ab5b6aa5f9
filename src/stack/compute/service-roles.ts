import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { ServiceRole } from "../../model/types/service-roles.ts";
import type { ITerraformDependable } from "../engine.ts";
import { withNameTag } from "../name-tag.ts";

/** A role, and what attaches its policies: whoever assumes it needs both. */
export interface ServiceRoleMade {
  readonly role: IamRole;
  readonly attachments: readonly ITerraformDependable[];
}

/**
 * Adds a role that its service, and nobody else, may assume; `condition` narrows that further. EKS Pod Identity does more
 * with a role than assume it.
 */
export function addServiceRole(
  scope: Construct,
  model: ServiceRole,
  condition?: object,
  actions: string | readonly string[] = "sts:AssumeRole",
): ServiceRoleMade {
  return addRole(scope, model, {
    Effect: "Allow",
    Principal: { Service: model.service },
    Action: actions,
    ...(condition === undefined ? {} : { Condition: condition }),
  });
}

/** Adds a role with its policies that whoever fits the statement may assume. */
export function addRole(scope: Construct, model: ServiceRole, trust: object): ServiceRoleMade {
  const { id, displayName, namePrefix, policies, tags } = model;
  const role = new IamRole(scope, terraformAddress("aws_iam_role", id), {
    namePrefix,
    assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
    tags: withNameTag(displayName, tags),
  });
  const attachments = policies.map(
    (policy) =>
      new IamRolePolicyAttachment(scope, terraformAddress("aws_iam_role_policy_attachment", policy.id), {
        role: role.name,
        policyArn: policy.arn,
      }),
  );
  return { role, attachments };
}
