import type { AddressFamily } from "../../../base/prefix.ts";
import { dnsListening } from "../../topology/dns-listening.ts";
import type { Node } from "../../topology/nodes.ts";
import type { Value } from "../fields.ts";
import { placeOf } from "../place-of.ts";
import { referents } from "../referents.ts";
import { anyIpv4, anyIpv6, groupsOf, interfacesIn, type NodeReading, nodeOf } from "./node-reading.ts";

/** The endpoints of Route 53 Resolver. */
export function resolverEndpointsOf(context: NodeReading): readonly Node[] {
  const { reading } = context;
  return reading.index.ofType("aws_route53_resolver_endpoint").map((resource) => {
    const fields = reading.fields(resource);
    const type = fields.text("resolver_endpoint_type");
    if (type.kind === "unknown")
      reading.leaveOut(resource, "its address type is known after apply", [resource.address]);
    const families = familiesIn(type);
    const subnets = reading.many(resource, referents.subnet, "ip_address", "subnet_id");
    const interfaces = interfacesIn(context, resource, subnets, {
      ipv4: (subnet) => (families.includes("ipv4") ? anyIpv4(subnet) : null),
      ipv6: (subnet) => (families.includes("ipv6") ? anyIpv6(subnet) : null),
      publicIpv4: () => "no",
      publicIpv6: "no",
      securityGroups: groupsOf(context, resource, "security_group_ids"),
    });
    const direction = fields.text("direction");
    const isInbound = direction.kind === "known" && direction.value.startsWith("INBOUND");
    const { known } = fields.texts("protocols");
    const listens = isInbound
      ? dnsListening(placeOf(resource), families, known.length === 0 ? ["Do53"] : known)
      : [];
    return nodeOf(resource, "resolver-endpoint", interfaces, { opens: isInbound ? [] : families, listens });
  });
}

/** AWS's own default is IPv4. */
function familiesIn(type: Value<string>): readonly AddressFamily[] {
  const word = type.kind === "known" ? type.value : "IPV4";
  if (word === "DUALSTACK") return ["ipv4", "ipv6"];
  return word === "IPV6" ? ["ipv6"] : ["ipv4"];
}
