import type { Network } from "../../model/types/network.ts";
import type { TerraformAddress } from "../../model/types/shared.ts";

/** Who a resource belongs to: made here, there before and imported, or there before and managed outside this stack. */
export type Ownership =
  | { readonly kind: "created" }
  /** `id` is what `terraform import` takes. */
  | { readonly kind: "imported"; readonly id: string }
  /** `id` is its AWS id. */
  | { readonly kind: "external"; readonly id: string };

/** Who the resource with the Terraform address belongs to. */
export function ownershipOf({ existing }: Network, address: TerraformAddress): Ownership {
  const isIt = (resource: { readonly address: string }) => resource.address === address;
  const referenced = existing?.references.find(isIt);
  if (referenced !== undefined) return { kind: "external", id: referenced.id };
  const imported = existing?.imports.find(isIt);
  return imported === undefined ? { kind: "created" } : { kind: "imported", id: imported.id };
}
