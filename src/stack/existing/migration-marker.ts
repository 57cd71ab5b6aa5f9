import type { Construct } from "constructs";
import type { Network } from "../../model/types/network.ts";
import { TerraformData } from "../hooks/terraform-data.ts";

/** Adds `terraform_data.migration`: in a plan its `input` tells from which stage to which an apply goes. */
export function addMigrationMarker(scope: Construct, { migration }: Network): void {
  if (migration === null) return;
  new TerraformData(scope, "terraform_data.migration", { input: migration.stage });
}
