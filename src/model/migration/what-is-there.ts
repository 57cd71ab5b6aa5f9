import type { Network } from "../types/network.ts";
import { terraformAddress } from "./terraform-address.ts";

/** What was there before the blueprint, asked by Terraform type and name. */
export interface WhatIsThere {
  /** True when it is imported or referenced. */
  readonly has: (type: string, name: string) => boolean;
  /** True when it stays managed outside this stack. */
  readonly isReferenced: (type: string, name: string) => boolean;
}

/** What was there before the blueprint. Without `existing`: nothing. */
export function whatIsThere({ existing }: Pick<Network, "existing">): WhatIsThere {
  const imports = new Set(existing?.imports.map(({ address }) => address));
  const references = new Set(existing?.references.map(({ address }) => address));
  const isReferenced = (type: string, name: string) => references.has(terraformAddress(type, name));
  return {
    isReferenced,
    has: (type, name) => imports.has(terraformAddress(type, name)) || isReferenced(type, name),
  };
}
