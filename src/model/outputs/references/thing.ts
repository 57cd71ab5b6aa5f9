import type { Network } from "../../types/network.ts";
import type { OutputValue } from "../../types/outputs.ts";
import type { ReferenceSource } from "../../types/references.ts";

/** What an output of a blueprint shows under a key: two zones of a tier often have one route table. */
export function thingShown(
  { name: stack, tiers, routeTables }: Network,
  value: OutputValue,
  key: string | null,
): string {
  if (value.kind !== "routeTableIdsByZone") return JSON.stringify([stack, { ...value }, key]);
  const tier = tiers.find(({ name }) => name === value.name);
  const subnet = tier?.subnets.find(({ zone }) => zone.letter === key)?.id;
  const table = routeTables.find(({ subnets }) => subnet !== undefined && subnets.includes(subnet));
  return JSON.stringify([stack, "routeTable", table?.id ?? key]);
}

/** A value that plain Terraform gives: a parameter is of the region and account of its reader. */
export function thingElsewhere({ region, terraform }: Network, { id: _, ...place }: ReferenceSource): string {
  const { assumeRole } = terraform;
  return JSON.stringify(place.kind === "state" ? place : [place, region, assumeRole?.roleArn ?? null]);
}
