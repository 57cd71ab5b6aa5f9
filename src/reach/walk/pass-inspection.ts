import { inspectionFacts } from "../../aws/facts/inspection.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { familyName } from "../../base/family-name.ts";
import type { Gateway } from "../topology/topology.ts";
import type { TopologyIndex } from "./index-topology.ts";
import { crossIn, ifEach } from "./pass-appliance.ts";
import { unlessLeftOut } from "./unless-left-out.ts";
import { type Carry, type Errand, endWith, gatewayHop, hopOf, type Origin, type Way } from "./way.ts";
import { withoutGroups } from "./without-groups.ts";

type InspectionGateway = Extract<Gateway, { readonly kind: "inspection-endpoint" }>;

interface AtInspection {
  readonly gateway: InspectionGateway;
  readonly from: Origin;
  readonly errand: Errand;
}

/** A packet at an inspection endpoint: into its subnet, to the appliances, and on by the subnet's own route table. */
export function passInspection(
  index: TopologyIndex,
  carry: Carry,
  { gateway, from, errand }: AtInspection,
): readonly Way[] {
  const { id } = gateway;
  const subnet = gateway.subnet === null ? undefined : index.subnets.get(gateway.subnet);
  const unknown = (reason: string) =>
    endWith(errand, gatewayHop(gateway, "unknown", reason, [inspectionFacts.endpointSubnetTableDecides]));
  if (subnet === undefined) return unknown(`in which subnet ${id} stands is not known`);
  if (gateway.vpc !== from.vpc) return unknown(`${id} is in ${gateway.vpc}, and the route in ${from.vpc}`);
  const arrive = crossIn(index, from, subnet, errand);
  const inspected = unlessLeftOut(index, [id], inspection(gateway, errand));
  const packet = withoutGroups(index, arrive.errand.packet);
  return ifEach(errand, [...arrive.hops, inspected], () =>
    carry(index, subnet, { ...errand, packet, via: [...errand.via, id] }),
  );
}

function inspection(gateway: InspectionGateway, errand: Errand) {
  const { id, families, passes, why } = gateway;
  const { family } = errand.packet.destination;
  const facts = [
    inspectionFacts.appliancesSeeTheirOwnAddresses,
    inspectionFacts.endpointSubnetTableDecides,
    reachabilityFacts.groupReferencesAcrossAppliances,
  ];
  const hop = (answer: typeof passes, reason: string) =>
    hopOf(errand, gatewayHop(gateway, answer, reason, facts));
  if (passes === "no") return hop("no", `${id} drops it: ${why}`);
  if (families === "unknown" || !families.includes(family)) {
    const whether = `whether ${id} takes ${familyName(family)} is not known`;
    const made = `${id} is made for ${families === "unknown" ? "" : families.map(familyName).join(" and ")} alone`;
    return hop("unknown", families === "unknown" ? whether : `${made}: ${whether}`);
  }
  if (passes === "yes") return hop("yes", `${id} lets it pass: ${why}`);
  return hop("unknown", `it goes on if the appliances behind ${id} let it pass: ${why}`);
}
