import { invariant } from "../../base/invariant.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Network } from "../types/network.ts";
import type { ResolverEndpoint, ResolverRule, ResolverTarget } from "../types/resolver.ts";

/** A rule that forwards, with the endpoint that queries leave by. */
interface ForwardingRule {
  readonly rule: ResolverRule;
  readonly endpoint: ResolverEndpoint;
  readonly targets: readonly ResolverTarget[];
}

/** The rules that forward, sorted by name. */
export function forwardingRules({ route53 }: Network): readonly ForwardingRule[] {
  return route53.resolverRules.flatMap((rule) => {
    const { type } = rule;
    if (type.kind === "system") return [];
    const endpoint = route53.resolverEndpoints.find(({ name }) => name === type.endpoint);
    invariant(endpoint !== undefined, `no Resolver endpoint ${type.endpoint}`);
    return [{ rule, endpoint, targets: type.targets }];
  });
}

/** The families of an endpoint's addresses. */
export function familiesOfEndpoint({ resolverEndpointType }: ResolverEndpoint): readonly AddressFamily[] {
  switch (resolverEndpointType) {
    case "IPV4":
      return ["ipv4"];
    case "IPV6":
      return ["ipv6"];
    default:
      return ["ipv4", "ipv6"];
  }
}
