import type { AddressFamily } from "../../base/prefix.ts";
import { endpointIn } from "../topology/firewall-policy.ts";
import type { Gateway, TopologySubnet } from "../topology/topology.ts";
import type { Fields, Value } from "./fields.ts";
import { subnetsOf, wholeOf } from "./firewall-endpoint-of.ts";
import { firewallVerdict } from "./firewall-verdict.ts";
import { placeOf } from "./place-of.ts";
import { endpointType, familiesOf } from "./read-gateways.ts";
import { inlineRoutes, readTarget, separateRoute } from "./read-routes.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";
import { targetOf } from "./route-targets.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** The type of a VPC endpoint that leads to a Gateway Load Balancer, in small letters. */
export const INSPECTS = "gatewayloadbalancer";

/** The endpoints of Gateway Load Balancers and Network Firewalls, of which routes name the ids. */
export function readInspectionEndpoints(
  reading: Reading,
  subnets: readonly TopologySubnet[],
): readonly Gateway[] {
  const vpcOf = (subnet: string | null) => subnets.find(({ id }) => id === subnet)?.vpc ?? null;
  const wholes = namedWhole(reading);
  return [
    ...reading.index
      .ofType("aws_vpc_endpoint")
      .filter((resource) => endpointType(reading, resource) === INSPECTS)
      .map((resource) => balancerEndpoint(reading, resource, vpcOf)),
    ...reading.index
      .ofType("aws_networkfirewall_firewall")
      .flatMap((resource) => firewallEndpoints({ reading, vpcOf, wholes }, resource)),
  ];
}

const FIREWALL = { of: "network-firewall" } as const;

type VpcOf = (subnet: string | null) => string | null;

function balancerEndpoint(reading: Reading, resource: TerraformResource, vpcOf: VpcOf): Gateway {
  const { ids, isExact } = reading.many(resource, referents.subnet, "subnet_ids");
  const added = reading.index.ofType("aws_vpc_endpoint_subnet_association").flatMap((association) => {
    const endpoint = reading.one(association, referents.vpcEndpoint, "vpc_endpoint_id");
    const subnet = reading.one(association, referents.subnet, "subnet_id");
    return endpoint.kind === "one" && endpoint.id === resource.address && subnet.kind === "one"
      ? [subnet.id]
      : [];
  });
  const all = [...new Set([...ids, ...added])];
  const subnet = isExact || added.length > 0 ? oneOf(reading, resource, resource.address, all) : null;
  const families = familiesOf(reading.fields(resource).text("ip_address_type"));
  const why = "what stands behind a Gateway Load Balancer is not read";
  return endpoint(resource, resource.address, {
    subnet,
    vpc: vpcOf(subnet),
    of: "gateway-load-balancer",
    families,
    passes: "unknown",
    why,
  });
}

/** What is known before the endpoints of firewalls are read. */
interface Known {
  readonly reading: Reading;
  readonly vpcOf: VpcOf;
  /** What routes lead to that tell no endpoint from the others of its firewall. */
  readonly wholes: ReadonlySet<string>;
}

/** One for each zone; where routes do not say which one of those yet to be made, one that stands for all of them. */
function firewallEndpoints(
  { reading, vpcOf, wholes }: Known,
  resource: TerraformResource,
): readonly Gateway[] {
  const fields = reading.fields(resource);
  const verdict = firewallVerdict(reading, resource);
  const mappings = fields.blocks("subnet_mapping");
  const made = fields
    .blocks("firewall_status")
    .known.flatMap((status) => status.blocks("sync_states").known)
    .flatMap((state) => state.blocks("attachment").known);
  if (made.length > 0) {
    return made.flatMap((attachment): readonly Gateway[] => {
      const id = attachment.text("endpoint_id");
      if (id.kind !== "known") return [];
      const subnet = idOf(reading, attachment.text("subnet_id"));
      const families = familiesIn(reading, mappings.known, subnet);
      return [
        endpoint(resource, id.value, { ...FIREWALL, subnet, vpc: vpcOf(subnet), families, ...verdict }),
      ];
    });
  }
  const subnets = subnetsOf(reading, resource);
  const later = (subnets ?? []).map((subnet) => {
    const families = familiesIn(reading, mappings.known, subnet);
    const known = { ...FIREWALL, subnet, vpc: vpcOf(subnet), families };
    return endpoint(resource, endpointIn(resource.address, subnet), { ...known, ...verdict });
  });
  const id = wholeOf(resource);
  if (!wholes.has(id)) return later;
  const subnet = subnets === null ? null : oneOf(reading, resource, id, subnets);
  const families = familiesIn(reading, mappings.known, null);
  const known = { ...FIREWALL, subnet, vpc: vpcOf(subnet), families };
  const count = subnets === null ? "" : `${subnets.length} `;
  const why = `which of its ${count}endpoints the route names is known after apply`;
  return [...later, endpoint(resource, id, { ...known, passes: "unknown", why })];
}

function namedWhole(reading: Reading): ReadonlySet<string> {
  const separate = reading.index.ofType("aws_route").map((resource) => separateRoute(reading, resource));
  const inline = ["aws_route_table", "aws_default_route_table"].flatMap((type) =>
    reading.index.ofType(type).flatMap((resource) => inlineRoutes(reading, resource).routes),
  );
  const targets = [...separate, ...inline].flatMap((route) => {
    const named = targetOf(route.fields);
    if (named?.target.argument !== "vpc_endpoint_id") return [];
    const target = readTarget(reading, route, named);
    return target.kind === "one" ? [target.id] : target.kind === "one-of" ? target.ids : [];
  });
  return new Set(targets);
}

/** The subnet; one of several while they behave alike. */
function oneOf(
  reading: Reading,
  resource: TerraformResource,
  id: string,
  subnets: readonly string[],
): string | null {
  const [only, ...others] = subnets;
  if (only === undefined || others.length === 0) return only ?? null;
  const why = "an inspection endpoint: in which subnet is known after apply";
  return reading.choose({ ids: subnets, place: placeOf(resource), why, touches: [id] }, null);
}

function idOf(reading: Reading, subnet: Value<string>): string | null {
  return subnet.kind === "known" ? reading.idOf(subnet.value, referents.subnet) : null;
}

/** What the mapping of the subnet says, or all of them alike; AWS chooses where nothing is written. */
function familiesIn(
  reading: Reading,
  mappings: readonly Fields[],
  subnet: string | null,
): readonly AddressFamily[] | "unknown" {
  const isKnown = mappings.every((mapping) => mapping.text("subnet_id").kind === "known");
  const own = mappings.filter(
    (mapping) => subnet === null || !isKnown || idOf(reading, mapping.text("subnet_id")) === subnet,
  );
  const types = new Set(own.map((mapping) => textOf(mapping.text("ip_address_type"))));
  const [type] = types;
  if (types.size !== 1 || type === undefined || type === null) return "unknown";
  return familiesOf({ kind: "known", value: type.toLowerCase() });
}

function textOf(value: Value<string>): string | null {
  return value.kind === "known" ? value.value : null;
}

type Described = Omit<
  Extract<Gateway, { readonly kind: "inspection-endpoint" }>,
  "id" | "place" | "kind" | "vpc"
>;

function endpoint(
  resource: TerraformResource,
  id: string,
  { vpc, ...known }: Described & { readonly vpc: string | null },
): Gateway {
  const at = { id, place: placeOf(resource) };
  if (vpc !== null) return { ...at, kind: "inspection-endpoint", vpc, ...known };
  return { ...at, kind: "other", what: `the inspection endpoint ${id}, whose subnet is not known` };
}
