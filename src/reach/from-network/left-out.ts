import { at, type NetworkContext, type Parts } from "./network-context.ts";

/** Terraform files of the author's own: what is in them is not read. */
export function extensionsOf({ network }: NetworkContext): Parts {
  return {
    leftOut: network.extensions.map(({ path, file }) => ({
      place: at(path),
      why: `${JSON.stringify(file)} is Terraform of its own, and may bring rules, routes or hosts of which nothing is said here`,
      touches: [],
    })),
  };
}
