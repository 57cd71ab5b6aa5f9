import { routingFacts } from "../../aws/facts/routing.ts";
import type { Path } from "../../base/path.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** An Elastic IP is at one thing. */
export const elasticIpTwice: Rule<"elastic-ip-twice"> = {
  id: "elastic-ip-twice",
  severity: "error",
  title: "An Elastic IP is given to one NAT gateway, or to one subnet of one load balancer.",
  why: "An address is at one network interface at a time. A NAT gateway whose address is taken already fails, and the apply stops with it; each zone needs an address of its own. What takes an address from another one takes it off the network.",
  sources: [routingFacts.elasticIpOnOneInterface],
  check(network, report) {
    const first = new Map<string, string>();
    for (const { path, id, words } of givenAddresses(network)) {
      const address = network.references.find(({ token }) => token === id)?.thing ?? id;
      const before = first.get(address);
      first.set(address, before ?? words);
      if (before === undefined) continue;
      report(path, `${words} has ${id}, as has ${before}`, "give each an Elastic IP of its own");
    }
  },
};

interface Given {
  readonly path: Path;
  readonly id: string;
  readonly words: string;
}

function givenAddresses({ natGateways, loadBalancers }: Network): readonly Given[] {
  const ofGateways = natGateways.flatMap(({ name, path, gateways, zoneAddresses }) => [
    ...gateways.flatMap(({ allocationId, place }): readonly Given[] => {
      const zone = place?.zone.letter;
      if (allocationId === null || zone === undefined) return [];
      const at = [...path, "allocationIds", zone];
      return [{ path: at, id: allocationId, words: `NAT gateway "${name}" in zone ${zone}` }];
    }),
    ...zoneAddresses.flatMap(({ zone: { letter }, allocationIds }) =>
      allocationIds.map((id, index) => ({
        path: [...path, "availabilityZoneAddress", letter, "allocationIds", index],
        id,
        words: `NAT gateway "${name}" in zone ${letter}`,
      })),
    ),
  ]);
  const ofBalancers = loadBalancers.flatMap(({ name, mappings }) =>
    mappings.flatMap(({ path, subnet, allocationId }): readonly Given[] =>
      allocationId === null
        ? []
        : [
            {
              path: [...path, "allocationId"],
              id: allocationId,
              words: `load balancer "${name}" in ${subnet}`,
            },
          ],
    ),
  );
  return [...ofGateways, ...ofBalancers];
}
