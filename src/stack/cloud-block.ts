import type { Construct } from "constructs";
import type { Backend } from "../model/types/terraform-settings.ts";
import { TerraformBackend, type TerraformRemoteState } from "./engine.ts";
import { omitNull } from "./omit-null.ts";

/** The `cloud` block, as `CloudBackend` of CDKTF writes it; that one runs `terraform` at synth and fails without. */
export class CloudBlock extends TerraformBackend {
  readonly #settings: Backend & { readonly kind: "cloud" };

  constructor(scope: Construct, settings: Backend & { readonly kind: "cloud" }) {
    super(scope, "backend", "cloud");
    this.#settings = settings;
  }

  /** The block itself, where other backends write `backend`. */
  override toTerraform(): object {
    const { organization, hostname, workspace, project } = this.#settings;
    const workspaces = omitNull({ name: workspace, project });
    return { terraform: { cloud: { organization, hostname, workspaces } } };
  }

  /** What the `cdktf` command wants to know: HCP Terraform itself, or Terraform Enterprise on another host. */
  override toMetadata(): object {
    return { backend: "cloud", cloud: this.#settings.hostname === "app.terraform.io" ? "tfc" : "tfe" };
  }

  /** Always throws: stacks do not read each other's state. */
  override getRemoteStateDataSource(): TerraformRemoteState {
    throw new Error("a stack with a cloud block cannot be read by another stack");
  }
}
