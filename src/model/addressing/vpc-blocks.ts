import { type AddressFamily, contains, type Prefix } from "../../base/prefix.ts";
import type { Ipv6Block, Vpc } from "../types/subnets.ts";
import { ipv4Blocks, ipv6Blocks } from "./vpc.ts";

/** The VPC's block of that id; null when it is known only after apply, as Amazon's are. */
export function blockPrefix(vpc: Vpc, family: AddressFamily, id: string): Prefix | null {
  if (family === "ipv4") return ipv4Blocks(vpc).find((block) => block.id === id)?.cidr?.prefix ?? null;
  const block = ipv6Blocks(vpc).find((candidate) => candidate.id === id);
  return block === undefined ? null : prefixOf(block);
}

/** Where addresses lie, as far as it is known before apply. */
export type Whereabouts = "inside" | "outside" | "unknown";

/** Whether the IPv6 addresses of a block lie in the VPC. A block that only reaches into the VPC lies outside. */
export function whereaboutsOf(vpc: Vpc, prefix: Prefix): Whereabouts {
  const blocks = ipv6Blocks(vpc);
  const known = blocks.map(prefixOf).filter((block) => block !== null);
  if (known.some((block) => contains(block, prefix))) return "inside";
  const isTooLarge = blocks.every((block) => prefixOf(block) !== null || block.length > prefix.length);
  return isTooLarge ? "outside" : "unknown";
}

function prefixOf({ source }: Ipv6Block): Prefix | null {
  if (source.kind === "byoip") return source.cidr.prefix;
  return source.kind === "ipam" && source.cidr !== null ? source.cidr.prefix : null;
}
