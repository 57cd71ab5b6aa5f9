import { isOverrideFile } from "../../base/is-override-file.ts";
import { at, type NetworkContext, type Parts } from "./network-context.ts";

const BRINGS = "is Terraform of its own, and may bring rules, routes or hosts of which nothing is said here";
const OVERRIDES =
  "changes what the blueprint makes, and here it is judged as the blueprint says it: `hextet diff` tells what changes";

/** Terraform files of the author's own: what is in them is not read. */
export function extensionsOf({ network }: NetworkContext): Parts {
  return {
    leftOut: network.extensions.map(({ path, file, name }) => ({
      place: at(path),
      why: `${JSON.stringify(file)} ${isOverrideFile(name) ? OVERRIDES : BRINGS}`,
      touches: [],
    })),
  };
}
