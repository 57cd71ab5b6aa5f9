import { VpcBlockPublicAccessExclusion } from "@cdktf/provider-aws/lib/vpc-block-public-access-exclusion/index.js";
import { VpcBlockPublicAccessOptions } from "@cdktf/provider-aws/lib/vpc-block-public-access-options/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { ITerraformDependable } from "../engine.ts";
import { withNameTag } from "../name-tag.ts";
import { type Made, resourceFor, type SubnetMade, type VpcMade } from "../resources.ts";
import { waitFor } from "../wait-for.ts";

interface BlockNeeds extends Pick<VpcMade, "vpc"> {
  readonly subnets: Made<SubnetMade>;
}

/** Sets the mode of the account in the region where the blueprint says so, and makes the exclusions. */
export function addBlockPublicAccess(
  scope: Construct,
  { blockPublicAccess }: Network,
  { vpc, subnets }: BlockNeeds,
): void {
  if (blockPublicAccess === null) return;
  const made: ITerraformDependable[] = [];
  for (const { displayName, mode, scopes, tags } of blockPublicAccess.exclusions) {
    for (const { id, subnet } of scopes) {
      const exclusion = new VpcBlockPublicAccessExclusion(
        scope,
        terraformAddress("aws_vpc_block_public_access_exclusion", id),
        {
          ...(subnet === null ? { vpcId: vpc.id } : { subnetId: resourceFor(subnets, subnet).id }),
          internetGatewayExclusionMode: mode,
          tags: withNameTag(displayName, tags),
        },
      );
      made.push(exclusion);
    }
  }
  if (!blockPublicAccess.isSetHere) return;
  // The exclusions come first, so that what they let through is never blocked in between.
  new VpcBlockPublicAccessOptions(scope, "aws_vpc_block_public_access_options.main", {
    internetGatewayBlockMode: blockPublicAccess.mode,
    ...waitFor(made),
  });
}
