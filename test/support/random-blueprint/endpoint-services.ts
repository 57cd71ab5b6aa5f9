import fc from "fast-check";
import { isObject } from "../json.ts";
import { type Drawn, sometimes, type Tree } from "./tree.ts";

/** What is drawn of an endpoint service behind a network load balancer, where there is one. */
export const endpointServiceDraft = sometimes(
  fc.record({
    acceptanceRequired: fc.constantFrom(undefined, false),
    principals: fc.constantFrom([], ["arn:aws:iam::123456789012:root"], ["*"]),
    types: fc.constantFrom(undefined, ["ipv4"]),
    privateDnsName: fc.constantFrom(undefined, "api.example.com"),
  }),
);

/** The blueprint with an endpoint service. */
export function withEndpointService(draft: Drawn<typeof endpointServiceDraft>, blueprint: Tree): Tree {
  const { loadBalancers, network } = blueprint;
  if (draft === null || !isObject(loadBalancers) || !isObject(network)) return blueprint;
  const found = Object.entries(loadBalancers).find(
    ([, body]) => isObject(body) && body["type"] === "network",
  );
  if (found === undefined) return blueprint;
  const { acceptanceRequired, principals, types, privateDnsName } = draft;
  const own = {
    loadBalancers: [found[0]],
    ...{ acceptanceRequired, allowedPrincipals: principals, supportedIpAddressTypes: types, privateDnsName },
  };
  return { ...blueprint, network: { ...network, vpcEndpointServices: { own } } };
}
