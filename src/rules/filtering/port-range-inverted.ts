import { filteringFacts } from "../../aws/facts/filtering.ts";
import { networkAclProtocolNumber } from "../../aws/protocols.ts";
import type { Path } from "../../base/path.ts";
import { hasPorts, trafficOfRule } from "../../model/filtering/traffic.ts";
import type { PortRange } from "../../model/types/filtering.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** A range begins before it ends. */
export const portRangeInverted: Rule<"port-range-inverted"> = {
  id: "port-range-inverted",
  severity: "error",
  title: "A port range is written with its first port, then its last.",
  why: "EC2 refuses a range of ports whose first is greater than its last, in security groups and in network ACLs.",
  sources: [filteringFacts.portRangeRunsUp],
  check(network, report) {
    for (const { path, ports } of filtersWithPorts(network)) {
      if (ports === null || ports.from <= ports.to) continue;
      report(
        [...path, "ports"],
        `port range runs from ${ports.from} down to ${ports.to}`,
        `write ports: { from: ${ports.to}, to: ${ports.from} }`,
      );
    }
  },
};

function filtersWithPorts(
  network: Network,
): readonly { readonly path: Path; readonly ports: PortRange | null }[] {
  return [
    ...network.networkAcls
      .flatMap(({ entries }) => entries)
      .filter(({ protocol }) => hasPorts(networkAclProtocolNumber(protocol))),
    ...network.securityGroups
      .flatMap(({ rules }) => rules)
      .filter((rule) => hasPorts(trafficOfRule(rule).protocol)),
  ];
}
