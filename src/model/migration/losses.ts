import { type AddressArguments, addressArguments } from "../../aws/address-arguments.ts";
import { isRecord } from "../../base/untrusted-json.ts";
import type { PlannedResource } from "../types/terraform-plan.ts";
import { isAnother, isEmpty, isLess } from "./is-less.ts";
import { resourceTypeOf } from "./terraform-address.ts";

/** A block, addresses or rules that a resource loses while it stays. */
export interface Loss {
  readonly held: AddressArguments;
  /** The arguments in which the plan shows it. */
  readonly names: readonly string[];
}

/** What a plan takes from a resource without destroying it. */
export function lossesOf({ address, action, before, after, afterUnknown }: PlannedResource): readonly Loss[] {
  if (action !== "update") return [];
  return heldBy(address).flatMap((held) => {
    const names = held.names.filter((name) => {
      const was = argumentAt(before, name);
      // A block that becomes unknown is given back for another; of the rest, what decides is known.
      if (isUnknown(argumentAt(afterUnknown, name))) return name === "ipv6_cidr_block" && !isEmpty(was);
      return isLost(held, was, argumentAt(after, name));
    });
    return names.length === 0 ? [] : [{ held, names }];
  });
}

/** True when something that the argument gave is gone with its new value. */
export function isLost({ isExact }: AddressArguments, before: unknown, after: unknown): boolean {
  return isExact === true ? isAnother(before, after) : isLess(before, after);
}

/** The arguments of a resource that hold blocks, addresses or rules, by its Terraform address. */
export function heldBy(address: string): readonly AddressArguments[] {
  const type = resourceTypeOf(address);
  return addressArguments.filter((held) => held.type === type);
}

/**
 * The value of an argument by its dotted name, in Terraform's configuration as well as in its state, where a block is a
 * list of one. Undefined where there is none; of several blocks, the list of their values.
 */
export function argumentAt(values: unknown, name: string): unknown {
  const [first = "", ...rest] = name.split(".");
  const value = isRecord(values) ? values[first] : undefined;
  if (rest.length === 0) return value;
  if (!Array.isArray(value)) return argumentAt(value, rest.join("."));
  const inner = value.map((one) => argumentAt(one, rest.join(".")));
  return inner.length > 1 ? inner : inner[0];
}

function isUnknown(value: unknown): boolean {
  return value === true || (Array.isArray(value) && value.some(isUnknown)) || isUnknownBlock(value);
}

function isUnknownBlock(value: unknown): boolean {
  return isRecord(value) && Object.values(value).some(isUnknown);
}
