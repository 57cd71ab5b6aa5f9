import { invariant } from "../../base/invariant.ts";
import { formatPrefix } from "../../base/prefix.ts";
import type { SubnetIpv4 } from "../../model/types/subnets.ts";
import { Fn } from "../engine.ts";
import { resourceFor, type VpcMade } from "../resources.ts";

/** A subnet's IPv4 block: as it is known, or cut at apply from what a pool gives the VPC. */
export function ipv4Cidr(
  { block, cidr, cut }: SubnetIpv4,
  { ipv4Blocks }: Pick<VpcMade, "ipv4Blocks">,
): string {
  if (cidr !== null) return formatPrefix(cidr.prefix);
  invariant(cut !== null, `a subnet of block ${block} has neither block nor number`);
  return Fn.cidrsubnet(resourceFor(ipv4Blocks, block).cidr, cut.newBits, cut.number);
}
