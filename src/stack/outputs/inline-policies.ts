import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import type { Construct } from "constructs";
import { invariant } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { PolicyResource, PolicyStatement } from "../../model/types/inline-policies.ts";
import type { Network } from "../../model/types/network.ts";
import { omitNull } from "../omit-null.ts";
import { attributeAt } from "./attribute-at.ts";
import type { NeededByOutputs } from "./needed-by-outputs.ts";
import { showNamed } from "./show-named.ts";

/** Adds the roles' own policies, once everything that they may be about is there. */
export function addInlinePolicies(scope: Construct, network: Network, made: NeededByOutputs): void {
  const textOf = (resource: PolicyResource) => shown(scope, network, made, resource);
  for (const { id, displayName, role, version, statements } of network.inlinePolicies) {
    const Statement = statements.map((statement) => statementOf(statement, textOf));
    new IamRolePolicy(scope, terraformAddress("aws_iam_role_policy", id), {
      name: displayName,
      role: attributeAt(scope, terraformAddress("aws_iam_role", role), "name"),
      policy: JSON.stringify({ Version: version, Statement }),
      // No createBeforeDestroy: Terraform would make the successors of all that it is about first, under names in use.
    });
  }
}

function statementOf(statement: PolicyStatement, textOf: (resource: PolicyResource) => string): object {
  const { sid, effect, actions, notActions, resources, notResources, conditions } = statement;
  return {
    ...omitNull({ Sid: sid }),
    Effect: effect,
    ...omitNull({
      Action: actions,
      NotAction: notActions,
      Resource: resources?.map(textOf) ?? null,
      NotResource: notResources?.map(textOf) ?? null,
    }),
    ...(Object.keys(conditions).length === 0 ? {} : { Condition: conditions }),
  };
}

function shown(scope: Construct, network: Network, made: NeededByOutputs, resource: PolicyResource): string {
  if (resource.kind === "text") return resource.text;
  const { output, name, suffix } = resource;
  const arn = showNamed(output, { scope, made, network, name });
  invariant(typeof arn === "string", `${output} is no single ARN`);
  return `${arn}${suffix}`;
}
