import { invariant } from "../../base/invariant.ts";
import { isRecord } from "../../base/untrusted-json.ts";
import { type Move, pairAddresses } from "../../model/migration/renames/pair-addresses.ts";
import type { Network } from "../../model/types/network.ts";
import type { HextetStack } from "../hextet-stack.ts";
import { RenameFailure } from "./rename-failure.ts";

/**
 * The moves of state that the network's renames ask for. `build` makes a stack of its own of each network it is given.
 * Throws `RenameFailure` where a resource of before or of now has no counterpart.
 */
export function movesOf(network: Network, build: (network: Network) => HextetStack): readonly Move[] {
  const { renames } = network;
  if (renames === null) return [];
  const { moves, unpaired } = pairAddresses(renames.list, {
    marked: addressesIn(build(renames.marked)),
    former: addressesIn(build(renames.former)),
    current: addressesIn(build(network)),
  });
  if (unpaired.length > 0) throw new RenameFailure(network.name, unpaired);
  return moves;
}

function addressesIn(stack: HextetStack): readonly string[] {
  const types = stack.toTerraform()["resource"] ?? {};
  invariant(isRecord(types), "resources that are no JSON object");
  return Object.entries(types).flatMap(([type, ones]) =>
    Object.keys(Object(ones)).map((id) => `${type}.${id}`),
  );
}
