import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { IConstruct } from "constructs";
import { TerraformElement, TerraformResource } from "../engine.ts";
import { ForeignEngine } from "./foreign-engine.ts";

// The one file where identity across packages is asked for: to find out that it does not hold.

/** Throws `ForeignEngine` when the bindings of AWS extend the classes of another copy. */
export function refuseForeignBindings(): void {
  if (!(Vpc.prototype instanceof TerraformResource)) throw new ForeignEngine(null);
}

/** Throws `ForeignEngine` when a construct below `root` is of another copy, made by the hook. */
export function refuseForeignConstructs(root: IConstruct, hook: string): void {
  const foreign = root.node
    .findAll()
    .some((one) => TerraformElement.isTerraformElement(one) && !(one instanceof TerraformElement));
  if (foreign) throw new ForeignEngine(hook);
}
