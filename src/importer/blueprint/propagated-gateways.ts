import type { Acceptance, NetworkSettings } from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Draft } from "./draft.ts";
import type { Section } from "./section.ts";

const RULE = "virtual-private-gateway-without-route";
const REASON = "Route tables learn its routes by propagation, which Terraform cannot import.";

/** Of virtual private gateways that hosts reach by propagated routes alone, which a first blueprint cannot say. */
export function propagatedGateways(
  { inventory, notes }: Pick<Draft, "inventory" | "notes">,
  network: Section<NetworkSettings> | undefined,
): readonly Acceptance[] {
  const { virtualPrivateGateways = {}, vpnConnections = {}, routes = {} } = network ?? {};
  const written = Object.values(routes).flatMap((ofTier) => Object.values(ofTier ?? {}));
  const learntFrom = new Set(inventory.routeTables.flatMap(({ learnsFrom }) => learnsFrom));
  return Object.keys(virtualPrivateGateways)
    .filter((name) => {
      const id = notes.imports.get(terraformAddress("aws_vpn_gateway", name)) ?? "";
      const isUsed = Object.values(vpnConnections).some(
        (one) => one?.gateway?.virtualPrivateGateway === name,
      );
      const hasRoute = written.some((route) => route?.target?.virtualPrivateGateway === name);
      return isUsed && !hasRoute && learntFrom.has(id);
    })
    .sort()
    .map((name) => ({ rule: RULE, at: `network.virtualPrivateGateways.${name}`, reason: REASON }));
}
