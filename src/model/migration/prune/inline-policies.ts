import { OUTPUT_KINDS, whyNothingToShow } from "../../outputs/output-kinds.ts";
import type { InlinePolicy, PolicyResource } from "../../types/inline-policies.ts";
import type { Network } from "../../types/network.ts";
import { namesOf } from "./membership.ts";

/** Policies belong to roles, and may be about what is not there yet. */
export function pruneInlinePolicies(network: Network): Network {
  const { compute, ecs, eks, lambda } = network;
  const roles = new Set([
    ...compute.instanceProfiles.map(({ name }) => name),
    ...ecs.taskDefinitions.flatMap(({ taskRole }) => taskRole?.role.id ?? []),
    ...eks.clusters.flatMap(({ podRoles }) => podRoles.map(({ role }) => role.id)),
    ...lambda.functions.map(({ role }) => role.id),
  ]);
  const isThere = (policy: InlinePolicy) =>
    roles.has(policy.role) &&
    policy.statements.every(({ resources, notResources }) =>
      [...(resources ?? []), ...(notResources ?? [])].every((resource) => isResourceThere(network, resource)),
    );
  return { ...network, inlinePolicies: network.inlinePolicies.filter(isThere) };
}

function isResourceThere(network: Network, resource: PolicyResource): boolean {
  if (resource.kind === "text") return true;
  const { output, name } = resource;
  const names = namesOf(OUTPUT_KINDS[output].there(network));
  return names.has(name) && whyNothingToShow(network, output, name) === null;
}
