import type { Network } from "../types/network.ts";
import { atStage } from "./at-stage.ts";

/** The network as Terraform is given it: a migration that is under way has come to its stage and no further. */
export function asApplied(network: Network): Network {
  return network.migration === null ? network : atStage(network, network.migration.stage);
}
