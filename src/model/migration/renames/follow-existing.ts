import type { Blueprint } from "../../../blueprint/blueprint.generated.ts";
import type { Rename } from "../../types/renames.ts";

/**
 * Writes the marks into the Terraform addresses of what was there before, in place: `aws_subnet.app_a` belongs to tier
 * `app`. What is guessed wrongly here meets no resource later, or leaves a resource without its counterpart.
 */
export function followExisting({ network }: Blueprint, renames: readonly Rename[]): void {
  const { existing } = network.vpc;
  if (existing === undefined) return;
  for (const addresses of [existing.import, existing.reference]) {
    for (const [address, id] of Object.entries(addresses)) {
      const marked = markedAddress(address, renames);
      if (marked === address) continue;
      Reflect.deleteProperty(addresses, address);
      Reflect.set(addresses, marked, id);
    }
  }
}

function markedAddress(address: string, renames: readonly Rename[]): string {
  const dot = address.indexOf(".");
  const words = address.slice(dot + 1).split("_");
  const marked = words.map((word) => renames.find(({ to }) => to === word)?.mark ?? word);
  return `${address.slice(0, dot)}.${marked.join("_")}`;
}
