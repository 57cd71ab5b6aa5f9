import type { Network } from "../../model/types/network.ts";
import type { SubnetId } from "../../model/types/shared.ts";
import { computeThings } from "./compute-things.ts";
import { dataThings } from "./data-things.ts";
import { edgeThings } from "./edge-things.ts";
import type { Thing } from "./graph.ts";

/** Something with network interfaces, and the logical ids of all the subnets it stands in. */
export interface StandingThing extends Omit<Thing, "zones"> {
  readonly subnets: readonly SubnetId[];
}

/** Everything that stands in subnets, from the network's edge inwards; within a kind by name. */
export function thingsOf(network: Network): readonly StandingThing[] {
  return [...edgeThings(network), ...computeThings(network), ...dataThings(network)];
}
