import { keptThings } from "../../aws/kept-things.ts";
import { unprotectedAddresses } from "../../model/databases/unprotected-addresses.ts";
import type { Network } from "../../model/types/network.ts";
import { TerraformResource } from "../engine.ts";
import type { HextetStack } from "../hextet-stack.ts";

/** Makes Terraform refuse to destroy or replace what is protected by default. To be called when the stack is whole. */
export function protectResources(stack: HextetStack, network: Network): void {
  const open = unprotectedAddresses(network);
  for (const resource of stack.node.children) {
    // Not instanceof: a resource of another copy of CDKTF is one too.
    if (!TerraformResource.isTerraformResource(resource)) continue;
    if (keptThings[resource.terraformResourceType]?.isProtected !== true || open.has(resource.node.id))
      continue;
    resource.lifecycle = { ...resource.lifecycle, preventDestroy: true };
  }
}
