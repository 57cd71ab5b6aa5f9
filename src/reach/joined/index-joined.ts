import { destinations } from "../../aws/destinations/destinations.ts";
import { asApplied } from "../../model/migration/as-applied.ts";
import type { Network } from "../../model/types/network.ts";
import { indexNetwork } from "../from-network/index-network.ts";
import { indexTopology, type TopologyIndex } from "../walk/index-topology.ts";
import { topologyOfStacks } from "./topology-of-stacks.ts";

let latest: { readonly network: Network; readonly index: TopologyIndex } | null = null;

/** A network prepared for walks, with the networks of other blueprints that it is joined to; as it is where there are none. */
export function indexJoined(network: Network): TopologyIndex {
  if (network.neighbours.length === 0) return indexNetwork(network);
  if (latest?.network !== network) {
    const all = [network, ...network.neighbours.map(asApplied)];
    latest = { network, index: indexTopology(topologyOfStacks(all, network), destinations) };
  }
  return latest.index;
}
