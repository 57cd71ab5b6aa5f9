import type { Path } from "../../base/path.ts";
import { zonesOfSubnets } from "../lookup.ts";
import type { Instance } from "../types/compute.ts";
import type { Network } from "../types/network.ts";
import type { TierName } from "../types/shared.ts";
import { isNat64 } from "./route-lookup.ts";

/** A route of 64:ff9b::/96, or of a part of it, to an instance of the blueprint. */
export interface Nat64Way {
  readonly instance: Instance;
  /** Whose route table has it. */
  readonly tier: TierName;
  /** The letters of the zones in which subnets use it, sorted. */
  readonly zones: readonly string[];
  /** Where the author names the instance. */
  readonly path: Path;
  readonly derived: boolean;
}

/** The ways to instances that are to translate, in the order of the route tables. */
export function nat64Ways(network: Network): readonly Nat64Way[] {
  return network.routeTables.flatMap(({ tier, subnets, routes }) =>
    routes.flatMap(({ destination, target, path, derived }): readonly Nat64Way[] => {
      if (target.kind !== "instance" || !isNat64(destination)) return [];
      const instance = network.compute.instances.find(({ name }) => name === target.name);
      if (instance === undefined) return [];
      const at = derived ? path : [...path, "target", "instance"];
      return [{ instance, tier, zones: zonesOfSubnets(network, subnets), path: at, derived }];
    }),
  );
}
