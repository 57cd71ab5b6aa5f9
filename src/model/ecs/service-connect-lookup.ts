import type { Network } from "../types/network.ts";
import type { ServiceConnect } from "../types/service-connect.ts";
import { hasFamily } from "../types/subnets.ts";
import { type PlacedService, placedServices } from "./ecs-lookup.ts";

/** A service with its part in a namespace. */
export interface ConnectedService extends PlacedService {
  readonly connect: ServiceConnect;
}

/** The services that have a part in a namespace, sorted by name. */
export function connectedServices(network: Network): readonly ConnectedService[] {
  return placedServices(network).flatMap((placed) => {
    const { serviceConnect } = placed.service;
    return serviceConnect === null ? [] : [{ ...placed, connect: serviceConnect }];
  });
}

/** The families of which tasks of the service may have an address. */
export function familiesOf({ tiers }: PlacedService): readonly ("ipv4" | "ipv6")[] {
  return (["ipv4", "ipv6"] as const).filter((family) =>
    tiers.some(({ addressing }) => hasFamily(addressing, family)),
  );
}
