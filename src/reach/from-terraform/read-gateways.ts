import type { AddressFamily } from "../../base/prefix.ts";
import type { Gateway, TopologySubnet } from "../topology/topology.ts";
import type { Value } from "./fields.ts";
import { placeOf } from "./place-of.ts";
import { serviceOf } from "./read-prefix-lists.ts";
import type { Reading } from "./reading.ts";
import { type Referent, referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** Internet, egress-only and virtual private gateways, NAT gateways and gateway endpoints of a document. */
export function readGateways(reading: Reading, subnets: readonly TopologySubnet[]): readonly Gateway[] {
  const { index } = reading;
  const attachedTo = (type: string, argument: string, referent: Referent) =>
    new Map(
      index.ofType(type).flatMap((resource): [string, TerraformResource][] => {
        const gateway = reading.one(resource, referent, argument);
        if (gateway.kind === "one") return [[gateway.id, resource]];
        reading.leaveOut(resource, "an attachment: of which gateway is known after apply", []);
        return [];
      }),
    );
  const internet = attachedTo(
    "aws_internet_gateway_attachment",
    "internet_gateway_id",
    referents.internetGateway,
  );
  const vpn = attachedTo("aws_vpn_gateway_attachment", "vpn_gateway_id", referents.vpnGateway);
  return [
    ...inVpc(reading, referents.internetGateway.types, "internet-gateway", internet),
    ...inVpc(reading, referents.egressOnlyInternetGateway.types, "egress-only-internet-gateway", new Map()),
    ...inVpc(reading, referents.vpnGateway.types, "virtual-private-gateway", vpn),
    ...index.ofType("aws_nat_gateway").flatMap((resource) => natGateway(reading, resource, subnets)),
    ...index.ofType("aws_vpc_endpoint").flatMap((resource) => gatewayEndpoint(reading, resource)),
  ];
}

function inVpc(
  reading: Reading,
  types: readonly string[],
  kind: "internet-gateway" | "egress-only-internet-gateway" | "virtual-private-gateway",
  attachments: ReadonlyMap<string, TerraformResource>,
): readonly Gateway[] {
  return reading.index.ofType(...types).flatMap((resource): readonly Gateway[] => {
    const own = vpcOf(reading, resource);
    const attachment = attachments.get(resource.address);
    const vpc =
      own.kind === "none" && attachment !== undefined
        ? reading.one(attachment, referents.vpc, "vpc_id")
        : own;
    const at = { id: resource.address, place: placeOf(resource) };
    if (vpc.kind === "one") {
      return kind === "internet-gateway"
        ? [{ ...at, kind, vpc: vpc.id, edgeRouteTable: null }]
        : [{ ...at, kind, vpc: vpc.id }];
    }
    const ids = vpc.kind === "one-of" ? vpc.ids : [];
    const where =
      vpc.kind === "none" ? "in no VPC that this document names" : "in which VPC is known after apply";
    reading.leaveOut(resource, `a gateway: ${where}`, [resource.address, ...ids]);
    return [{ ...at, kind: "other", what: `a gateway ${where}` }];
  });
}

/** A data source of an internet gateway lists its attachments. */
function vpcOf(reading: Reading, resource: TerraformResource) {
  const own = reading.one(resource, referents.vpc, "vpc_id");
  if (own.kind !== "none" || resource.mode !== "data") return own;
  const [attachment] = reading.fields(resource).blocks("attachments").known;
  const id = attachment?.text("vpc_id") ?? { kind: "none" };
  if (id.kind !== "known") return own;
  return { kind: "one", id: reading.index.idOf(id.value, referents.vpc) ?? id.value } as const;
}

function natGateway(
  reading: Reading,
  resource: TerraformResource,
  subnets: readonly TopologySubnet[],
): readonly Gateway[] {
  const { address } = resource;
  const place = placeOf(resource);
  const subnet = subnetOfNat(reading, resource);
  const vpc = subnet === null ? reading.one(resource, referents.vpc, "vpc_id") : null;
  const known = subnets.find(({ id }) => id === subnet)?.vpc ?? (vpc?.kind === "one" ? vpc.id : null);
  if (subnet === "unknown" || known === null) {
    reading.leaveOut(resource, "a NAT gateway: in which subnet is known after apply", [address]);
    return [{ id: address, place, kind: "other", what: "a NAT gateway whose subnet is not known" }];
  }
  const type = reading.fields(resource).text("connectivity_type");
  const isPrivate = type.kind === "known" && type.value === "private";
  const connectivity = type.kind === "unknown" ? "unknown" : isPrivate ? "private" : "public";
  return [{ id: address, place, kind: "nat-gateway", vpc: known, subnet, connectivity }];
}

/** Null: a regional one stands in none. */
function subnetOfNat(reading: Reading, resource: TerraformResource): string | null {
  const subnet = reading.one(resource, referents.subnet, "subnet_id");
  if (subnet.kind === "one") return subnet.id;
  if (subnet.kind === "none") return null;
  if (!subnet.isClosed) return "unknown";
  const why = "a NAT gateway: in which subnet is known after apply";
  const choice = { ids: subnet.ids, place: placeOf(resource), why, touches: [resource.address] };
  return reading.choose(choice, resource.key) ?? "unknown";
}

/** The type of a VPC endpoint, in small letters; "gateway" where nothing is written. */
export function endpointType(reading: Reading, resource: TerraformResource): string {
  const type = reading.fields(resource).text("vpc_endpoint_type");
  if (type.kind === "unknown") return "unknown";
  return type.kind === "known" ? type.value.toLowerCase() : "gateway";
}

function gatewayEndpoint(reading: Reading, resource: TerraformResource): readonly Gateway[] {
  if (endpointType(reading, resource) !== "gateway") return [];
  const vpc = reading.one(resource, referents.vpc, "vpc_id");
  const name = reading.fields(resource).text("service_name");
  const service = name.kind === "known" ? serviceOf(name.value) : null;
  const type = reading.fields(resource).text("ip_address_type");
  const { address } = resource;
  if (vpc.kind !== "one" || service === null) {
    const ids = vpc.kind === "one-of" ? vpc.ids : vpc.kind === "one" ? [vpc.id] : [];
    reading.leaveOut(resource, "a gateway endpoint: its VPC or its service is known after apply", [
      address,
      ...ids,
    ]);
    return [];
  }
  return [
    {
      id: address,
      place: placeOf(resource),
      kind: "gateway-endpoint",
      vpc: vpc.id,
      service,
      families: familiesOf(type),
    },
  ];
}

/** An endpoint takes IPv4 alone unless it says more. */
export function familiesOf(type: Value<string>): readonly AddressFamily[] | "unknown" {
  if (type.kind === "unknown") return "unknown";
  if (type.kind === "none") return ["ipv4"];
  if (type.value === "dualstack") return ["ipv4", "ipv6"];
  return [type.value === "ipv6" ? "ipv6" : "ipv4"];
}
