import { EPHEMERAL_PORTS } from "../../aws/protocols.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Network } from "../../model/types/network.ts";
import type { Tier } from "../../model/types/subnets.ts";
import { familyOf } from "../topology/block.ts";
import type { AclEntry } from "../topology/filters.ts";
import type { Node } from "../topology/nodes.ts";
import type { Topology } from "../topology/topology.ts";
import { isForInternet, takesPort } from "./intents/meant.ts";
import { waysOutOf } from "./intents/way-out-intents.ts";
import { interfacesIn, isPrivate } from "./interfaces.ts";
import { at, contextOf } from "./network-context.ts";

/**
 * The topology with a host in each tier that nothing but the tier's own network ACL holds back: the ways out that the
 * tier's keys ask for are its intents, as far as that ACL lets HTTPS out to the internet at all.
 */
export function withTierProbes(network: Network, topology: Topology): Topology {
  const context = contextOf(network);
  const probes = network.tiers
    .filter((tier) => mayBreak(network, tier))
    .map((tier): Node => {
      const interfaces = interfacesIn(
        context,
        tier.subnets.map(({ id }) => id),
        { ipv4: true, ipv6: () => true, publicIpv4: isPrivate, publicIpv6: "yes", securityGroups: null },
      );
      return {
        id: `a host of tier ${tier.name}`,
        kind: "network-interface",
        name: tier.name,
        place: at(tier.path),
        interfaces,
        listens: [],
        opens: ["ipv4", "ipv6"],
        system: null,
        forwards: "no",
        names: [],
        intents: waysOutOf(network, tier)
          .filter(({ sends }) => letsOut(topology, tier, sends))
          .map(({ intent }) => intent),
      };
    });
  return { ...topology, nodes: [...topology.nodes, ...probes] };
}

/** What a tier's host may meet that a host with groups of its own does not tell better: an ACL, or a peer in place of the internet. */
function mayBreak({ networkAcls, routeTables }: Network, tier: Tier): boolean {
  if (networkAcls.length > 0) return true;
  const routes = routeTables
    .filter((table) => table.tier === tier.routeTable)
    .flatMap((table) => table.routes);
  return routes.some(
    ({ target }) => target.kind === "own-vpc-peering-connection" || target.kind === "vpc-peering-connection",
  );
}

/** An ACL that lets no answers in at all has findings of its own. */
function letsOut({ subnets, filters }: Topology, { subnets: own }: Tier, family: AddressFamily): boolean {
  const ids = own.map(({ id }) => `aws_subnet.${id}`);
  const acls = subnets.filter(({ id }) => ids.includes(id)).map(({ networkAcl }) => networkAcl);
  return filters.networkAcls
    .filter(({ id }) => acls.includes(id))
    .some(
      ({ ingress, egress }) =>
        egress.some(
          (entry) =>
            isOfFamily(entry, family) &&
            takesPort(entry.traffic, 443) &&
            entry.block !== "unknown" &&
            isForInternet(entry.block, family),
        ) &&
        ingress.some((entry) => isOfFamily(entry, family) && takesPort(entry.traffic, EPHEMERAL_PORTS.to)),
    );
}

function isOfFamily({ action, block }: AclEntry, family: AddressFamily): boolean {
  return action === "allow" && block !== "unknown" && familyOf(block) === family;
}
