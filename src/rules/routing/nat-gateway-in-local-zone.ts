import { localZoneFacts } from "../../aws/facts/local-zones.ts";
import { present } from "../../model/context.ts";
import type { Rule } from "../rule.ts";

/** Not every Local Zone has NAT gateways. */
export const natGatewayInLocalZone: Rule<"nat-gateway-in-local-zone"> = {
  id: "nat-gateway-in-local-zone",
  severity: "warning",
  title: "A NAT gateway stands in a Local Zone only where that zone has NAT gateways.",
  why: "Some Local Zones have NAT gateways, and AWS refuses them in the others. Look the zone up in the list of features of Local Zones. A gateway there needs an Elastic IP of the zone's network border group: one that Hextet makes has it, one of allocationIds must have been made so.",
  sources: [localZoneFacts.natGatewayInSomeLocalZones, localZoneFacts.elasticIpOfItsBorderGroup],
  check({ natGateways }, report) {
    for (const { name, path, tier, gateways, zoneAddresses } of natGateways) {
      const zones = [
        ...present(gateways.map(({ place }) => place?.zone ?? null)),
        ...zoneAddresses.map(({ zone }) => zone),
      ];
      const local = zones.find(({ borderGroup }) => borderGroup !== null);
      if (local === undefined) continue;
      report(
        [...path, tier === null ? "availabilityZoneAddress" : "subnet"],
        `NAT gateway "${name}" stands in Local Zone ${local.name}, which may have none`,
        "look the zone up, and accept this warning where it has NAT gateways",
      );
    }
  },
};
