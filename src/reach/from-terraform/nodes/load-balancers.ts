import type { AddressFamily } from "../../../base/prefix.ts";
import type { Listening, Node, NodeName } from "../../topology/nodes.ts";
import type { Answer } from "../../topology/topology.ts";
import type { Fields } from "../fields.ts";
import { placeOf } from "../place-of.ts";
import { answerOf, inverse } from "../read-vpcs.ts";
import type { ReferenceList } from "../reading.ts";
import { referents } from "../referents.ts";
import type { TerraformResource } from "../terraform-document.ts";
import { anyIpv4, anyIpv6, groupsOf, interfacesIn, type NodeReading, nodeOf } from "./node-reading.ts";

const BOTH = ["ipv4", "ipv6"] as const;
/** Protocols of listeners by what they are on the wire; the others are TCP. */
const UDP = ["UDP", "QUIC"];
const TCP_AND_UDP = ["TCP_UDP", "TCP_QUIC"];

/** The load balancers of a document with their listeners. */
export function loadBalancersOf(context: NodeReading): readonly Node[] {
  const listeners = listenersOf(context);
  return context.reading.index.ofType(...referents.loadBalancer.types).flatMap((resource) => {
    const fields = context.reading.fields(resource);
    const type = fields.text("load_balancer_type");
    if (type.kind === "known" && type.value === "gateway") {
      context.reading.leaveOut(resource, "a Gateway Load Balancer: what stands behind it is not followed", [
        resource.address,
      ]);
      return [];
    }
    const addressing = fields.text("ip_address_type");
    if (addressing.kind === "unknown") {
      context.reading.leaveOut(resource, "its address type is known after apply", [resource.address]);
    }
    const word = addressing.kind === "known" ? addressing.value : "ipv4";
    const isInternal = answerOf(fields.flag("internal"), "no");
    const interfaces = interfacesIn(context, resource, subnetsOf(context, resource), {
      ipv4: anyIpv4,
      ipv6: (subnet) => (word === "ipv4" ? null : anyIpv6(subnet)),
      publicIpv4: () => publicIpv4(word, isInternal),
      publicIpv6: inverse(isInternal),
      securityGroups: groupsOfBalancer(context, resource, fields),
    });
    const families = clientFamilies(word, isInternal);
    const own = listeners.filter(({ balancer }) => balancer === resource.address);
    return nodeOf(resource, "load-balancer", interfaces, {
      opens: word === "ipv4" ? ["ipv4"] : BOTH,
      listens: own.flatMap(({ listener }) => listensOn(context, listener, families)),
      names: namesOf(fields, families),
    });
  });
}

function publicIpv4(addressing: string, isInternal: Answer): Answer {
  if (addressing === "dualstack-without-public-ipv4" || isInternal === "yes") return "no";
  return isInternal === "no" ? "yes" : "unknown";
}

function clientFamilies(addressing: string, isInternal: Answer): readonly AddressFamily[] {
  if (addressing === "ipv4") return ["ipv4"];
  return addressing === "dualstack" || isInternal !== "no" ? BOTH : ["ipv6"];
}

/** A network load balancer that names no groups has none; an application one has the VPC's default group then. */
function groupsOfBalancer(context: NodeReading, resource: TerraformResource, fields: Fields) {
  const { ids, isExact } = context.reading.many(resource, referents.securityGroup, "security_groups");
  const type = fields.text("load_balancer_type");
  const isNetwork = type.kind === "known" && type.value === "network";
  if (isNetwork && ids.length === 0 && isExact) return () => null;
  return groupsOf(context, resource, "security_groups");
}

function subnetsOf({ reading }: NodeReading, resource: TerraformResource): ReferenceList {
  const named = reading.many(resource, referents.subnet, "subnets");
  if (named.ids.length > 0 || !named.isExact) return named;
  const mapped = reading.fields(resource).blocks("subnet_mapping");
  const ids = mapped.known.map((block) => block.text("subnet_id"));
  if (mapped.isComplete && ids.every(({ kind }) => kind === "known")) {
    const known = ids.map((id) => (id.kind === "known" ? reading.idOf(id.value, referents.subnet) : ""));
    return { ids: known, isExact: true, isClosed: true };
  }
  const found = reading.one(resource, referents.subnet, "subnet_mapping", "subnet_id");
  if (found.kind === "one") return { ids: [found.id], isExact: true, isClosed: true };
  if (found.kind === "none") return { ids: [], isExact: false, isClosed: false };
  return { ids: found.ids, isExact: false, isClosed: found.isClosed };
}

function listenersOf({ reading }: NodeReading) {
  return reading.index.ofType("aws_lb_listener", "aws_alb_listener").flatMap((listener) => {
    const balancer = reading.one(listener, referents.loadBalancer, "load_balancer_arn");
    if (balancer.kind === "one") return [{ balancer: balancer.id, listener }];
    const touches = balancer.kind === "one-of" && balancer.isClosed ? balancer.ids : [];
    reading.leaveOut(listener, "a listener: of which load balancer is known after apply", touches);
    return [];
  });
}

function listensOn(
  { reading }: NodeReading,
  listener: TerraformResource,
  families: readonly AddressFamily[],
): readonly Listening[] {
  const fields = reading.fields(listener);
  const [port, protocol] = [fields.number("port"), fields.text("protocol")];
  if (port.kind !== "known" || protocol.kind === "unknown") {
    const balancer = reading.one(listener, referents.loadBalancer, "load_balancer_arn");
    const touches = balancer.kind === "one" ? [balancer.id] : [];
    reading.leaveOut(listener, "a listener: its port or protocol is known after apply", touches);
    return [];
  }
  const word = protocol.kind === "known" ? protocol.value.toUpperCase() : "TCP";
  const transports = TCP_AND_UDP.includes(word)
    ? (["tcp", "udp"] as const)
    : UDP.includes(word)
      ? (["udp"] as const)
      : (["tcp"] as const);
  return transports.map((transport) => ({
    place: placeOf(listener),
    protocol: transport,
    from: port.value,
    to: port.value,
    families,
    what: `the listener ${listener.address}`,
  }));
}

function namesOf(fields: Fields, families: readonly AddressFamily[]): readonly NodeName[] {
  const name = fields.text("dns_name");
  return name.kind === "known" ? [{ name: name.value, families, seenFrom: "everywhere" }] : [];
}
