import type { Found } from "../types/found.ts";
import type {
  FoundBlock,
  FoundIpv6Block,
  FoundNatGateway,
  FoundSubnet,
  FoundVpc,
  FoundVpcEndpoint,
} from "../types/inventory.ts";
import { nameTag } from "./fields.ts";
import type { StateResource, StateResources } from "./resources.ts";

/** The VPC of an `aws_vpc`, with blocks that further resources add. */
export function readVpc({ id, fields }: StateResource, resources: StateResources): FoundVpc {
  const added = (type: string, key: string): readonly FoundBlock[] =>
    resources
      .of(type)
      .filter((one) => one.fields.text("vpc_id") === id)
      .flatMap((one) => {
        const cidr = one.fields.text(key);
        return cidr === null ? [] : [{ cidr, associationId: one.id }];
      });
  const own = fields.text("cidr_block");
  const ipv6 = fields.text("ipv6_cidr_block");
  const ownIpv6 = ipv6 === null ? [] : [{ cidr: ipv6, associationId: fields.text("ipv6_association_id") }];
  const pool = fields.text("ipv6_ipam_pool_id");
  const ipv6Blocks = [...ownIpv6, ...added("aws_vpc_ipv6_cidr_block_association", "ipv6_cidr_block")].map(
    (block): FoundIpv6Block => ({ ...block, pool }),
  );
  return {
    id,
    name: nameTag(fields),
    ipv4Blocks: unique([
      ...(own === null ? [] : [{ cidr: own, associationId: null }]),
      ...added("aws_vpc_ipv4_cidr_block_association", "cidr_block"),
    ]),
    ipv6Blocks: unique(ipv6Blocks),
    enableDnsSupport: fields.flag("enable_dns_support"),
    enableDnsHostnames: fields.flag("enable_dns_hostnames"),
    instanceTenancy: fields.text("instance_tenancy") ?? "default",
    dhcpOptionsId: fields.text("dhcp_options_id"),
  };
}

/** The VPC reads back blocks that an association has brought. */
function unique<T extends FoundBlock>(blocks: readonly T[]): readonly T[] {
  return [...new Map([...blocks].reverse().map((block) => [block.cidr, block])).values()].reverse();
}

/** The subnets of the VPC. */
export function readSubnets(resources: StateResources, vpcId: string): readonly FoundSubnet[] {
  return inVpc(resources.of("aws_subnet", "aws_default_subnet"), vpcId).map(({ id, fields }) => ({
    id,
    name: nameTag(fields),
    zone: fields.text("availability_zone") ?? "",
    ipv4Cidr: fields.text("cidr_block"),
    ipv6Cidr: fields.text("ipv6_cidr_block"),
    mapPublicIpOnLaunch: fields.flag("map_public_ip_on_launch"),
    assignIpv6AddressOnCreation: fields.flag("assign_ipv6_address_on_creation"),
    enableDns64: fields.flag("enable_dns64"),
    privateDnsHostnameType: fields.text("private_dns_hostname_type_on_launch") ?? "ip-name",
    resourceNameDnsARecord: fields.flag("enable_resource_name_dns_a_record_on_launch"),
    resourceNameDnsAaaaRecord: fields.flag("enable_resource_name_dns_aaaa_record_on_launch"),
    outpostArn: fields.text("outpost_arn"),
  }));
}

/** Gateways of a kind that a VPC has one of. */
export function readGateways(resources: StateResources, type: string, vpcId: string): readonly Found[] {
  return inVpc(resources.of(type), vpcId).map(({ id, fields }) => ({ id, name: nameTag(fields) }));
}

/** The NAT gateways in the subnets. */
export function readNatGateways(
  resources: StateResources,
  subnetIds: ReadonlySet<string>,
): readonly FoundNatGateway[] {
  return resources.of("aws_nat_gateway").flatMap(({ id, fields }): FoundNatGateway[] => {
    const subnetId = fields.text("subnet_id") ?? "";
    const secondary = [
      ...fields.texts("secondary_allocation_ids"),
      ...fields.texts("secondary_private_ip_addresses"),
    ];
    const gateway = {
      id,
      name: nameTag(fields),
      subnetId,
      isPublic: fields.text("connectivity_type") !== "private",
      allocationId: fields.text("allocation_id"),
      secondaryAddresses: secondary.length,
    };
    return subnetIds.has(subnetId) ? [gateway] : [];
  });
}

/** The VPC's endpoints. */
export function readVpcEndpoints(resources: StateResources, vpcId: string): readonly FoundVpcEndpoint[] {
  return inVpc(resources.of("aws_vpc_endpoint"), vpcId).map(({ id, fields }) => ({
    id,
    name: nameTag(fields),
    serviceName: fields.text("service_name") ?? "",
    type: fields.text("vpc_endpoint_type") ?? "Gateway",
    routeTableIds: fields.texts("route_table_ids"),
    subnetIds: fields.texts("subnet_ids"),
    securityGroupIds: fields.texts("security_group_ids"),
    privateDnsEnabled: fields.flag("private_dns_enabled"),
  }));
}

/** Those that say they are in the VPC. */
export function inVpc(resources: readonly StateResource[], vpcId: string): readonly StateResource[] {
  return resources.filter(({ fields }) => fields.text("vpc_id") === vpcId);
}
