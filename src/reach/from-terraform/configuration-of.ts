import type { ConfigurationModule, WrittenBlock } from "./configuration.ts";
import { blockOf, type ResourceIndex } from "./resource-index.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** The configuration of a resource; null: none is known. */
export function writtenBlock(index: ResourceIndex, resource: TerraformResource): WrittenBlock | null {
  return moduleAt(index, resource.module)?.resources.get(blockOf(resource)) ?? null;
}

/** The configuration of a module; null: none is known. */
export function moduleAt({ document }: ResourceIndex, address: string): ConfigurationModule | null {
  let module = document.configuration;
  for (const { name } of moduleSteps(address)) module = module?.calls.get(name)?.module ?? null;
  return module;
}

/** The steps of a module's address: `module.a["x"].module.b` is a with the key x, then b. */
export function moduleSteps(address: string): readonly { readonly name: string; readonly address: string }[] {
  const steps = [...address.matchAll(/module\.([\w-]+)(?:\[(?:-?\d+|"(?:[^"\\]|\\.)*")\])?/g)];
  return steps.map((step) => ({
    name: step[1] ?? "",
    address: address.slice(0, step.index + step[0].length),
  }));
}
