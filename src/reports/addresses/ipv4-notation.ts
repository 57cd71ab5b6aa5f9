import type { SubnetIpv4 } from "../../model/types/subnets.ts";

/**
 * The IPv4 block of a subnet as far as it is known before apply: the block itself, or `<main #3 /20>`, the fourth of that
 * length in block `main`, which its pool chooses.
 */
export function ipv4Notation({ block, cidr, cut, length }: SubnetIpv4): string {
  return cidr?.text ?? `<${block} #${cut?.number} /${length}>`;
}
