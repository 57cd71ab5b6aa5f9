import { listOf, parseJson, valueIn } from "../../../base/untrusted-json.ts";
import { anyPort, tcpPort } from "../../from-network/interfaces.ts";
import type { Listening, Node } from "../../topology/nodes.ts";
import type { TopologySubnet } from "../../topology/topology.ts";
import { placeOf } from "../place-of.ts";
import { answerOf } from "../read-vpcs.ts";
import { referents } from "../referents.ts";
import type { TerraformResource } from "../terraform-document.ts";
import { newIpv6 } from "./addresses.ts";
import { anyIpv4, groupsOf, interfacesIn, type NodeReading, nodeOf } from "./node-reading.ts";

/** The ECS services whose tasks have network interfaces of their own. */
export function ecsServicesOf(context: NodeReading): readonly Node[] {
  const { reading } = context;
  return reading.index.ofType("aws_ecs_service").flatMap((resource) => {
    const [network] = reading.fields(resource).blocks("network_configuration").known;
    if (network === undefined) {
      const why =
        "an ECS service whose tasks have no network interfaces of their own, or of which that is not known";
      reading.leaveOut(resource, why, [resource.address]);
      return [];
    }
    const subnets = reading.many(resource, referents.subnet, "network_configuration", "subnets");
    const isPublic = answerOf(network.flag("assign_public_ip"), "no");
    const interfaces = interfacesIn(context, resource, subnets, {
      ipv4: anyIpv4,
      ipv6: (subnet) => ipv6Of(context, resource, subnet),
      publicIpv4: () => isPublic,
      publicIpv6: "yes",
      securityGroups: groupsOf(context, resource, "network_configuration", "security_groups"),
    });
    return [
      nodeOf(resource, "ecs-service", interfaces, {
        opens: ["ipv4", "ipv6"],
        listens: [...listensOn(context, resource), ...proxyPorts(context, resource)],
      }),
    ];
  });
}

/** In dual-stack subnets only where the account setting is on (ecsFacts.ecsDualStackAccountSetting). */
function ipv6Of(context: NodeReading, resource: TerraformResource, subnet: TopologySubnet) {
  const block = newIpv6(context, resource, subnet, { kind: "none" });
  if (block !== null && subnet.ipv4 !== null && !isSettingOn(context)) {
    const why =
      "whether the account setting dualStackIPv6 is on is not known here: without it the tasks have no IPv6 address";
    context.reading.leaveOut(resource, why, [resource.address]);
  }
  return block;
}

function isSettingOn({ reading }: NodeReading): boolean {
  return reading.index.ofType("aws_ecs_account_setting_default").some((resource) => {
    const fields = reading.fields(resource);
    const [name, value] = [fields.text("name"), fields.text("value")];
    return (
      name.kind === "known" &&
      name.value === "dualStackIPv6" &&
      value.kind === "known" &&
      value.value === "enabled"
    );
  });
}

/** Where no other port is written, the proxy of Service Connect takes the container's own. */
function proxyPorts({ reading }: NodeReading, resource: TerraformResource): readonly Listening[] {
  const [connect] = reading.fields(resource).blocks("service_connect_configuration").known;
  return (connect?.blocks("service").known ?? []).flatMap((service) => {
    const port = service.number("ingress_port_override");
    if (port.kind === "unknown") return anyPort(placeOf(resource), "a proxy of Service Connect");
    if (port.kind !== "known") return [];
    return [tcpPort(placeOf(resource), port.value, ["ipv4", "ipv6"], "a proxy of Service Connect")];
  });
}

/** The ports of the task's containers; every port where they are not known. */
function listensOn({ reading }: NodeReading, resource: TerraformResource): readonly Listening[] {
  const task = reading.one(resource, referents.taskDefinition, "task_definition");
  const definition = task.kind === "one" ? reading.index.byAddress.get(task.id) : undefined;
  const written =
    definition === undefined ? { kind: "unknown" } : reading.fields(definition).text("container_definitions");
  const place = placeOf(definition ?? resource);
  if (written.kind !== "known" || !("value" in written)) return anyPort(place, "what the tasks run");
  return listOf(parseJson(written.value)).flatMap((container) => {
    const name = String(valueIn(container, "name"));
    return listOf(valueIn(container, "portMappings")).flatMap((mapping): readonly Listening[] => {
      const port = valueIn(mapping, "containerPort");
      if (typeof port !== "number") return anyPort(place, `the container ${name}`);
      const listening = tcpPort(place, port, ["ipv4", "ipv6"], `the container ${name}`);
      return [valueIn(mapping, "protocol") === "udp" ? { ...listening, protocol: "udp" } : listening];
    });
  });
}
