import { didYouMean } from "../../base/did-you-mean.ts";
import type { HextetStack } from "../hextet-stack.ts";
import type { FindResource } from "./user-hook.ts";

/** Finds the resources of a stack: the id of each is its Terraform address. */
export function findResourceIn(stack: HextetStack): FindResource {
  return (kind, name) => {
    const type = kind.tfResourceType;
    const found = stack.node.tryFindChild(`${type}.${name}`);
    if (found instanceof kind) return found;
    const names = stack.node.children
      .map(({ node }) => node.id)
      .filter((id) => id.startsWith(`${type}.`))
      .map((id) => id.slice(type.length + 1));
    const others = names.length === 0 ? `the stack makes no ${type}` : `there are ${names.join(", ")}`;
    throw new Error(`there is no ${type}.${name}: ${didYouMean(name, names, others)}`);
  };
}
