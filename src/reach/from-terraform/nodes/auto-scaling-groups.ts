import { anyPort } from "../../from-network/interfaces.ts";
import type { Node } from "../../topology/nodes.ts";
import { placeOf } from "../place-of.ts";
import { referents } from "../referents.ts";
import { newIpv6, newPublicIpv4 } from "./addresses.ts";
import { templateOf } from "./launch-templates.ts";
import { anyIpv4, interfacesIn, type NodeReading, nodeOf } from "./node-reading.ts";

/** The auto scaling groups of a document: one node for all hosts of one. */
export function autoScalingGroupsOf(context: NodeReading): readonly Node[] {
  return context.reading.index.ofType("aws_autoscaling_group").map((resource) => {
    const template = templateOf(context, resource);
    const named = context.reading.many(resource, referents.subnet, "vpc_zone_identifier");
    const subnets = named.ids.length === 0 && named.isExact ? template.subnets : named;
    if (subnets.ids.length === 0) {
      context.reading.leaveOut(resource, "hosts: in which subnets is not said", [resource.address]);
    }
    const interfaces = interfacesIn(context, resource, subnets, {
      ipv4: anyIpv4,
      ipv6: (subnet) => newIpv6(context, resource, subnet, template.ipv6Count),
      publicIpv4: (subnet) => newPublicIpv4(context, template.publicIpv4, subnet),
      publicIpv6: "yes",
      securityGroups: template.groups,
    });
    const listens = anyPort(placeOf(resource), "what the host runs");
    return nodeOf(resource, "auto-scaling-group", interfaces, { opens: ["ipv4", "ipv6"], listens });
  });
}
