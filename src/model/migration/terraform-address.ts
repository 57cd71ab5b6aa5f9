import type { SecurityGroupRule } from "../types/filtering.ts";
import type { TerraformAddress } from "../types/shared.ts";

/** A Terraform address in the stack: a resource's type and its name there. */
export function terraformAddress(type: string, name: string): TerraformAddress {
  return `${type}.${name}`;
}

/** The type of the resource at a Terraform address. */
export function resourceTypeOf(address: string): string {
  return address.split(".", 1)[0] ?? "";
}

/** The address of a security group rule: the two directions are two types. */
export function ruleAddress({ direction, id }: SecurityGroupRule): TerraformAddress {
  return terraformAddress(`aws_vpc_security_group_${direction}_rule`, id);
}
