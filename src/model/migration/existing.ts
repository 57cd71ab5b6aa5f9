import { byText } from "../../base/compare-texts.ts";
import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { type Context, report, sortedEntries } from "../context.ts";
import type { Existing, ExistingResource } from "../types/migration.ts";

/** The Terraform address of the VPC, which `existing.id` speaks of. */
export const VPC_ADDRESS = "aws_vpc.main";

const PATH: Path = ["network", "vpc", "existing"];

/** What is there before the blueprint; null when everything is made anew. */
export function normaliseExisting(context: Context, blueprint: Blueprint): Existing | null {
  const written = blueprint.network.vpc.existing;
  if (written === undefined) return null;
  const vpc: ExistingResource = { path: [...PATH, "id"], address: VPC_ADDRESS, id: written.id };
  const imports = readResources(context, written.import, [...PATH, "import"]);
  const references = readResources(context, written.reference, [...PATH, "reference"]);
  return {
    path: PATH,
    vpcId: written.id,
    imports: written.management === "import" ? withVpc(imports, vpc) : imports,
    references: written.management === "reference" ? withVpc(references, vpc) : references,
  };
}

function readResources(
  context: Context,
  written: Readonly<Record<string, string>>,
  path: Path,
): readonly ExistingResource[] {
  return sortedEntries(written).flatMap(([address, id]) => {
    const resource = { path: [...path, address], address, id };
    if (address !== VPC_ADDRESS) return [resource];
    const message = `"${VPC_ADDRESS}" is the VPC itself, which network.vpc.existing.id names`;
    report(context, "model/reserved-name", resource.path, message, "remove this line");
    return [];
  });
}

function withVpc(resources: readonly ExistingResource[], vpc: ExistingResource): readonly ExistingResource[] {
  return [...resources, vpc].sort(byText(({ address }) => address));
}
