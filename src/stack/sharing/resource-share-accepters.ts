import { RamResourceShareAccepter } from "@cdktf/provider-aws/lib/ram-resource-share-accepter/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { ITerraformDependable } from "../engine.ts";

/** Accepts shares of other accounts; what uses them waits for it. */
export function addResourceShareAccepters(
  scope: Construct,
  { resourceShareAccepters }: Network,
): readonly ITerraformDependable[] {
  return resourceShareAccepters.map(
    ({ name, resourceShareArn }) =>
      new RamResourceShareAccepter(scope, terraformAddress("aws_ram_resource_share_accepter", name), {
        shareArn: resourceShareArn,
      }),
  );
}
