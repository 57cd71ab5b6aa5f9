import type { Network } from "../types/network.ts";
import type { Subnet } from "../types/subnets.ts";

/** The subnets of a network but those that are managed outside its stack. */
export function madeSubnets({ existing, tiers }: Pick<Network, "existing" | "tiers">): readonly Subnet[] {
  const outside = new Set((existing?.references ?? []).map(({ address }) => address));
  return tiers.flatMap(({ subnets }) => subnets).filter(({ id }) => !outside.has(`aws_subnet.${id}`));
}
