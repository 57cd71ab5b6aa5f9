import type { Network } from "../../model/types/network.ts";

/** Who a resource belongs to: made here, there before and imported, or there before and in other hands. */
export type Whose =
  | { readonly kind: "made" }
  /** `id` is what `terraform import` takes. */
  | { readonly kind: "imported"; readonly id: string }
  /** `id` is its AWS id. */
  | { readonly kind: "referenced"; readonly id: string };

/** Who the resource with the Terraform address belongs to. */
export function whose({ existing }: Network, address: string): Whose {
  const isIt = (resource: { readonly address: string }) => resource.address === address;
  const referenced = existing?.references.find(isIt);
  if (referenced !== undefined) return { kind: "referenced", id: referenced.id };
  const imported = existing?.imports.find(isIt);
  return imported === undefined ? { kind: "made" } : { kind: "imported", id: imported.id };
}
