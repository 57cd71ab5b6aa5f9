import { present } from "../../context.ts";
import type { OutputValue } from "../../types/outputs.ts";
import type { NetworkToShow } from "../output-kind.ts";

/** The keys of an output that is a map, sorted; none for other outputs. */
export function outputKeys(network: NetworkToShow, value: OutputValue): readonly string[] {
  switch (value.kind) {
    case "subnetIdsByZone":
    case "subnetIpv4CidrBlocksByZone":
    case "subnetIpv6CidrBlocksByZone":
    case "routeTableIdsByZone":
      return network.tiers
        .filter(({ name }) => name === value.name)
        .flatMap(({ subnets }) => subnets.map(({ zone }) => zone.letter));
    case "natGatewayIdsByZone":
    case "natGatewayPublicIpsByZone":
      return network.natGateways
        .filter(({ name }) => name === value.name)
        .flatMap(({ gateways }) => present(gateways.map(({ place }) => place?.zone.letter ?? null)));
    case "eksPodRoleArns":
      return network.eks.clusters
        .filter(({ name }) => name === value.name)
        .flatMap(({ podRoles }) => podRoles.map(({ name }) => name));
    case "listenerArns":
      return network.loadBalancers
        .filter(({ name }) => name === value.name)
        .flatMap(({ listeners }) => listeners.map(({ name }) => name));
    default:
      return [];
  }
}
