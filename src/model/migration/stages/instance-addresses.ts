import type { Compute, Host } from "../../types/compute.ts";
import type { Network } from "../../types/network.ts";
import type { Stage } from "../stage.ts";
import { type WhatIsThere, whatIsThere } from "../what-is-there.ts";

/** The stage `instance-addresses`. */
export const instanceAddressesStage: Stage = {
  id: "instance-addresses",
  title: "Give the hosts their IPv6 addresses",
  why: "Blocks, rules, routes and types are there, so an address works from its first moment. Names still lead to IPv4 alone: clients notice nothing, and each host can be tried by its address. New hosts come here too",
  without: withoutAddresses,
};

function withoutAddresses(network: Network): Network {
  return {
    ...network,
    tiers: network.tiers.map((tier) => ({
      ...tier,
      assignIpv6AddressOnCreation: false,
      enableResourceNameDnsAaaaRecordOnLaunch: false,
    })),
    // Nothing imports them: they come with new hosts, so that taking over what is there changes no rights.
    inlinePolicies: [],
    compute: withoutNewHosts(network.compute, whatIsThere(network)),
  };
}

function withoutNewHosts(compute: Compute, there: WhatIsThere): Compute {
  const groups = compute.autoScalingGroups.filter(({ name }) => there.has("aws_autoscaling_group", name));
  const isTemplateKept = (name: string) =>
    there.has("aws_launch_template", name) || groups.some(({ launchTemplate }) => launchTemplate === name);
  return {
    ...compute,
    keyPairs: compute.keyPairs.filter(({ name }) => there.has("aws_key_pair", name)),
    instanceProfiles: compute.instanceProfiles.filter(({ name }) =>
      there.has("aws_iam_instance_profile", name),
    ),
    // What scales them is new: nothing imports it.
    autoScalingGroups: groups.map((group) => ({ ...group, scaling: null })),
    launchTemplates: compute.launchTemplates
      .filter(({ name }) => isTemplateKept(name))
      .map((template) => ({ ...template, host: { ...withoutIpv6(template.host), ipv6AddressCount: null } })),
    instances: compute.instances
      .filter(({ name }) => there.has("aws_instance", name))
      .map((instance) => ({
        ...instance,
        host: withoutIpv6(instance.host),
        ipv6Addresses: [],
        elasticIp: instance.elasticIp && there.has("aws_eip", `${instance.name}_instance`),
      })),
  };
}

/** A count of 0 rather than none takes addresses away again when the stage is taken back. */
function withoutIpv6(host: Host): Host {
  return {
    ...host,
    ipv6AddressCount: 0,
    enablePrimaryIpv6: false,
    metadata: { ...host.metadata, ipv6: false },
  };
}
