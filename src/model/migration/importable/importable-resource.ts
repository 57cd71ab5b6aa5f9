import type { TerraformAddress } from "../../types/shared.ts";
import { terraformAddress } from "../terraform-address.ts";

/** A resource of the stack that may have been there before. */
export interface Importable {
  /** Its Terraform address. */
  readonly address: TerraformAddress;
  /** Addresses of what must have been there too, for it could not have been without: a route's table, a host's subnet. */
  readonly needs: readonly string[];
  /** Addresses of which one must have been there too: the subnets of a load balancer. Empty: none need be. */
  readonly needsOneOf: readonly string[];
}

/** A resource by Terraform type and name, with what it needs by address. */
export function importable(type: string, name: string, needs: readonly string[] = []): Importable {
  return { address: terraformAddress(type, name), needs, needsOneOf: [] };
}

/** The resource, which stands in the subnets: one of them must have been there too. */
export function inSubnets(resource: Importable, subnets: readonly string[]): Importable {
  return { ...resource, needsOneOf: subnets.map((id) => terraformAddress("aws_subnet", id)) };
}
