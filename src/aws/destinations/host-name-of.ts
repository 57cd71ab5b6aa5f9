import { dnsSuffixes, partitionOf } from "../partitions.ts";
import type { DestinationName } from "./destination.ts";

/** The host name of a destination in a region, such as `ssm.eu-west-1.amazonaws.com`; null where there is none. */
export function hostNameOf(
  { name, partitions }: Pick<DestinationName, "name" | "partitions">,
  region: string,
  account: string,
): string | null {
  const partition = partitionOf(region);
  if (partitions !== "all" && !partitions.includes(partition)) return null;
  const { dnsSuffix, dualStackSuffix } = dnsSuffixes[partition];
  return name
    .replaceAll("{region}", region)
    .replaceAll("{account}", account)
    .replaceAll("{dnsSuffix}", dnsSuffix)
    .replaceAll("{dualStackSuffix}", dualStackSuffix);
}
