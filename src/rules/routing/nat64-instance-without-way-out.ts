import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { ANY_IPV4 } from "../../aws/well-known-prefixes.ts";
import { knownCidr } from "../../model/addressing/cidr.ts";
import { tierOf } from "../../model/lookup.ts";
import { nat64Ways } from "../../model/routing/nat64-ways.ts";
import { routeFor, routesByTier } from "../../model/routing/route-lookup.ts";
import type { Instance } from "../../model/types/compute.ts";
import type { Network } from "../../model/types/network.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import { reportOnce } from "../report-once.ts";
import type { Rule } from "../rule.ts";

/** What is translated goes on as IPv4 of the instance. */
export const nat64InstanceWithoutWayOut: Rule<"nat64-instance-without-way-out"> = {
  id: "nat64-instance-without-way-out",
  severity: "warning",
  title: "An instance that translates IPv6 to IPv4 has a way to the IPv4 internet.",
  why: "What it translates is IPv4 from its own private address, and takes the routes of its own tier. The internet gateway carries that of instances with a public IPv4 address alone, and without a default route only the VPC is reached. It is right where IPv4-only hosts of the VPC are all that is meant; everything else hangs.",
  sources: [reachabilityFacts.internetGatewayMapsPublicIpv4, reachabilityFacts.noRouteNoWay],
  check(network, report) {
    const tell = reportOnce(report);
    for (const { instance } of nat64Ways(network)) {
      const mistake = mistakeOf(network, instance);
      if (mistake === null) continue;
      const message = `instance "${instance.name}" translates IPv6 to IPv4, and ${mistake.why}`;
      tell([...instance.path, mistake.key], message, mistake.hint);
    }
  },
};

interface Mistake {
  readonly key: string;
  readonly why: string;
  readonly hint: string;
}

function mistakeOf(network: Network, { tier: name, elasticIp, host }: Instance): Mistake | null {
  const tier = tierOf(network, name);
  const own = routesByTier(network).find((one) => one.tier.name === name);
  if (own === undefined || !hasFamily(tier.addressing, "ipv4")) return null;
  const out = routeFor(own.routes, knownCidr(ANY_IPV4));
  if (out === null) {
    // A route of a part is a choice.
    const isChosen = own.routes.some(({ destination }) => destination.prefix.family === "ipv4");
    if (isChosen || !own.isComplete) return null;
    const why = `its tier "${name}" has no IPv4 route out of the VPC`;
    return { key: "subnet", why, hint: "put it in a dual-stack tier with internet: public" };
  }
  const isPublic = elasticIp || (host.associatePublicIpAddress ?? tier.mapPublicIpOnLaunch);
  if (out.target.kind !== "internet-gateway" || isPublic) return null;
  return {
    key: "elasticIp",
    why: "has no public IPv4 address, without which the internet gateway carries nothing of it",
    hint: "write elasticIp: true",
  };
}
