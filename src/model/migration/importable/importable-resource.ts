import { terraformAddress } from "../terraform-address.ts";

/** A resource of the stack that may have been there before. */
export interface Importable {
  /** Its Terraform address. */
  readonly address: string;
  /** Addresses of what must have been there too, for it could not have been without: a route's table, a host's subnet. */
  readonly needs: readonly string[];
}

/** A resource by Terraform type and name, with what it needs by address. */
export function importable(type: string, name: string, needs: readonly string[] = []): Importable {
  return { address: terraformAddress(type, name), needs };
}
