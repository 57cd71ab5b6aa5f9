import { displayName } from "../names.ts";
import type { InspectionEndpoint } from "../types/inspection.ts";
import type { Tier } from "../types/subnets.ts";

/** The endpoints of the thing of that name: one in each subnet of the tier, sorted by zone. */
export function inspectionEndpoints(
  stack: string,
  name: string,
  { subnets }: Tier,
): readonly InspectionEndpoint[] {
  return subnets.map(({ id, zone }) => ({
    id: `${name}_${zone.letter}`,
    displayName: displayName(stack, `${name}-${zone.letter}`),
    zone,
    subnet: id,
  }));
}
