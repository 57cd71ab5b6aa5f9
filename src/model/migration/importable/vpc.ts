import { ipv6Blocks, MAIN_BLOCK } from "../../addressing/vpc.ts";
import type { Network } from "../../types/network.ts";
import { VPC_ADDRESS } from "../existing.ts";
import { terraformAddress } from "../terraform-address.ts";
import { type Importable, importable } from "./importable-resource.ts";

const IPV4_ASSOCIATION = "aws_vpc_ipv4_cidr_block_association";

/** The blocks of the VPC that are associated with it, and its subnets. */
export function importableVpc({ vpc, tiers, existing }: Network): readonly Importable[] {
  const isReferenced = existing?.references.some(({ address }) => address === VPC_ADDRESS) ?? false;
  return [
    ...vpc.additionalIpv4.map(({ id }) => importable(IPV4_ASSOCIATION, id)),
    ...ipv6Blocks(vpc)
      .filter(({ ownedByVpc }) => isReferenced || !ownedByVpc)
      .map(({ id }) => importable("aws_vpc_ipv6_cidr_block_association", id)),
    ...tiers
      .flatMap(({ subnets }) => subnets)
      .map(({ id, ipv4 }) => importable("aws_subnet", id, ipv4 === null ? [] : blockOf(ipv4))),
  ];
}

function blockOf({ block }: { readonly block: string }): readonly string[] {
  return block === MAIN_BLOCK ? [] : [terraformAddress(IPV4_ASSOCIATION, block)];
}
