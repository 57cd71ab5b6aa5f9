import { usualNameOf } from "../../../aws/vpc-endpoint-services.ts";
import type { AddressFamily } from "../../../base/prefix.ts";
import { anyPort } from "../../from-network/interfaces.ts";
import type { Node, NodeName } from "../../topology/nodes.ts";
import type { Fields, Value } from "../fields.ts";
import { placeOf } from "../place-of.ts";
import { endpointType, familiesOf } from "../read-gateways.ts";
import { INSPECTS } from "../read-inspection-endpoints.ts";
import { serviceOf } from "../read-prefix-lists.ts";
import { answerOf } from "../read-vpcs.ts";
import type { ReferenceList } from "../reading.ts";
import { type Referent, referents } from "../referents.ts";
import type { TerraformResource } from "../terraform-document.ts";
import { anyIpv4, anyIpv6, interfacesIn, type NodeReading, nodeOf, subnetOf } from "./node-reading.ts";

/** The VPC endpoints with network interfaces. */
export function vpcEndpointsOf(context: NodeReading, region: string): readonly Node[] {
  const { reading } = context;
  const endpoints = reading.index.ofType("aws_vpc_endpoint").flatMap((resource) => {
    const type = endpointType(reading, resource);
    if (type === "gateway" || type === INSPECTS) return [];
    if (type === "interface") return [resource];
    reading.leaveOut(resource, `a VPC endpoint of type ${type}: what stands behind it is not followed`, [
      resource.address,
    ]);
    return [];
  });
  const inSubnets = added(context, "aws_vpc_endpoint_subnet_association", "subnet_id", referents.subnet);
  const groups = added(
    context,
    "aws_vpc_endpoint_security_group_association",
    "security_group_id",
    referents.securityGroup,
  );
  return endpoints.map((resource) => {
    const fields = reading.fields(resource);
    const families = familiesIn(fields.text("ip_address_type"), context, resource);
    const subnets = joined(
      reading.many(resource, referents.subnet, "subnet_ids"),
      inSubnets.get(resource.address),
    );
    const own = joined(
      reading.many(resource, referents.securityGroup, "security_group_ids"),
      groups.get(resource.address),
    );
    if (!own.isExact)
      reading.leaveOut(resource, "its security groups are known after apply", [resource.address]);
    const interfaces = interfacesIn(context, resource, subnets, {
      ipv4: (subnet) => (families.includes("ipv4") ? anyIpv4(subnet) : null),
      ipv6: (subnet) => (families.includes("ipv6") ? anyIpv6(subnet) : null),
      publicIpv4: () => "no",
      publicIpv6: "no",
      securityGroups: ({ vpc }) =>
        own.ids.length > 0 ? own.ids : [reading.canonical(`${vpc}.default_security_group_id`)],
    });
    const listens = anyPort(placeOf(resource), "the endpoint");
    const names = namesOf(context, resource, fields, families, region);
    return nodeOf(resource, "vpc-endpoint", interfaces, { opens: [], listens, names });
  });
}

/** What associations add to endpoints, by endpoint. */
function added(
  { reading }: NodeReading,
  type: string,
  argument: string,
  referent: Referent,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const resource of reading.index.ofType(type)) {
    const endpoint = reading.one(resource, referents.vpcEndpoint, "vpc_endpoint_id");
    const id = reading.one(resource, referent, argument);
    if (endpoint.kind === "one" && id.kind === "one") {
      found.set(endpoint.id, [...(found.get(endpoint.id) ?? []), id.id]);
      continue;
    }
    const touches =
      endpoint.kind === "one"
        ? [endpoint.id]
        : endpoint.kind === "one-of" && endpoint.isClosed
          ? endpoint.ids
          : [];
    reading.leaveOut(resource, "what a VPC endpoint is associated with is known after apply", touches);
  }
  return found;
}

function joined(list: ReferenceList, more: readonly string[] = []): ReferenceList {
  return { ...list, ids: [...new Set([...list.ids, ...more])].sort() };
}

function familiesIn(
  type: Value<string>,
  { reading }: NodeReading,
  resource: TerraformResource,
): readonly AddressFamily[] {
  const families = familiesOf(type);
  if (families !== "unknown") return families;
  reading.leaveOut(resource, "its address type is known after apply", [resource.address]);
  return ["ipv4"];
}

/** The service's usual name inside the VPC, in the families that the endpoint's records have. */
function namesOf(
  { reading }: NodeReading,
  resource: TerraformResource,
  fields: Fields,
  families: readonly AddressFamily[],
  region: string,
): readonly NodeName[] {
  const isPrivate = answerOf(fields.flag("private_dns_enabled"), "no");
  const name = fields.text("service_name");
  const service = name.kind === "known" ? serviceOf(name.value) : null;
  if (isPrivate === "unknown" || name.kind === "unknown")
    reading.leaveOut(resource, "which names it answers for is known after apply", [resource.address]);
  const [options] = fields.blocks("dns_options").known;
  if (isPrivate !== "yes" || service === null || isForInboundAlone(reading, resource, options)) return [];
  const records = options?.text("dns_record_ip_type");
  const answered =
    records?.kind === "known" ? families.filter((family) => isAnswered(family, records.value)) : families;
  return [{ name: `${usualNameOf(service)}.${region}.amazonaws.com`, families: answered, seenFrom: "vpc" }];
}

/** Of such an endpoint only what asks the VPC's inbound resolver hears: https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html */
function isForInboundAlone(
  { leaveOut }: NodeReading["reading"],
  resource: TerraformResource,
  options: Fields | undefined,
): boolean {
  const flag = options?.flag("private_dns_only_for_inbound_resolver_endpoint");
  if (flag?.kind === "unknown")
    leaveOut(resource, "for whom its names answer is known after apply", [resource.address]);
  return flag?.kind === "known" && flag.value;
}

function isAnswered(family: AddressFamily, records: string): boolean {
  return records === family || (records !== "ipv4" && records !== "ipv6");
}

/** The EC2 Instance Connect endpoints. */
export function instanceConnectEndpointsOf(context: NodeReading): readonly Node[] {
  const { reading } = context;
  return reading.index.ofType("aws_ec2_instance_connect_endpoint").map((resource) => {
    const type = reading.fields(resource).text("ip_address_type");
    const families: readonly AddressFamily[] =
      type.kind === "known" ? familiesIn(type, context, resource) : ["ipv4", "ipv6"];
    const own = reading.many(resource, referents.securityGroup, "security_group_ids");
    if (!own.isExact)
      reading.leaveOut(resource, "its security groups are known after apply", [resource.address]);
    const interfaces = interfacesIn(context, resource, subnetOf(context, resource, "subnet_id"), {
      ipv4: (subnet) => (families.includes("ipv4") ? anyIpv4(subnet) : null),
      ipv6: (subnet) => (families.includes("ipv6") ? anyIpv6(subnet) : null),
      publicIpv4: () => "no",
      publicIpv6: "no",
      securityGroups: ({ vpc }) =>
        own.ids.length > 0 ? own.ids : [reading.canonical(`${vpc}.default_security_group_id`)],
    });
    return nodeOf(resource, "instance-connect-endpoint", interfaces, { opens: families });
  });
}
