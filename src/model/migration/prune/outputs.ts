import { OUTPUT_KINDS, whyNothingToShow } from "../../outputs/output-kinds.ts";
import type { Network } from "../../types/network.ts";
import type { OutputValue } from "../../types/outputs.ts";
import { namesOf } from "./membership.ts";

/** Outputs show what is there. */
export function pruneOutputs(network: Network): Network {
  return { ...network, outputs: network.outputs.filter(({ value }) => isShown(network, value)) };
}

function isShown(network: Network, value: OutputValue): boolean {
  switch (value.kind) {
    case "vpc":
      return value.attribute !== "ipv6CidrBlock" || network.vpc.ipv6 !== null;
    case "internetGatewayId":
      return network.internetGateway;
    case "egressOnlyInternetGatewayId":
      return network.egressOnlyInternetGateway;
    default: {
      const isThere = namesOf(OUTPUT_KINDS[value.kind].there(network)).has(value.name);
      return isThere && whyNothingToShow(network, value.kind, value.name) === null;
    }
  }
}
