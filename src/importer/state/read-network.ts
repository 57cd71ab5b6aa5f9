import { fromState } from "../fields/field.ts";
import { natGatewayFields } from "../fields/nat-gateway.ts";
import { subnetFields } from "../fields/subnet.ts";
import { vpcFields } from "../fields/vpc.ts";
import { vpcEndpointFields } from "../fields/vpc-endpoint.ts";
import { prefixListFamily } from "../prefix-list-family.ts";
import type { Found } from "../types/found.ts";
import type {
  FoundBlock,
  FoundIpv6Block,
  FoundNatGateway,
  FoundPrefixList,
  FoundSubnet,
  FoundVpc,
  FoundVpcEndpoint,
} from "../types/inventory.ts";
import type { StateResource, StateResources } from "./resources.ts";
import { nameTag } from "./values.ts";

/** The VPC of an `aws_vpc`, with blocks that further resources add. */
export function readVpc({ id, values }: StateResource, resources: StateResources): FoundVpc {
  const added = (type: string, key: string): readonly FoundBlock[] =>
    resources.having("vpc_id", id, type).flatMap((one) => {
      const cidr = one.values.text(key);
      return cidr === null ? [] : [{ cidr, associationId: one.id }];
    });
  const own = values.text("cidr_block");
  const ipv6 = values.text("ipv6_cidr_block");
  const ownIpv6 = ipv6 === null ? [] : [{ cidr: ipv6, associationId: values.text("ipv6_association_id") }];
  const pool = values.text("ipv6_ipam_pool_id");
  const ipv6Blocks = [...ownIpv6, ...added("aws_vpc_ipv6_cidr_block_association", "ipv6_cidr_block")].map(
    (block): FoundIpv6Block => ({ ...block, pool }),
  );
  return {
    id,
    name: nameTag(values),
    ipv4Blocks: unique([
      ...(own === null ? [] : [{ cidr: own, associationId: null }]),
      ...added("aws_vpc_ipv4_cidr_block_association", "cidr_block"),
    ]),
    ipv6Blocks: unique(ipv6Blocks),
    ...fromState(vpcFields, values),
    ...associatedOptions(resources, id),
  };
}

/** A state may hold the VPC as it was before its own association: with the options of the account. */
function associatedOptions(resources: StateResources, vpcId: string): Partial<FoundVpc> {
  const [own] = resources.having("vpc_id", vpcId, "aws_vpc_dhcp_options_association");
  return own === undefined ? {} : { dhcpOptionsId: own.values.text("dhcp_options_id") };
}

/** The VPC reads back blocks that an association has brought. */
function unique<T extends FoundBlock>(blocks: readonly T[]): readonly T[] {
  return [...new Map([...blocks].reverse().map((block) => [block.cidr, block])).values()].reverse();
}

/** The subnets of the VPC, without those whose route table is not in the state: nobody knows where they lead. */
export function readSubnets(resources: StateResources, vpc: StateResource): readonly FoundSubnet[] {
  return resources
    .having("vpc_id", vpc.id, "aws_subnet", "aws_default_subnet")
    .filter(({ id }) => hasKnownTable(resources, vpc, id))
    .map(({ id, values }) => ({ id, name: nameTag(values), ...fromState(subnetFields, values) }));
}

function hasKnownTable(resources: StateResources, { id, values }: StateResource, subnet: string): boolean {
  const known = [
    ...resources.having("vpc_id", id, "aws_route_table", "aws_default_route_table").map((one) => one.id),
    values.text("main_route_table_id"),
    values.text("default_route_table_id"),
  ];
  return resources
    .having("subnet_id", subnet, "aws_route_table_association")
    .every((one) => known.includes(one.values.text("route_table_id")));
}

/** Gateways of a kind that a VPC has one of. */
export function readGateways(resources: StateResources, type: string, vpcId: string): readonly Found[] {
  return resources.having("vpc_id", vpcId, type).map(({ id, values }) => ({ id, name: nameTag(values) }));
}

/** The NAT gateways in the subnets, and the VPC's regional ones. */
export function readNatGateways(
  resources: StateResources,
  subnetIds: ReadonlySet<string>,
  vpcId: string,
): readonly FoundNatGateway[] {
  return resources.of("aws_nat_gateway").flatMap(({ id, values }): FoundNatGateway[] => {
    const secondary = [
      ...values.texts("secondary_allocation_ids"),
      ...values.texts("secondary_private_ip_addresses"),
    ];
    const gateway = {
      id,
      name: nameTag(values),
      ...fromState(natGatewayFields, values),
      isPublic: values.text("connectivity_type") !== "private",
      secondaryAddresses: secondary.length,
    };
    // A regional one stands in no subnet.
    const isRegional = gateway.subnetId === "" && values.text("vpc_id") === vpcId;
    return isRegional || subnetIds.has(gateway.subnetId) ? [gateway] : [];
  });
}

/** The VPC's endpoints, with what further resources connect: a state may hold an endpoint as it was before these. */
export function readVpcEndpoints(resources: StateResources, vpcId: string): readonly FoundVpcEndpoint[] {
  return resources.having("vpc_id", vpcId, "aws_vpc_endpoint").map(({ id, values }) => {
    const endpoint = fromState(vpcEndpointFields, values);
    const connected = (of: string, own: readonly string[]) => {
      const type = `aws_vpc_endpoint_${of}_association`;
      const found = resources.having("vpc_endpoint_id", id, type);
      return [...new Set([...own, ...found.flatMap((one) => one.values.text(`${of}_id`) ?? [])])];
    };
    return {
      id,
      name: nameTag(values),
      ...endpoint,
      routeTableIds: connected("route_table", endpoint.routeTableIds),
      subnetIds: connected("subnet", endpoint.subnetIds),
      securityGroupIds: connected("security_group", endpoint.securityGroupIds),
    };
  });
}

/** The prefix lists that the state manages; whether a rule names them is for others to see. */
export function readPrefixLists(resources: StateResources): readonly FoundPrefixList[] {
  return resources.of("aws_ec2_managed_prefix_list").map(({ id, values }) => ({
    id,
    name: values.text("name"),
    family: prefixListFamily(values.text("address_family")),
  }));
}
