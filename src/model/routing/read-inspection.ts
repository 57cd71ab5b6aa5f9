import type { Path } from "../../base/path.ts";
import type { Inspection } from "../../blueprint/blueprint.generated.ts";
import { zonesInWords } from "../addressing/zones-in-words.ts";
import { type Context, checkReference, report } from "../context.ts";
import type { GatewayLoadBalancerEndpoint, InspectionEndpoint } from "../types/inspection.ts";
import type { NetworkFirewall } from "../types/network-firewall.ts";
import type { RouteTarget } from "../types/routing.ts";

/** What routes may send packets through to be looked at. */
export interface Inspecting {
  readonly gatewayLoadBalancerEndpoints: readonly GatewayLoadBalancerEndpoint[];
  readonly networkFirewalls: readonly NetworkFirewall[];
}

/** What stands in every zone; by the letter of the zone. */
export interface ZonalTarget {
  readonly kind: "zonal";
  readonly byZone: ReadonlyMap<string, RouteTarget>;
}

/** Where packets are sent that are to be looked at. */
export type InspectionTarget = ZonalTarget | Extract<RouteTarget, { readonly kind: "network-interface" }>;

/** What the author's words lead to; null when it names nothing that there is, which is reported, or nothing to inspect by. */
export function readInspection(
  context: Context,
  written: Partial<Inspection>,
  path: Path,
  { gatewayLoadBalancerEndpoints, networkFirewalls }: Inspecting,
): InspectionTarget | null {
  const { gatewayLoadBalancerEndpoint, networkFirewall, vpcEndpointIds, networkInterfaceId } = written;
  if (gatewayLoadBalancerEndpoint !== undefined) {
    const at = [...path, "gatewayLoadBalancerEndpoint"];
    const named = { of: "gateway-load-balancer", name: gatewayLoadBalancerEndpoint } as const;
    checkNamed(context, "Gateway Load Balancer endpoint", named.name, gatewayLoadBalancerEndpoints, at);
    return zonal(named, gatewayLoadBalancerEndpoints);
  }
  if (networkFirewall !== undefined) {
    const at = [...path, "networkFirewall"];
    checkNamed(context, "Network Firewall", networkFirewall, networkFirewalls, at);
    return zonal({ of: "network-firewall", name: networkFirewall }, networkFirewalls);
  }
  if (networkInterfaceId !== undefined) return { kind: "network-interface", id: networkInterfaceId };
  if (vpcEndpointIds === undefined) return null;
  const byZone = Object.entries(vpcEndpointIds).map(([zone, id]): [string, RouteTarget] => [
    zone,
    { kind: "vpc-endpoint", id },
  ]);
  return { kind: "zonal", byZone: new Map(byZone) };
}

/** What has endpoints. */
interface Inspects {
  readonly name: string;
  readonly endpoints: readonly InspectionEndpoint[];
}

function checkNamed(
  context: Context,
  kind: string,
  name: string,
  all: readonly Inspects[],
  path: Path,
): void {
  const known = all.map((one) => one.name);
  checkReference(context, kind, name, known, path);
}

function zonal(
  { of, name }: Pick<Extract<RouteTarget, { readonly kind: "inspection-endpoint" }>, "of" | "name">,
  all: readonly Inspects[],
): ZonalTarget | null {
  const own = all.find((one) => one.name === name);
  if (own === undefined) return null;
  const byZone = own.endpoints.map(({ id, zone }): [string, RouteTarget] => [
    zone.letter,
    { kind: "inspection-endpoint", of, name, endpoint: id },
  ]);
  return { kind: "zonal", byZone: new Map(byZone) };
}

/** Reports the zones in which the target stands nowhere: packets would have no way, or one that nobody wrote. */
export function checkZones(
  context: Context,
  what: string,
  { byZone }: ZonalTarget,
  letters: readonly string[],
  path: Path,
): void {
  const missing = letters.filter((letter) => !byZone.has(letter));
  if (missing.length === 0) return;
  const message = `${what} leads to nothing in ${zonesInWords(missing)}`;
  const zones = zonesInWords([...byZone.keys()]);
  const hint =
    byZone.size === 0
      ? "write where it leads in each zone"
      : `write where it leads there too, or let the tier stand in ${zones} alone`;
  report(context, "model/route-zone-missing", path, message, hint);
}
