import type { Path } from "../../base/path.ts";
import type { Inspection } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, report } from "../context.ts";
import type { GatewayLoadBalancerEndpoint, InspectionEndpoint } from "../types/inspection.ts";
import type { RouteTarget } from "../types/routing.ts";

/** What routes may send packets through to be looked at. */
export interface Inspecting {
  readonly gatewayLoadBalancerEndpoints: readonly GatewayLoadBalancerEndpoint[];
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
  { gatewayLoadBalancerEndpoints: all }: Inspecting,
): InspectionTarget | null {
  const { gatewayLoadBalancerEndpoint: name, vpcEndpointIds, networkInterfaceId } = written;
  if (name !== undefined) {
    const known = all.map((one) => one.name);
    const at = [...path, "gatewayLoadBalancerEndpoint"];
    checkReference(context, "Gateway Load Balancer endpoint", name, known, at);
    const own = all.find((one) => one.name === name);
    return own === undefined ? null : zonal("gateway-load-balancer", name, own.endpoints);
  }
  if (networkInterfaceId !== undefined) return { kind: "network-interface", id: networkInterfaceId };
  if (vpcEndpointIds === undefined) return null;
  const byZone = Object.entries(vpcEndpointIds).map(([zone, id]): [string, RouteTarget] => [
    zone,
    { kind: "vpc-endpoint", id },
  ]);
  return { kind: "zonal", byZone: new Map(byZone) };
}

function zonal(
  of: Extract<RouteTarget, { readonly kind: "inspection-endpoint" }>["of"],
  name: string,
  endpoints: readonly InspectionEndpoint[],
): ZonalTarget {
  const byZone = endpoints.map(({ id, zone }): [string, RouteTarget] => [
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
  const zones = `${missing.length === 1 ? "zone" : "zones"} ${missing.join(", ")}`;
  report(context, "model/route-zone-missing", path, `${what} leads to nothing in ${zones}`);
}
