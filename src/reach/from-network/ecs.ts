import { invariant } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { EcsService, TaskDefinition } from "../../model/types/ecs.ts";
import { hasFamily, type Tier } from "../../model/types/subnets.ts";
import type { Listening, Node } from "../topology/nodes.ts";
import type { LeftOut } from "../topology/topology.ts";
import { interfacesIn, tcpPort } from "./interfaces.ts";
import { answer, at, type NetworkContext, type Parts } from "./network-context.ts";
import { groupsOrDefault } from "./security-groups.ts";

/** The services: one node for all tasks of one, each of which has a network interface of its own. */
export function servicesOf(context: NetworkContext): Parts {
  const { services } = context.network.ecs;
  return {
    nodes: services.map((service) => serviceNode(context, service)),
    leftOut: services
      .filter((service) => isDualStack(context, service) && !isSettingMade(context, service))
      .map(settingLeftOut),
  };
}

function serviceNode(context: NetworkContext, service: EcsService): Node {
  const { name, path, subnets, securityGroups, assignPublicIp } = service;
  const listens = [...listensOn(taskOf(context, service)), ...proxyPorts(service)];
  return {
    id: terraformAddress("aws_ecs_service", name),
    kind: "ecs-service",
    name,
    place: at(path),
    interfaces: interfacesIn(context, subnets, {
      ipv4: true,
      ipv6: getsIpv6,
      publicIpv4: () => answer(assignPublicIp),
      publicIpv6: "yes",
      securityGroups: groupsOrDefault(context.network, securityGroups),
    }),
    listens,
    opens: ["ipv4", "ipv6"],
    system: null,
    forwards: "no",
    names: [],
    intents: [],
  };
}

/** The task definition of a service. */
export function taskOf({ network }: NetworkContext, { taskDefinition }: EcsService): TaskDefinition {
  const task = network.ecs.taskDefinitions.find(({ name }) => name === taskDefinition);
  invariant(task !== undefined, `no task definition ${taskDefinition}`);
  return task;
}

/** ecsFacts.ecsTasksNeedAutoAssign; an IPv6-only subnet gives nothing else. */
function getsIpv6({ addressing, assignIpv6AddressOnCreation }: Tier): boolean {
  return addressing === "ipv6-only" || (hasFamily(addressing, "ipv6") && assignIpv6AddressOnCreation);
}

function listensOn({ containers }: TaskDefinition): readonly Listening[] {
  return containers.flatMap(({ name, path, ports }) =>
    ports.map((port) => tcpPort(at(path), port, ["ipv4", "ipv6"], `the container ${name}`)),
  );
}

/** Where no other port is written, the proxy of Service Connect takes the container's own. */
function proxyPorts({ serviceConnect }: EcsService): readonly Listening[] {
  return (serviceConnect?.endpoints ?? []).flatMap(({ path, port, ingressPortOverride }) =>
    ingressPortOverride === null
      ? []
      : [tcpPort(at(path), ingressPortOverride, ["ipv4", "ipv6"], `the proxy of ${port.name}`)],
  );
}

function isDualStack({ network }: NetworkContext, { tiers }: EcsService): boolean {
  return network.tiers.some(({ name, addressing }) => addressing === "dual-stack" && tiers.includes(name));
}

function isSettingMade({ network }: NetworkContext, { name }: EcsService): boolean {
  return network.hooks.some(({ id, parts }) => id === "ecs-dual-stack-setting" && parts.includes(name));
}

/** ecsFacts.ecsDualStackAccountSetting. */
function settingLeftOut({ name, path }: EcsService): LeftOut {
  return {
    place: at(path),
    why: "whether the account setting dualStackIPv6 is on is not known here: without it the tasks have no IPv6 address",
    touches: [terraformAddress("aws_ecs_service", name)],
  };
}
