import type { Compute, Host } from "../../types/compute.ts";
import type { Network } from "../../types/network.ts";
import { kept, membershipOf, namesOf, placed } from "./membership.ts";

/** Hosts stand in subnets behind security groups; auto scaling groups have a launch template and register themselves. */
export function pruneCompute(network: Network): Network {
  const membership = membershipOf(network);
  const { compute } = network;
  const pruneHost = hostSettler(compute, membership.securityGroups);
  const launchTemplates = compute.launchTemplates.map((template) => ({
    ...template,
    host: pruneHost(template.host),
    tiers: kept(template.tiers, membership.tiers),
  }));
  const instances = compute.instances
    .filter(({ subnet }) => membership.subnets.has(subnet))
    .map((instance) => ({ ...instance, host: pruneHost(instance.host) }));
  const parameters = [...launchTemplates, ...instances].map(({ host: { image } }) =>
    image.kind === "ssm-parameter" ? image.parameter : null,
  );
  const targetGroups = namesOf(network.targetGroups);
  const autoScalingGroups = compute.autoScalingGroups
    .map((group) => ({ ...placed(group, membership), targetGroups: kept(group.targetGroups, targetGroups) }))
    .filter((group) => group.subnets.length > 0 && namesOf(launchTemplates).has(group.launchTemplate));
  return {
    ...network,
    compute: {
      ...compute,
      launchTemplates,
      autoScalingGroups,
      instances,
      imageParameters: compute.imageParameters.filter(({ id }) => parameters.includes(id)),
    },
  };
}

function hostSettler(compute: Compute, securityGroups: ReadonlySet<string>): (host: Host) => Host {
  const keyPairs = namesOf(compute.keyPairs);
  const profiles = namesOf(compute.instanceProfiles);
  return (host) => ({
    ...host,
    keyPair: host.keyPair !== null && keyPairs.has(host.keyPair) ? host.keyPair : null,
    instanceProfile:
      host.instanceProfile !== null && profiles.has(host.instanceProfile) ? host.instanceProfile : null,
    securityGroups: kept(host.securityGroups, securityGroups),
  });
}
