import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { RouteTarget } from "../../model/types/routing.ts";
import { endpointIn } from "../topology/firewall-policy.ts";

/** The topology's id of the endpoint that a Network Firewall has in a subnet. */
export function firewallEndpointId(firewall: string, subnet: string): string {
  return endpointIn(
    terraformAddress("aws_networkfirewall_firewall", firewall),
    terraformAddress("aws_subnet", subnet),
  );
}

/** The topology's id of an endpoint of the blueprint that a route leads to. */
export function inspectionEndpointId(
  { networkFirewalls }: Pick<Network, "networkFirewalls">,
  { of, name, endpoint }: Extract<RouteTarget, { readonly kind: "inspection-endpoint" }>,
): string {
  if (of === "gateway-load-balancer") return terraformAddress("aws_vpc_endpoint", endpoint);
  const own = networkFirewalls.find((one) => one.name === name)?.endpoints.find(({ id }) => id === endpoint);
  return firewallEndpointId(name, own?.subnet ?? endpoint);
}
