import type { Path } from "../../base/path.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import type { Context } from "../context.ts";
import { hasFamily, type Tier } from "../types/subnets.ts";
import { type Inspecting, type InspectionTarget, readInspection } from "./read-inspection.ts";

/** What looks at the packets between a tier and the internet. */
export interface TierInspection {
  /** Of `inspection` of the tier whose route table it is. */
  readonly path: Path;
  readonly target: InspectionTarget;
}

/** What inspects the tier: what the tier whose route table it has says; null: nothing, or an unknown name, which is reported. */
export function inspectionOf(
  context: Context,
  blueprint: Blueprint,
  { routeTable }: Tier,
  inspecting: Inspecting,
): TierInspection | null {
  const written = blueprint.network.subnets[routeTable]?.inspection;
  if (written === undefined) return null;
  const path: Path = ["network", "subnets", routeTable, "inspection"];
  const target = readInspection(context, written, path, inspecting);
  return target === null ? null : { path, target };
}

/** The families in which the tier's default routes are those of the internet gateway, so that answers come in there. */
export function inspectedFamilies({ addressing, internet }: Tier): readonly AddressFamily[] {
  const families = { public: ["ipv4", "ipv6"], "egress-only": ["ipv6"], none: [] } as const;
  return families[internet].filter((family) => hasFamily(addressing, family));
}
