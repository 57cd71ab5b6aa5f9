import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { sortedEntries } from "../context.ts";
import { awsNameOf, awsStackName, displayName } from "../names.ts";
import type { KeyPair } from "../types/compute.ts";

/** The key pairs, sorted by name. White space around a public key, as a YAML block leaves it, is not part of it. */
export function normaliseKeyPairs(blueprint: Blueprint): readonly KeyPair[] {
  return sortedEntries(blueprint.compute.keyPairs).map(([name, written]) => ({
    name,
    path: ["compute", "keyPairs", name],
    displayName: displayName(awsStackName(blueprint), awsNameOf(name, written)),
    publicKey: written.publicKey.trim(),
    tags: written.tags,
  }));
}
