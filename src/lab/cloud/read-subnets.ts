import type { Prefix } from "../../base/prefix.ts";
import {
  flagAt,
  literalAt,
  nameAt,
  namesAt,
  neededName,
  ofType,
  refuseArguments,
  type TerraformStack,
} from "../stack/terraform-stack.ts";
import type { Subnet } from "./cloud.ts";
import { type Blocks, prefixAt } from "./prefix-at.ts";
import { defaultNetworkAclOf } from "./read-vpc-defaults.ts";

/** A subnet before its routes are read. */
export interface SubnetWithTable extends Omit<Subnet, "routes"> {
  /** Null: the VPC's main route table, which has local routes alone. */
  readonly routeTable: string | null;
  readonly mapPublicIpOnLaunch: boolean;
  readonly assignIpv6OnCreation: boolean;
}

/** The subnets of a stack, in its order, and the blocks with theirs added. */
export function readSubnets(
  stack: TerraformStack,
  vpcBlocks: Blocks,
): { readonly subnets: readonly SubnetWithTable[]; readonly blocks: Blocks } {
  const tables = associations(stack);
  const acls = aclAssociations(stack);
  const blocks = new Map<string, Prefix>(vpcBlocks);
  const subnets = ofType(stack, "aws_subnet").map((subnet): SubnetWithTable => {
    refuseArguments(subnet, ["outpost_arn"]);
    const ipv4 = prefixAt(subnet, subnet.body["cidr_block"], vpcBlocks);
    const ipv6 = prefixAt(subnet, subnet.body["ipv6_cidr_block"], vpcBlocks);
    if (ipv4 !== null) blocks.set(`${subnet.address}.cidr_block`, ipv4);
    if (ipv6 !== null) blocks.set(`${subnet.address}.ipv6_cidr_block`, ipv6);
    const flag = (key: string) => flagAt(subnet, subnet.body[key]) ?? false;
    const vpc = neededName(subnet, "vpc_id");
    return {
      name: subnet.address,
      vpc,
      availabilityZone: literalAt(subnet, "availability_zone") ?? "",
      ipv4,
      ipv6,
      dns64: flag("enable_dns64"),
      networkAcl: acls.get(subnet.address) ?? defaultNetworkAclOf(stack, vpc),
      routeTable: tables.get(subnet.address) ?? null,
      mapPublicIpOnLaunch: flag("map_public_ip_on_launch"),
      assignIpv6OnCreation: flag("assign_ipv6_address_on_creation"),
    };
  });
  return { subnets, blocks };
}

function associations(stack: TerraformStack): ReadonlyMap<string, string> {
  const found = ofType(stack, "aws_route_table_association").map((one) => {
    refuseArguments(one, ["gateway_id"]);
    return [neededName(one, "subnet_id"), neededName(one, "route_table_id")] as const;
  });
  return new Map(found);
}

function aclAssociations(stack: TerraformStack): ReadonlyMap<string, string> {
  const listed = ofType(stack, "aws_network_acl").flatMap((acl) =>
    namesAt(acl, "subnet_ids").map((subnet) => [subnet, acl.address] as const),
  );
  const single = ofType(stack, "aws_network_acl_association").map(
    (one) => [neededName(one, "subnet_id"), nameAt(one, one.body["network_acl_id"]) ?? ""] as const,
  );
  return new Map([...listed, ...single]);
}
