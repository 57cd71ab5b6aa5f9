import { invariant } from "../../base/invariant.ts";
import { importableAddresses } from "../../model/migration/importable/importable.ts";
import { unsettledArguments } from "../../model/migration/unsettled-arguments.ts";
import { type ExistingResource, STAGES } from "../../model/types/migration.ts";
import type { Network } from "../../model/types/network.ts";
import { TerraformResource } from "../engine.ts";
import type { HextetStack } from "../hextet-stack.ts";
import { addedByAws } from "./added-by-aws.ts";
import { type ImportBlock, ImportBlocks } from "./import-blocks.ts";
import { keptArgumentsOf } from "./kept-arguments-of.ts";

/**
 * Takes over what was there before: an import block for each resource of the stack that the blueprint says is there
 * already. To be called when the stack is whole; what a later stage of the migration brings is not in it yet. Throws
 * where any other entry meets no resource: an apply would make what is there a second time.
 */
export function adoptExisting(stack: HextetStack, network: Network): void {
  const entries = network.existing === null ? [] : network.existing.imports;
  const blocks = entries
    .filter(({ address }) => stack.node.tryFindChild(address) !== undefined || !comesLater(network, address))
    .map((entry) => adopt(stack, network, entry));
  const added = addedByAws(stack, network);
  if (blocks.length + added.length > 0) new ImportBlocks(stack, [...blocks, ...added]);
}

/** True for what a migration that is under way has not come to. */
function comesLater(network: Network, address: string): boolean {
  const { migration } = network;
  if (migration === null || migration.stage === STAGES.at(-1)) return false;
  return !importableAddresses(network).includes(address);
}

function adopt(
  stack: HextetStack,
  { migration, terraform }: Network,
  { address, id }: ExistingResource,
): ImportBlock {
  const resource = stack.node.tryFindChild(address);
  // Not instanceof: a resource of another copy of CDKTF is one too.
  invariant(TerraformResource.isTerraformResource(resource), `the import of ${address} meets no resource`);
  const type = resource.terraformResourceType;
  const kept = keptArgumentsOf(type, terraform.awsProviderVersion);
  keepArguments(resource, [...kept, ...unsettledArguments(migration, type)], migration !== null);
  return { to: address, id };
}

/**
 * So that importing changes nothing. A resource that was there must not be replaced on the way, whatever the cause:
 * until the migration is over Terraform refuses a plan that would destroy it.
 */
function keepArguments(resource: TerraformResource, kept: readonly string[], isMigrating: boolean): void {
  const { ignoreChanges: already = [], ...others } = resource.lifecycle ?? {};
  const ignoreChanges = already === "all" ? already : [...new Set([...already, ...kept])].sort();
  resource.lifecycle = {
    ...others,
    ...(ignoreChanges.length === 0 ? {} : { ignoreChanges }),
    ...(isMigrating ? { preventDestroy: true } : {}),
  };
}
