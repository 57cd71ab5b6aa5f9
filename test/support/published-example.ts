import { readFileSync } from "node:fs";
import { formatPrefix, parsePrefix, subPrefix } from "../../src/base/prefix.ts";
import { at, isObject, listAt, parseJson, textAt } from "./json.ts";
import { addressesIn } from "./synth-json.ts";

/** The Terraform JSON files that a blueprint of `folder` has beside it. */
export function besideFiles(blueprint: unknown, folder: URL): readonly unknown[] {
  return listAt(blueprint, "extend", "terraform").map((file) => {
    if (typeof file !== "string") throw new Error(`${JSON.stringify(file)} is no file`);
    return parseJson(readFileSync(new URL(file, folder), "utf8"), file);
  });
}

/** The addresses of what the override files of a blueprint change: Terraform refuses one that is not there. */
export function overridden(blueprint: unknown, folder: URL): readonly string[] {
  const names = listAt(blueprint, "extend", "terraform");
  return besideFiles(blueprint, folder).flatMap((file, index) =>
    String(names[index]).endsWith("_override.tf.json") ? addressesIn(file) : [],
  );
}

/** How many resources of each type there are; what an override file says of a resource is none. */
export function resourceCounts(files: readonly unknown[]): ReadonlyMap<string, number> {
  const addresses = new Set(files.flatMap(addressesIn));
  const counts = new Map<string, number>();
  for (const address of addresses) {
    const type = typeOf(address);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}

/**
 * The subnets that an example publishes, each as `zone IPv4-block IPv6-number: routes`, sorted. A NAT gateway is named
 * by its subnet's block: `in public` is that tier's subnet of the same zone, `in public a` that of zone a.
 */
export function publishedSubnets(published: unknown): readonly string[] {
  const tiers = objectAt(published, "subnets");
  return Object.keys(tiers)
    .flatMap((tier) =>
      listAt(tiers, tier, "zones").map((zone, index) => {
        const routes = listAt(tiers, tier, "routes").map((route) =>
          routeOf(String(route), String(zone), tiers),
        );
        return line(zone, listAt(tiers, tier, "ipv4")[index], listAt(tiers, tier, "ipv6")[index], routes);
      }),
    )
    .sort();
}

function routeOf(route: string, zone: string, tiers: unknown): string {
  return route.replace(/ in ([\w-]+)(?: (\w+))?$/, (_, tier: string, other: string | undefined) => {
    const place = listAt(tiers, tier, "zones").indexOf(other ?? zone);
    return ` in ${String(listAt(tiers, tier, "ipv4")[place])}`;
  });
}

/** The subnets of a stack, in the words of `publishedSubnets`; `poolGives`: the block that a pool chooses for the VPC. */
export function stackSubnets(given: unknown, region: string, poolGives: unknown): readonly string[] {
  const stack: unknown = JSON.parse(withBlocks(JSON.stringify(given), poolGives));
  return Object.entries(objectAt(stack, "resource", "aws_subnet"))
    .map(([id, subnet]) => {
      // A Local Zone is written by its full name.
      const zone = textAt(subnet, "availability_zone").replace(new RegExp(`^${region}(?=[a-f]$)`), "");
      const number = /, (\d+)\)\}$/.exec(String(at(subnet, "ipv6_cidr_block")))?.[1];
      return line(zone, at(subnet, "cidr_block"), number, routesOf(stack, id));
    })
    .sort();
}

function routesOf(stack: unknown, subnet: string): readonly string[] {
  const own = `\${aws_subnet.${subnet}.id}`;
  const tables = Object.values(objectAt(stack, "resource", "aws_route_table_association"))
    .filter((association) => at(association, "subnet_id") === own)
    .map((association) => at(association, "route_table_id"));
  return Object.values(objectAt(stack, "resource", "aws_route"))
    .filter((route) => tables.includes(at(route, "route_table_id")))
    .map((route) => `${destinationOf(route)} ${targetOf(stack, route)}`);
}

function destinationOf(route: unknown): string {
  const block = at(route, "destination_cidr_block") ?? at(route, "destination_ipv6_cidr_block");
  return typeof block === "string" ? block : typeOf(textAt(route, "destination_prefix_list_id"));
}

const TARGETS = [
  "gateway_id",
  "nat_gateway_id",
  "egress_only_gateway_id",
  "transit_gateway_id",
  "core_network_arn",
];

function targetOf(stack: unknown, route: unknown): string {
  const argument = TARGETS.find((name) => at(route, name) !== undefined);
  if (argument === undefined) throw new Error(`no known target in ${JSON.stringify(route)}`);
  const [, type, id = ""] = /^\$\{(aws_\w+)\.([\w-]+)\./.exec(textAt(route, argument)) ?? [];
  if (type !== "aws_nat_gateway") return type ?? argument;
  const subnet = /\.([\w-]+)\.id\}$/.exec(textAt(stack, "resource", type, id, "subnet_id"))?.[1] ?? "";
  return `${type} in ${textAt(stack, "resource", "aws_subnet", subnet, "cidr_block")}`;
}

function line(zone: unknown, ipv4: unknown, ipv6: unknown, routes: readonly string[]): string {
  return `${zone} ${ipv4 ?? "-"} ${ipv6 ?? "-"}: ${[...routes].sort().join(", ")}`;
}

/** The type of a resource from its address or a reference to it; a text that is neither as it is. */
function typeOf(text: string): string {
  return /^(?:\$\{)?(aws_\w+)\./.exec(text)?.[1] ?? text;
}

function objectAt(value: unknown, ...steps: readonly string[]): Record<string, unknown> {
  const found = at(value, ...steps);
  return isObject(found) ? found : {};
}

/** A stack's text in which the blocks that are cut at apply are what they are cut from `poolGives`. */
function withBlocks(text: string, poolGives: unknown): string {
  const block = typeof poolGives === "string" ? parsePrefix(poolGives) : null;
  if (block === null) return text;
  return text.replace(
    /\$\{cidrsubnet\(aws_vpc\.main\.cidr_block, (\d+), (\d+)\)\}/g,
    (_, newBits: string, number: string) => formatPrefix(subPrefix(block, Number(newBits), Number(number))),
  );
}
