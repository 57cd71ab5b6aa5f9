import type { Network } from "../../model/types/network.ts";
import type { TransitGatewayReference } from "../../model/types/transit.ts";

type MadeHere = Extract<TransitGatewayReference, { readonly kind: "create" }>;

/** The transit gateway of the attachment of that name, where it is made here. */
export function gatewayOf({ transitGatewayAttachments }: Network, attachment: string): MadeHere | null {
  const gateway = transitGatewayAttachments.find(({ name }) => name === attachment)?.gateway;
  return gateway?.kind === "create" ? gateway : null;
}
