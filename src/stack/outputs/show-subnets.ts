import { invariant } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { NamedOutput } from "../../model/types/outputs.ts";
import type { Subnet } from "../../model/types/subnets.ts";
import { resourceFor } from "../resources.ts";
import { attributeAt } from "./attribute-at.ts";
import type { Show, Showing } from "./needed-by-outputs.ts";

/** One value in one zone. */
interface InZone {
  /** The zone as the blueprint writes it. */
  readonly zone: string;
  readonly value: string;
}

/** What a tier or a NAT gateway has in each zone. */
type InZones = (showing: Showing) => readonly InZone[];

/** Outputs of what stands in the zones: as a list, and as a map by zone. */
export const SHOW_SUBNETS = {
  subnetIds: list(ofSubnets((showing, id) => resourceFor(showing.made.subnets, id).id)),
  subnetIdsByZone: map(ofSubnets((showing, id) => resourceFor(showing.made.subnets, id).id)),
  subnetArns: list(
    ofSubnets(({ scope }, id) => attributeAt(scope, terraformAddress("aws_subnet", id), "arn")),
  ),
  subnetIpv6CidrBlocks: list(ofSubnets(({ made }, id) => resourceFor(made.subnets, id).ipv6CidrBlock)),
  subnetIpv6CidrBlocksByZone: map(ofSubnets(({ made }, id) => resourceFor(made.subnets, id).ipv6CidrBlock)),
  subnetIpv4CidrBlocks: list(ofSubnets(({ made }, id) => resourceFor(made.subnets, id).cidrBlock)),
  subnetIpv4CidrBlocksByZone: map(ofSubnets(({ made }, id) => resourceFor(made.subnets, id).cidrBlock)),
  routeTableIds: (showing) => {
    const subnets = subnetsOf(showing).map(({ id }) => routeTable(showing, id));
    return [...new Set(subnets)].map((id) => resourceFor(showing.made.routeTables, id).id);
  },
  routeTableIdsByZone: map(
    ofSubnets((showing, id) => resourceFor(showing.made.routeTables, routeTable(showing, id)).id),
  ),
  natGatewayIds: ({ made, ...showing }) =>
    gatewaysOf({ made, ...showing }).map(({ id }) => resourceFor(made.natGateways, id).id),
  natGatewayIdsByZone: map(ofGateways(({ made }, id) => resourceFor(made.natGateways, id).id)),
  natGatewayPublicIps: list(ofGateways(({ made }, id) => resourceFor(made.natGatewayAddresses, id).publicIp)),
  natGatewayPublicIpsByZone: map(
    ofGateways(({ made }, id) => resourceFor(made.natGatewayAddresses, id).publicIp),
  ),
  natGatewayAllocationIds: (showing) => [
    ...gatewayOf(showing).zoneAddresses.flatMap(({ allocationIds }) => allocationIds),
    ...zonalOnes(showing).map(
      ({ id, allocationId }) =>
        allocationId ?? attributeAt(showing.scope, terraformAddress("aws_eip", id), "allocation_id"),
    ),
  ],
} satisfies Partial<Readonly<Record<NamedOutput, Show>>>;

function list(values: InZones): Show {
  return (showing) => values(showing).map(({ value }) => value);
}

function map(values: InZones): Show {
  return (showing) => Object.fromEntries(values(showing).map(({ zone, value }) => [zone, value]));
}

function ofSubnets(value: (showing: Showing, subnet: string) => string): InZones {
  return (showing) =>
    subnetsOf(showing).map(({ id, zone }) => ({ zone: zone.letter, value: value(showing, id) }));
}

function subnetsOf({ network, name }: Showing): readonly Subnet[] {
  const tier = network.tiers.find((one) => one.name === name);
  invariant(tier !== undefined, `an output shows the unknown tier ${name}`);
  return tier.subnets;
}

/** The logical id of the subnet's route table. */
function routeTable({ network }: Showing, subnet: string): string {
  const table = network.routeTables.find(({ subnets }) => subnets.some((id) => id === subnet));
  invariant(table !== undefined, `an output shows the route table of ${subnet}, which has none`);
  return table.id;
}

function ofGateways(value: (showing: Showing, gateway: string) => string): InZones {
  return (showing) =>
    gatewaysOf(showing).map(({ id, place }) => {
      invariant(place !== null, `an output shows the zone of the regional NAT gateway ${id}`);
      return { zone: place.zone.letter, value: value(showing, id) };
    });
}

function zonalOnes(showing: Showing) {
  return gatewaysOf(showing).filter(({ place }) => place !== null);
}

function gatewaysOf(showing: Showing) {
  return gatewayOf(showing).gateways;
}

function gatewayOf({ network, name }: Showing) {
  const gateway = network.natGateways.find((one) => one.name === name);
  invariant(gateway !== undefined, `an output shows the unknown NAT gateway ${name}`);
  return gateway;
}
