import type { Path } from "../../base/path.ts";
import type { Blueprint, Tier as WrittenTier } from "../../blueprint/blueprint.generated.ts";
import { type Context, report } from "../context.ts";
import { knownName, tierNames } from "../references.ts";
import type { TierName } from "../types/shared.ts";

/** The name of the tier whose route table the tier's subnets have: its own unless the author names another one. */
export function routeTableOf(
  context: Context,
  blueprint: Blueprint,
  name: TierName,
  written: WrittenTier,
): TierName {
  const { network } = blueprint;
  const path: Path = ["network", "subnets", name, "routeTable"];
  const others = tierNames(blueprint).filter((other) => other !== name);
  const owner = knownName(context, "subnet tier", written.routeTable, others, path);
  const ownerWritten = owner === null ? undefined : network.subnets[owner];
  if (owner === null || ownerWritten === undefined) return name;
  for (const reason of whyNotShared(name, written, owner, ownerWritten)) {
    report(context, "model/shared-route-table", path, reason, `write it for tier "${owner}" alone`);
  }
  if (Object.hasOwn(network.routes, name)) {
    const message = `tier "${name}" has routes of its own beside the route table of tier "${owner}"`;
    const hint = `move them to network.routes.${owner}`;
    report(context, "model/shared-route-table", ["network", "routes", name], message, hint);
  }
  return owner;
}

/** What the tier says of its routes must be what the table that it shares does. */
function whyNotShared(
  name: string,
  tier: WrittenTier,
  ownerName: string,
  owner: WrittenTier,
): readonly string[] {
  const told = (key: string, value: string, other: string) =>
    `tier "${name}" has ${key}: ${value}, but tier "${ownerName}", whose route table it shares, has ${other}`;
  return [
    ...(owner.routeTable === undefined
      ? []
      : [`tier "${ownerName}" has no route table: it shares that of tier "${owner.routeTable}"`]),
    ...(tier.internet === owner.internet ? [] : [told("internet", tier.internet, owner.internet)]),
    ...(["natGateway", "inspection", "nat64Instances"] as const).flatMap((key) =>
      isAnother(tier[key], owner[key])
        ? [told(key, wordOf(tier[key], "of its own"), wordOf(owner[key], "another"))]
        : [],
    ),
    ...(tier.nat64 && !owner.nat64 ? [told("nat64", "true", "none")] : []),
  ];
}

/** What is left out is as the owner has it. */
function isAnother(own: unknown, other: unknown): boolean {
  return own !== undefined && JSON.stringify(own) !== JSON.stringify(other);
}

function wordOf(value: unknown, otherwise: string): string {
  if (value === undefined) return "none";
  return typeof value === "string" ? value : otherwise;
}
