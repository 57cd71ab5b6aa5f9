import type { RouteDestination, TopologyRoute, TopologySubnet } from "../topology/topology.ts";
import { blockKey, knownBlock } from "./blocks.ts";
import type { Fields } from "./fields.ts";
import { firewallEndpointOf } from "./firewall-endpoint-of.ts";
import { placeOf } from "./place-of.ts";
import type { PrefixLists } from "./read-prefix-lists.ts";
import type { Reading, Reference } from "./reading.ts";
import { referents } from "./referents.ts";
import { targetOf } from "./route-targets.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** A route as it is written: in a resource of its own, or in its table. */
export interface WrittenRoute {
  readonly resource: TerraformResource;
  readonly fields: Fields;
  /** Where its arguments stand in the resource: nowhere deeper, or in `route`. */
  readonly path: readonly string[];
  readonly arguments: { readonly ipv4: string; readonly ipv6: string; readonly prefixList: string };
}

/** Blocks that routes name and do not write. */
export interface KnownBlocks {
  readonly lists: PrefixLists;
  readonly subnets: readonly TopologySubnet[];
}

/** What a route says before its target has become a gateway of the topology. */
export interface ReadRoute {
  readonly destinations: readonly RouteDestination[];
  readonly target: Reference;
  /** The argument that names the target. */
  readonly argument: string;
}

const SEPARATE = {
  ipv4: "destination_cidr_block",
  ipv6: "destination_ipv6_cidr_block",
  prefixList: "destination_prefix_list_id",
};
const INLINE = { ipv4: "cidr_block", ipv6: "ipv6_cidr_block", prefixList: "destination_prefix_list_id" };

/** A route of its own. */
export function separateRoute(reading: Reading, resource: TerraformResource): WrittenRoute {
  return { resource, fields: reading.fields(resource), path: [], arguments: SEPARATE };
}

/** The routes in a route table. */
export function inlineRoutes(reading: Reading, resource: TerraformResource) {
  const { known, isComplete } = reading
    .fields(resource)
    .blocks(resource.mode === "data" ? "routes" : "route");
  const routes = known.map(
    (fields): WrittenRoute => ({ resource, fields, path: ["route"], arguments: INLINE }),
  );
  return { routes, isComplete };
}

/** Reads where a route goes; null: it is a local route, which every table has. */
export function readRoute(reading: Reading, route: WrittenRoute, blocks: KnownBlocks): ReadRoute | null {
  const named = targetOf(route.fields);
  if (named?.value.kind === "known" && named.value.value === "local") return null;
  const destinations = destinationsOf(reading, route, blocks);
  if (named === null) return { destinations, target: { kind: "none" }, argument: "" };
  return { destinations, target: readTarget(reading, route, named), argument: named.target.argument };
}

/** What the argument of a route that names its target refers to. */
export function readTarget(
  reading: Reading,
  { resource, path }: WrittenRoute,
  { target: { argument, referent }, value }: NonNullable<ReturnType<typeof targetOf>>,
): Reference {
  if (value.kind === "known") {
    const id = referent === null ? null : reading.index.idOf(value.value, referent);
    return { kind: "one", id: id ?? value.value };
  }
  if (referent === null) return { kind: "one-of", ids: [], isClosed: false };
  const found = reading.one(resource, referent, ...path, argument);
  return firewallEndpointOf(reading, resource, [...path, argument], found);
}

function destinationsOf(
  reading: Reading,
  { resource, fields, path, arguments: names }: WrittenRoute,
  { lists, subnets }: KnownBlocks,
): readonly RouteDestination[] {
  const blocks = [fields.text(names.ipv4), fields.text(names.ipv6)];
  const known = blocks.find((block) => block.kind === "known");
  if (known !== undefined) {
    const block = knownBlock(known.value);
    return block === null ? [{ kind: "unknown" }] : [{ kind: "block", block }];
  }
  if (fields.text(names.ipv6).kind === "unknown") {
    const named = reading.one(resource, referents.subnetIpv6, ...path, names.ipv6);
    return [blockOfSubnet(subnets, named)];
  }
  const list = fields.text(names.prefixList);
  if (list.kind === "none" || blocks.some(({ kind }) => kind === "unknown")) return [{ kind: "unknown" }];
  const id = reading.one(resource, referents.prefixList, ...path, names.prefixList);
  const found = id.kind === "one" ? lists.get(id.id) : undefined;
  if (found === undefined || found.kind === "unknown") return [{ kind: "unknown" }];
  if (found.kind === "service") return [{ kind: "service", service: found.service }];
  return found.blocks.map((block) => ({ kind: "block", block }));
}

function blockOfSubnet(subnets: readonly TopologySubnet[], named: Reference): RouteDestination {
  const subnet = named.kind === "one" ? subnets.find(({ id }) => id === named.id) : undefined;
  const block = subnet?.ipv6 ?? null;
  return block === null ? { kind: "unknown" } : { kind: "block", block };
}

/** A text that is the same for routes of one destination only; AWS takes one route for each in a table. */
export function destinationKey(destination: RouteDestination): string {
  if (destination.kind === "block") return blockKey(destination.block);
  return destination.kind === "service" ? `service ${destination.service}` : "unknown";
}

/** The routes of the topology that one written route becomes. */
export function topologyRoutes(
  { resource }: WrittenRoute,
  { destinations }: ReadRoute,
  table: string,
  target: string,
): readonly TopologyRoute[] {
  return destinations.map((destination) => ({
    id: resource.type === "aws_route" ? resource.address : `${table} ${destinationKey(destination)}`,
    place: placeOf(resource),
    destination,
    target,
  }));
}
