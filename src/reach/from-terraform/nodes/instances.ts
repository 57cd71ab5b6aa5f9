import { NAT64_CONFIGURATION } from "../../../model/guests/nat64.ts";
import { anyPort } from "../../from-network/interfaces.ts";
import type { Interface, Node } from "../../topology/nodes.ts";
import type { Answer, TopologySubnet } from "../../topology/topology.ts";
import { placeOf } from "../place-of.ts";
import { answerOf, inverse } from "../read-vpcs.ts";
import { referents } from "../referents.ts";
import type { TerraformResource } from "../terraform-document.ts";
import { ipv4Of, ipv6Of, isChosenLater, newPublicIpv4 } from "./addresses.ts";
import type { Attachments } from "./interface-owners.ts";
import { templateOf } from "./launch-templates.ts";
import { groupsOf, interfacesIn, type NodeReading, nodeOf, subnetOf } from "./node-reading.ts";

const HOST = { opens: ["ipv4", "ipv6"] } as const;

/** The instances of a document, with the network interfaces that are attached to them. */
export function instancesOf(context: NodeReading, attachments: Attachments): readonly Node[] {
  return context.reading.index.ofType("aws_instance", "aws_spot_instance_request").map((resource) => {
    const attached = attachments.interfacesOf(resource.address).flatMap((id) => {
      const found = context.reading.index.byAddress.get(id);
      return found === undefined ? [] : [found];
    });
    const extra = attached.flatMap((one) => ownInterfaces(context, one, attachments));
    const interfaces = [...firstInterface(context, resource, attachments), ...extra];
    if (interfaces.length === 0) {
      context.reading.leaveOut(resource, "an instance: in which subnet it stands is not said", [
        resource.address,
      ]);
    }
    const sends = forwardsBy(context, hasOwnFirst(context, resource) ? attached : [resource, ...attached]);
    const forwards = sends === "yes" && isTranslator(context, resource) ? "nat64" : sends;
    const listens = anyPort(placeOf(resource), "what the host runs");
    return nodeOf(resource, "instance", interfaces, { ...HOST, listens, forwards });
  });
}

/** With `network_interface`, what is attached says all: the provider does not set the instance's own check then. */
function hasOwnFirst({ reading }: NodeReading, resource: TerraformResource): boolean {
  return reading.fields(resource).blocks("network_interface").known.length > 0;
}

/** Each network interface has a check of its own: where they differ it depends on which a packet comes to. */
function forwardsBy({ reading }: NodeReading, holders: readonly TerraformResource[]): Answer {
  const all = holders.map((one) => inverse(answerOf(reading.fields(one).flag("source_dest_check"), "yes")));
  const [first = "unknown", ...others] = all;
  return others.every((other) => other === first) ? first : "unknown";
}

/** What Hextet writes as user data of a host with `guest.nat64`; a state of `user_data` has its digest alone. */
function isTranslator({ reading }: NodeReading, resource: TerraformResource): boolean {
  const encoded = reading.fields(resource).text("user_data_base64");
  const plain = reading.fields(resource).text("user_data");
  const texts = [
    ...(encoded.kind === "known" ? [Buffer.from(encoded.value, "base64").toString("utf8")] : []),
    ...(plain.kind === "known" ? [plain.value] : []),
  ];
  return texts.some((text) => text.includes(NAT64_CONFIGURATION));
}

function firstInterface(
  context: NodeReading,
  resource: TerraformResource,
  { elastic, added }: Attachments,
): readonly Interface[] {
  const fields = context.reading.fields(resource);
  if (hasOwnFirst(context, resource)) return [];
  const template = templateOf(context, resource);
  const own = subnetOf(context, resource, "subnet_id");
  const subnets = own.ids.length === 0 && own.isClosed ? template.subnets : own;
  const { ids, isExact } = context.reading.many(resource, referents.securityGroup, "vpc_security_group_ids");
  const groups =
    ids.length === 0 && isExact ? template.groups : groupsOf(context, resource, "vpc_security_group_ids");
  const more = added.get(resource.address) ?? [];
  const placing = {
    ipv4: (subnet: TopologySubnet) => ipv4Of(fields.text("private_ip"), subnet),
    ipv6: (subnet: TopologySubnet) => ipv6Of(context, resource, fields, subnet),
    publicIpv4: (subnet: TopologySubnet) =>
      elastic.has(resource.address) ? ("yes" as const) : publicIpv4(context, resource, subnet),
    publicIpv6: "yes" as const,
    securityGroups: (subnet: TopologySubnet) => [...new Set([...groups(subnet), ...more])],
  };
  return interfacesIn(context, resource, subnets, placing);
}

function publicIpv4(context: NodeReading, resource: TerraformResource, subnet: TopologySubnet): Answer {
  const fields = context.reading.fields(resource);
  if (fields.text("public_ip").kind === "known") return "yes";
  if (!isChosenLater(resource, "public_ip") && resource.unknown === false) return "no";
  const flag = fields.flag("associate_public_ip_address");
  const template = templateOf(context, resource).publicIpv4;
  return newPublicIpv4(context, flag.kind === "none" ? template : flag, subnet);
}

/** The network interfaces that belong to no instance of the document. */
export function networkInterfacesOf(context: NodeReading, attachments: Attachments): readonly Node[] {
  return context.reading.index
    .ofType("aws_network_interface")
    .filter(({ address }) => !attachments.instanceOf.has(address))
    .map((resource) => {
      const forwards = forwardsBy(context, [resource]);
      const listens = anyPort(placeOf(resource), "what has the network interface");
      const interfaces = ownInterfaces(context, resource, attachments);
      return nodeOf(resource, "network-interface", interfaces, { ...HOST, listens, forwards });
    });
}

function ownInterfaces(
  context: NodeReading,
  resource: TerraformResource,
  { elastic, added }: Attachments,
): readonly Interface[] {
  const fields = context.reading.fields(resource);
  const groups = groupsOf(context, resource, "security_groups");
  const more = added.get(resource.address) ?? [];
  return interfacesIn(context, resource, subnetOf(context, resource, "subnet_id"), {
    ipv4: (subnet) => ipv4Of(fields.text("private_ip"), subnet),
    ipv6: (subnet) => ipv6Of(context, resource, fields, subnet),
    publicIpv4: () => (elastic.has(resource.address) ? "yes" : "no"),
    publicIpv6: "yes",
    securityGroups: (subnet) => [...new Set([...groups(subnet), ...more])],
  });
}
