import { invariant } from "../../base/invariant.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Network } from "../../model/types/network.ts";
import type { SubnetId } from "../../model/types/shared.ts";
import { ipv4Cidr } from "../addressing/ipv4-cidr.ts";
import { Fn } from "../engine.ts";
import { ReferencedSubnet } from "../existing/referenced-subnet.ts";
import { type Made, resourceFor, type SubnetMade, type VpcMade } from "../resources.ts";

/**
 * A subnet's block for a rule, without a reference to the subnet: Terraform makes whatever a rule refers to in the rule's
 * order, the new before the old, and AWS refuses a new subnet with the IPv6 block of the old.
 */
export function subnetCidr(
  network: Network,
  made: VpcMade & { readonly subnets: Made<SubnetMade> },
  id: SubnetId,
  family: AddressFamily,
): string {
  const resource = resourceFor(made.subnets, id);
  if (resource instanceof ReferencedSubnet) {
    return family === "ipv4" ? resource.cidrBlock : resource.ipv6CidrBlock;
  }
  const subnet = network.tiers.flatMap(({ subnets }) => subnets).find((one) => one.id === id);
  if (family === "ipv4") {
    invariant(subnet !== undefined && subnet.ipv4 !== null, `subnet ${id} has no IPv4 block`);
    return ipv4Cidr(subnet.ipv4, made);
  }
  invariant(subnet !== undefined && subnet.ipv6 !== null, `subnet ${id} has no IPv6 block`);
  const { block, newBits, number } = subnet.ipv6;
  return Fn.cidrsubnet(resourceFor(made.ipv6Blocks, block).cidr, newBits, number);
}
