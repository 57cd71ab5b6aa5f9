import type { Construct } from "constructs";
import { invariant } from "../../base/invariant.ts";
import type { TerraformAddress } from "../../model/types/shared.ts";
import { TerraformResource, Token } from "../engine.ts";

/**
 * Reference to an attribute of a resource of the stack, by its Terraform address; throws when the stack does not make
 * the resource. The attribute is written as Terraform does: `identity[0].oidc[0].issuer`.
 */
export function attributeAt(scope: Construct, address: TerraformAddress, attribute: string): string {
  return Token.asString(interpolationAt(scope, address, attribute));
}

/** The same, of an attribute that is a list. */
export function listAttributeAt(scope: Construct, address: TerraformAddress, attribute: string): string[] {
  return Token.asList(interpolationAt(scope, address, attribute));
}

function interpolationAt(scope: Construct, address: TerraformAddress, attribute: string) {
  const made = scope.node.tryFindChild(address);
  invariant(TerraformResource.isTerraformResource(made), `nothing was made at ${address}`);
  return made.interpolationForAttribute(attribute);
}
