import type { Construct } from "constructs";
import { byText } from "../../base/compare-texts.ts";
import { TerraformElement } from "../engine.ts";

/** What Terraform takes over: the address that a resource gets here, and what `terraform import` takes for it. */
export interface ImportBlock {
  readonly to: string;
  readonly id: string;
  /** Expression for a set of ids, one or none: then `id` is `each.value`, and with none the resource is made. */
  readonly for_each?: string;
}

/**
 * Blocks `import`, sorted by address. CDKTF's own `importFrom` asks the `terraform` command for its version once for each, and fails
 * where there is none.
 */
export class ImportBlocks extends TerraformElement {
  readonly #blocks: readonly ImportBlock[];

  constructor(scope: Construct, blocks: readonly ImportBlock[]) {
    super(scope, "import");
    this.#blocks = [...blocks].sort(byText(({ to }) => to));
  }

  /** The blocks at the root of the Terraform JSON. */
  override toTerraform(): object {
    return { import: this.#blocks };
  }
}
