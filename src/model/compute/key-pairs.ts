import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { sortedEntries } from "../context.ts";
import { displayName } from "../names.ts";
import type { KeyPair } from "../types/compute.ts";

/** The key pairs, sorted by name. White space around a public key, as a YAML block leaves it, is not part of it. */
export function normaliseKeyPairs(blueprint: Blueprint): readonly KeyPair[] {
  return sortedEntries(blueprint.compute.keyPairs).map(([name, { publicKey, tags }]) => ({
    name,
    path: ["compute", "keyPairs", name],
    displayName: displayName(blueprint.name, name),
    publicKey: publicKey.trim(),
    tags,
  }));
}
