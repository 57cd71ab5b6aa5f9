import { publicAccessFacts } from "../../aws/facts/public-access.ts";
import { publicAccessOf } from "../../model/routing/block-public-access.ts";
import { routesByTier } from "../../model/routing/route-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** A way out leads out. */
export const blockPublicAccessShutsWayOut: Rule<"block-public-access-shuts-way-out"> = {
  id: "block-public-access-shuts-way-out",
  severity: "error",
  title: "NAT gateways and egress-only internet gateways stand where VPC Block Public Access lets them out.",
  why: "Under block-bidirectional nothing gets out, not even through a NAT gateway or an egress-only internet gateway, and so no NAT64 either: whoever sends through it waits until it times out. The NAT gateway's own subnet counts, not those that send to it. An exclusion of mode allow-egress lets out what such gateways send, and nothing in.",
  sources: [publicAccessFacts.blockPublicAccessModes, publicAccessFacts.exclusionModes],
  check(network, report) {
    if (network.blockPublicAccess === null) return;
    const { mode } = network.blockPublicAccess;
    for (const { path, name, gateways } of publicGateways(network)) {
      const shut = gateways.filter(({ place }) => publicAccessOf(network, place?.subnet ?? null) === "shut");
      if (shut.length === 0) continue;
      const places = shut.flatMap(({ place }) => place?.subnet ?? []);
      const where = places.length === 0 ? "its VPC" : `subnet ${places.join(", ")}`;
      report(
        path,
        `NAT gateway "${name}" reaches nothing: Block Public Access (${mode}) shuts ${where}`,
        "exclude its tier with allow-egress under network.blockPublicAccess.exclusions",
      );
    }
    for (const { tier, routes } of routesByTier(network)) {
      const out = routes.find(({ target }) => target.kind === "egress-only-internet-gateway");
      if (out === undefined || !tier.subnets.some(({ id }) => publicAccessOf(network, id) === "shut"))
        continue;
      report(
        out.derived ? [...tier.path, "internet"] : [...out.path, "target"],
        `tier "${tier.name}" sends IPv6 out, but Block Public Access (${mode}) shuts its subnets`,
        "exclude the tier with allow-egress under network.blockPublicAccess.exclusions",
      );
    }
  },
};

function publicGateways({ natGateways }: Network): Network["natGateways"] {
  return natGateways.filter(({ connectivityType }) => connectivityType === "public");
}
