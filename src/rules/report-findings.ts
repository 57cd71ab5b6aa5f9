import { atKey } from "../base/diagnostic.ts";
import { invariant } from "../base/invariant.ts";
import type { Network } from "../model/types/network.ts";
import { mergeFindings } from "../reach/findings/merge-findings.ts";
import type { ReachFinding } from "../reach/findings/reach-finding.ts";
import { indexNetwork } from "../reach/from-network/index-network.ts";
import type { TopologyIndex } from "../reach/walk/index-topology.ts";
import type { Report } from "./rule.ts";

/** Rules that know what is wrong with a route by its name. */
export const ROUTE_RULES: readonly string[] = [
  "cidr-host-bits",
  "declared-path-broken",
  "dns64-without-nat64-route",
  "existing-dns64-without-nat64-route",
  "inspection-asymmetric",
  "inspection-without-way-on",
  "internet-gateways-both-in-one-table",
  "ipv4-route-to-egress-only-gateway",
  "ipv6-route-to-nat-gateway",
  "nat64-prefix-spelling",
  "nat64-route-without-dns64",
  "private-ipv6-block-to-internet",
  "private-subnet-to-internet-gateway",
  "route-destination-twice",
  "route-family-missing-in-subnet",
  "route-inside-vpc",
  "route-to-reserved-block",
];

/** Reports what the engine finds in a network and is sure of; its notes are for `hextet reach`. */
export function reportFindings(
  network: Network,
  find: (index: TopologyIndex) => readonly ReachFinding[],
  report: Report,
): void {
  for (const { severity, place, message, hint } of mergeFindings(find(indexNetwork(network)))) {
    if (severity === "note") continue;
    invariant(place.kind === "blueprint", `${message}: in a blueprint it has a path`);
    report(atKey(place.path), message, hint ?? undefined);
  }
}
