import type { Path } from "../../base/path.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference } from "../context.ts";
import type { InternetGatewayRoute } from "../types/inspection.ts";
import { hasFamily, type Tier } from "../types/subnets.ts";
import { inspectedFamilies, inspectionOf } from "./inspection-of.ts";
import { checkZones, type Inspecting, type InspectionTarget, readInspection } from "./read-inspection.ts";

/** What is wrong with `inspection` of a tier is reported where its own routes are made. */
const SILENT: Context = { report: () => {} };

interface Asked {
  readonly path: Path;
  readonly target: InspectionTarget;
  readonly families: readonly AddressFamily[];
}

/**
 * The routes of the internet gateway's own table, sorted by id: to each subnet of the tiers that the author names, and of those
 * that are inspected, in every family that comes in for them there.
 */
export function normaliseInternetGatewayRoutes(
  context: Context,
  blueprint: Blueprint,
  tiers: readonly Tier[],
  inspecting: Inspecting,
): readonly InternetGatewayRoute[] {
  const names = tiers.map(({ name }) => name);
  for (const name of Object.keys(blueprint.network.internetGatewayRoutes)) {
    checkReference(context, "subnet tier", name, names, ["network", "internetGatewayRoutes", name]);
  }
  return tiers.flatMap((tier) => {
    const asked = askedFor(context, blueprint, tier, inspecting);
    return asked === null ? [] : routesTo(tier, asked);
  });
}

/** What the author wrote for the internet gateway goes before what follows from the tier. */
function askedFor(context: Context, blueprint: Blueprint, tier: Tier, inspecting: Inspecting): Asked | null {
  const written = blueprint.network.internetGatewayRoutes[tier.name];
  if (written === undefined) {
    const inspection = inspectionOf(SILENT, blueprint, tier, inspecting);
    return inspection === null ? null : { ...inspection, families: inspectedFamilies(tier) };
  }
  const path = ["network", "internetGatewayRoutes", tier.name];
  const target = readInspection(context, written, path, inspecting);
  if (target === null) return null;
  if (target.kind === "zonal") {
    const letters = tier.subnets.map(({ zone }) => zone.letter);
    checkZones(context, `the internet gateway's route to tier "${tier.name}"`, target, letters, path);
  }
  return { path, target, families: ["ipv4", "ipv6"] };
}

function routesTo(tier: Tier, { path, target, families }: Asked): readonly InternetGatewayRoute[] {
  return tier.subnets.flatMap(({ id, zone }) => {
    const inZone = target.kind === "zonal" ? target.byZone.get(zone.letter) : target;
    if (inZone === undefined) return [];
    return families
      .filter((family) => hasFamily(tier.addressing, family))
      .map((family) => ({
        id: `internet_gateway_${id}_${family}`,
        ...{ path, tier: tier.name, subnet: id, family, target: inZone },
      }));
  });
}
