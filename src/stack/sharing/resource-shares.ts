import { RamPrincipalAssociation } from "@cdktf/provider-aws/lib/ram-principal-association/index.js";
import { RamResourceAssociation } from "@cdktf/provider-aws/lib/ram-resource-association/index.js";
import { RamResourceShare } from "@cdktf/provider-aws/lib/ram-resource-share/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";
import { attributeAt } from "../outputs/attribute-at.ts";

/** Makes the resource shares, once everything that they hand out is there. */
export function addResourceShares(scope: Construct, { resourceShares }: Network): void {
  for (const { name, displayName, allowExternalPrincipals, principals, resources, tags } of resourceShares) {
    const share = new RamResourceShare(scope, terraformAddress("aws_ram_resource_share", name), {
      name: displayName,
      allowExternalPrincipals,
      tags: withNameTag(displayName, tags),
    });
    const resourceShareArn = share.arn;
    for (const { id, principal } of principals)
      new RamPrincipalAssociation(scope, terraformAddress("aws_ram_principal_association", id), {
        principal,
        resourceShareArn,
      });
    for (const { id, address } of resources)
      new RamResourceAssociation(scope, terraformAddress("aws_ram_resource_association", id), {
        resourceArn: attributeAt(scope, address, "arn"),
        resourceShareArn,
      });
  }
}
