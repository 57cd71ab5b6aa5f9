import type { SecurityGroupRule } from "../types/filtering.ts";

/** A Terraform address in the stack: a resource's type and its name there. */
export function terraformAddress(type: string, name: string): string {
  return `${type}.${name}`;
}

/** The address of a security group rule: the two directions are two types. */
export function ruleAddress({ direction, id }: SecurityGroupRule): string {
  return terraformAddress(`aws_vpc_security_group_${direction}_rule`, id);
}
