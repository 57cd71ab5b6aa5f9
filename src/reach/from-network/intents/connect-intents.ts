import { terraformAddress } from "../../../model/migration/terraform-address.ts";
import { groupsOf } from "../../topology/groups-of.ts";
import type { Node } from "../../topology/nodes.ts";
import { type Declared, type Meant, rulesOf, takesPort } from "./meant.ts";

/**
 * The ports that an EC2 Instance Connect endpoint forwards to:
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/connect-with-ec2-instance-connect-endpoint.html, checked on 2026-11-29.
 */
const PORTS = [22, 3389] as const;

/**
 * A rule of a host's group that names the group of an Instance Connect endpoint means that endpoint. One that keeps the
 * client's address is known by that address instead.
 */
export function connectIntents(declared: Declared): readonly Meant[] {
  const { context, nodes } = declared;
  const hiding = context.network.instanceConnectEndpoints
    .filter(({ preserveClientIp }) => !preserveClientIp)
    .map(({ name }): string => terraformAddress("aws_ec2_instance_connect_endpoint", name));
  const endpoints = nodes.filter(({ id }) => hiding.includes(id));
  const hosts = nodes.filter(({ kind }) => kind === "instance" || kind === "auto-scaling-group");
  return endpoints.flatMap((endpoint) => hosts.flatMap((host) => toHost(declared, endpoint, host)));
}

function toHost(declared: Declared, endpoint: Node, host: Node): readonly Meant[] {
  const groups = groupsOf(endpoint);
  return rulesOf(declared, host, "ingress").flatMap(({ place, peer, traffic }) => {
    if (peer.kind !== "security-group" || !groups.has(peer.id)) return [];
    const port = PORTS.find((one) => takesPort(traffic, one));
    if (port === undefined) return [];
    return [
      {
        node: endpoint.id,
        intent: {
          place,
          to: { kind: "node", id: host.id },
          protocol: "tcp",
          port,
          family: "any",
          why: `sessions to ${host.name}`,
        },
      } satisfies Meant,
    ];
  });
}
