import { destinations } from "../../aws/destinations/destinations.ts";
import type { Network } from "../../model/types/network.ts";
import { indexTopology, type TopologyIndex } from "../walk/index-topology.ts";
import { topologyOf } from "./topology-of.ts";

/** One alone: rules ask about one network after the other, and hundreds of them would take memory for nothing. */
let latest: { readonly network: Network; readonly index: TopologyIndex } | null = null;

/** A network prepared for walks: made once for all rules that ask in turn, for a network is frozen. */
export function indexNetwork(network: Network): TopologyIndex {
  if (latest?.network !== network)
    latest = { network, index: indexTopology(topologyOf(network), destinations) };
  return latest.index;
}
