import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import type { TopologyIndex } from "./index-topology.ts";
import { crossBorder } from "./judge-network-acl.ts";
import { type AtGateway, endWith, gatewayHop, hopOf, ifPasses, type NatGateway, type Way } from "./way.ts";

/** A packet at a NAT gateway: it is taken into the gateway's own subnet, from where it goes on under its address. */
export function passNatGateway(
  index: TopologyIndex,
  { gateway, from, errand }: AtGateway<NatGateway>,
): readonly Way[] {
  const refused = refusal({ gateway, from, errand });
  if (refused !== null) return refused;
  const { direction, packet } = errand;
  const hop = hopOf(errand, translation(gateway, packet.destination.embeds !== null));
  const translated = (): readonly Way[] => [
    {
      hops: [hop],
      passes: hop.passes,
      end: { kind: "translated", gateway },
      packet,
      via: [...errand.via, gateway.id],
    },
  ];
  const subnet = gateway.subnet === null ? undefined : index.subnets.get(gateway.subnet);
  if (subnet === undefined || subnet.id === from.id) return translated();
  const border = crossBorder(index, subnet, packet, { side: "in", direction });
  return ifPasses(errand, border.hop, translated);
}

function refusal({ gateway, from, errand }: AtGateway<NatGateway>): readonly Way[] | null {
  const { packet, direction } = errand;
  const { id } = gateway;
  if (direction === "back") {
    const reason = `${id} drops answers to calls that it has not seen`;
    return endWith(errand, gatewayHop(gateway, "no", reason, [reachabilityFacts.statefulOnTheWayBack]));
  }
  if (packet.destination.family === "ipv6" && packet.destination.embeds === null) {
    const reason = `${id} carries no IPv6 but to 64:ff9b::/96`;
    return endWith(errand, gatewayHop(gateway, "no", reason, [routingFacts.natGatewayTakesNoIpv6]));
  }
  if (gateway.vpc !== from.vpc) {
    const reason = `${id} is in ${gateway.vpc}, and the route in ${from.vpc}`;
    return endWith(errand, gatewayHop(gateway, "unknown", reason, [reachabilityFacts.gatewaysServeTheirVpc]));
  }
  return null;
}

function translation(gateway: NatGateway, isNat64: boolean) {
  const { id, subnet } = gateway;
  if (subnet === null && isNat64) {
    const reason = `whether the regional NAT gateway ${id} translates IPv6 is not known`;
    return gatewayHop(gateway, "unknown", reason, [routingFacts.natGatewayRegionalNat64Unknown]);
  }
  const facts = [reachabilityFacts.natGatewaySubnetDecides, routingFacts.nat64TranslatesSource];
  if (!isNat64) return gatewayHop(gateway, "yes", `${id} sends it on from its own address`, facts);
  const reason = `${id} translates it to IPv4, and sends it on from its own address`;
  return gatewayHop(gateway, "yes", reason, [routingFacts.nat64IsBuiltIn, ...facts]);
}
