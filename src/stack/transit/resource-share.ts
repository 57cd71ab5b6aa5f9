import { RamPrincipalAssociation } from "@cdktf/provider-aws/lib/ram-principal-association/index.js";
import { RamResourceAssociation } from "@cdktf/provider-aws/lib/ram-resource-association/index.js";
import { RamResourceShare } from "@cdktf/provider-aws/lib/ram-resource-share/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { ResourceShare } from "../../model/types/transit.ts";
import { withNameTag } from "../name-tag.ts";

/** Shares what has that ARN with the principals. */
export function addResourceShare(
  scope: Construct,
  name: string,
  { displayName, allowExternalPrincipals, principals }: ResourceShare,
  resourceArn: string,
): void {
  const { arn } = new RamResourceShare(scope, terraformAddress("aws_ram_resource_share", name), {
    name: displayName,
    allowExternalPrincipals,
    tags: withNameTag(displayName, {}),
  });
  new RamResourceAssociation(scope, terraformAddress("aws_ram_resource_association", name), {
    resourceArn,
    resourceShareArn: arn,
  });
  for (const { id, principal } of principals) {
    new RamPrincipalAssociation(scope, terraformAddress("aws_ram_principal_association", id), {
      principal,
      resourceShareArn: arn,
    });
  }
}
