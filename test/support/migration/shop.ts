import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseDocument } from "yaml";
import type { StageId } from "../../../src/model/types/migration.ts";

/** The network of AWS's migration guide as others made it: plain Terraform, and the blueprint of where it is to go. */
export const SHOP = fileURLToPath(new URL("../../apply/fixtures/web-and-database", import.meta.url));

/** The blueprint with its placeholders. */
export const SHOP_BLUEPRINT = readFileSync(`${SHOP}/blueprint.yaml`, "utf8");

/** The blueprint at a stage, with further resources that were there; null: the migration is over. */
export function blueprintAt(
  blueprint: string,
  stage: StageId | null,
  imports: Readonly<Record<string, string>> = {},
): string {
  const document = parseDocument(blueprint);
  if (stage === null) document.delete("migration");
  else document.setIn(["migration", "stage"], stage);
  for (const [address, id] of Object.entries(imports))
    document.setIn(["network", "vpc", "existing", "import", address], id);
  return document.toString();
}

/** The same network for those who have nothing yet. */
export function blueprintFromScratch(blueprint: string): string {
  const document = parseDocument(blueprint);
  document.delete("migration");
  document.deleteIn(["network", "vpc", "existing"]);
  return document.toString();
}
