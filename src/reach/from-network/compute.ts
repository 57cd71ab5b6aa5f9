import { invariant } from "../../base/invariant.ts";
import { systemOf } from "../../model/guests/guest-systems.ts";
import { assignsIpv6 } from "../../model/lookup.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { AutoScalingGroup, FixedIpv6Address, Host, Instance } from "../../model/types/compute.ts";
import type { Tier } from "../../model/types/subnets.ts";
import type { Node } from "../topology/nodes.ts";
import type { Answer } from "../topology/topology.ts";
import { anyPort, interfacesIn } from "./interfaces.ts";
import { answer, at, type NetworkContext, type Parts } from "./network-context.ts";
import { groupsOrDefault } from "./security-groups.ts";
import { withChosen } from "./with-chosen.ts";

/** The hosts of auto scaling groups: one node for all of a group. */
export function autoScalingGroupsOf(context: NetworkContext): Parts {
  return { nodes: context.network.compute.autoScalingGroups.map((group) => groupNode(context, group)) };
}

function groupNode(context: NetworkContext, group: AutoScalingGroup): Node {
  const { name, path, subnets, launchTemplate } = group;
  const host = context.network.compute.launchTemplates.find((one) => one.name === launchTemplate)?.host;
  invariant(host !== undefined, `no launch template ${launchTemplate}`);
  return {
    id: terraformAddress("aws_autoscaling_group", name),
    kind: "auto-scaling-group",
    name,
    place: at(path),
    interfaces: interfacesIn(context, subnets, {
      ipv4: true,
      ipv6: (tier) => assignsIpv6(host.ipv6AddressCount, tier),
      publicIpv4: (tier) => publicIpv4(host, tier),
      publicIpv6: "yes",
      securityGroups: groupsOrDefault(context.network, host.securityGroups),
    }),
    ...hostPart(path, host),
    forwards: "no",
  };
}

/** The instances that stand alone. */
export function instancesOf(context: NetworkContext): Parts {
  return { nodes: context.network.compute.instances.map((instance) => instanceNode(context, instance)) };
}

function instanceNode(context: NetworkContext, instance: Instance): Node {
  const { name, path, host, subnet, elasticIp, sourceDestCheck, ipv6Addresses } = instance;
  const requested = ipv6Addresses.length > 0 ? ipv6Addresses.length : host.ipv6AddressCount;
  const interfaces = interfacesIn(context, [subnet], {
    ipv4: true,
    ipv6: (tier) => assignsIpv6(requested, tier),
    publicIpv4: (tier) => (elasticIp ? "yes" : publicIpv4(host, tier)),
    publicIpv6: "yes",
    securityGroups: groupsOrDefault(context.network, host.securityGroups),
  });
  return {
    id: terraformAddress("aws_instance", name),
    kind: "instance",
    name,
    place: at(path),
    interfaces: interfaces.map((one) => withChosen(one, instance.privateIp, onlyOne(ipv6Addresses))),
    ...hostPart(path, host),
    forwards: !sourceDestCheck && host.guest?.nat64 === true ? "nat64" : answer(!sourceDestCheck),
  };
}

/** With several, a packet may have any of them. */
function onlyOne([chosen, ...others]: readonly FixedIpv6Address[]): FixedIpv6Address | null {
  return chosen === undefined || others.length > 0 ? null : chosen;
}

function hostPart(
  path: Host["path"],
  host: Host,
): Pick<Node, "listens" | "opens" | "system" | "names" | "intents"> {
  return {
    system: systemOf(host)?.platform ?? null,
    listens: anyPort(at(path), "what the host runs"),
    opens: ["ipv4", "ipv6"],
    names: [],
    intents: [],
  };
}

function publicIpv4({ associatePublicIpAddress }: Host, { mapPublicIpOnLaunch }: Tier): Answer {
  return answer(associatePublicIpAddress ?? mapPublicIpOnLaunch);
}
