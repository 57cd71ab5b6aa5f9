import { atValue, type Diagnostic } from "../../base/diagnostic.ts";
import type { Path } from "../../base/path.ts";
import { stacksNamed } from "../../model/terraform/stacks-of-blueprint.ts";
import type { Network } from "../../model/types/network.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import type { CompiledAt } from "../compile-at.ts";

/** A finding at a key of a compiled blueprint, or at what stands around the key where it is not written. */
export function findingAt(
  { locate }: CompiledAt,
  { name }: Network,
  path: Path,
  what: Omit<Diagnostic, "at">,
): Finding {
  return locate(name, { ...what, at: atValue(path) });
}

/** Where a blueprint says that its stack waits for that one: in the list, in a reference, or in files of its own that read a state. */
export function dependsOnIn(network: Network, stack: string, { networks }: CompiledAt): Path {
  const { references, terraform } = network;
  const index = terraform.dependsOn.findIndex(
    (one) => one === stack || stacksNamed(one, network, networks).includes(stack),
  );
  if (index >= 0) return ["terraform", "dependsOn", index];
  return references.find((one) => one.stack === stack)?.path ?? ["extend", "terraform"];
}
