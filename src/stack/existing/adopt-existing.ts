import type { Network } from "../../model/types/network.ts";
import { TerraformResource } from "../engine.ts";
import type { HextetStack } from "../hextet-stack.ts";
import { addedByAws } from "./added-by-aws.ts";
import { type ImportBlock, ImportBlocks } from "./import-blocks.ts";
import { importedArguments } from "./kept-arguments.ts";

/**
 * Takes over what was there before: an import block for each resource of the stack that the blueprint says is there
 * already. To be called when the stack is whole; what a later stage of the migration brings is not in it yet.
 */
export function adoptExisting(stack: HextetStack, network: Network): void {
  const { existing, migration } = network;
  const blocks: ImportBlock[] = [];
  for (const { address, id } of existing?.imports ?? []) {
    const resource = stack.node.tryFindChild(address);
    if (!(resource instanceof TerraformResource)) continue;
    keepArguments(resource, migration !== null);
    blocks.push({ to: address, id });
  }
  const added = addedByAws(stack, network);
  if (blocks.length + added.length > 0) new ImportBlocks(stack, [...blocks, ...added]);
}

/**
 * So that importing changes nothing. A resource that was there must not be replaced on the way, whatever the cause:
 * until the migration is over Terraform refuses a plan that would destroy it.
 */
function keepArguments(resource: TerraformResource, isMigrating: boolean): void {
  const kept = importedArguments[resource.terraformResourceType]?.kept ?? [];
  const { ignoreChanges: already = [], ...others } = resource.lifecycle ?? {};
  const ignoreChanges = already === "all" ? already : [...new Set([...already, ...kept])].sort();
  resource.lifecycle = {
    ...others,
    ...(ignoreChanges.length === 0 ? {} : { ignoreChanges }),
    ...(isMigrating ? { preventDestroy: true } : {}),
  };
}
