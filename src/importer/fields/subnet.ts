import type { PrivateDnsNameOptionsOnLaunch, Subnet } from "@aws-sdk/client-ec2";
import type { Tier } from "../../blueprint/blueprint.generated.ts";
import { type ArgumentsOf, fieldsOf, unless } from "./field.ts";

const { text, flag, optIn } = fieldsOf<Subnet & PrivateDnsNameOptionsOnLaunch>();

/** What a blueprint says of a tier's subnets beside their blocks. */
export const subnetArguments = {
  mapPublicIpOnLaunch: optIn("map_public_ip_on_launch", "MapPublicIpOnLaunch"),
  enableDns64: optIn("enable_dns64", "EnableDns64"),
  privateDnsHostnameTypeOnLaunch: unless(
    "ip-name",
    text("private_dns_hostname_type_on_launch", "HostnameType", "ip-name"),
  ),
  enableResourceNameDnsARecordOnLaunch: optIn(
    "enable_resource_name_dns_a_record_on_launch",
    "EnableResourceNameDnsARecord",
  ),
  enableResourceNameDnsAaaaRecordOnLaunch: optIn(
    "enable_resource_name_dns_aaaa_record_on_launch",
    "EnableResourceNameDnsAAAARecord",
  ),
} satisfies ArgumentsOf<Tier>;

/** What import reads of a subnet. */
export const subnetFields = {
  ...subnetArguments,
  /** The name of the availability zone, such as `eu-west-1a`. */
  zone: text("availability_zone", "AvailabilityZone", ""),
  /** Null: an IPv6-only subnet. */
  ipv4Cidr: text("cidr_block", "CidrBlock", null),
  ipv6Cidr: text("ipv6_cidr_block", associatedIpv6, null),
  assignIpv6AddressOnCreation: flag("assign_ipv6_address_on_creation", "AssignIpv6AddressOnCreation", false),
  outpostArn: text("outpost_arn", "OutpostArn", null),
};

function associatedIpv6({ Ipv6CidrBlockAssociationSet: blocks = [] }: Subnet): string | undefined {
  return blocks.find(({ Ipv6CidrBlockState: state }) => state?.State === "associated")?.Ipv6CidrBlock;
}
