import { IMPORTED_SHOP } from "./imported-shop.ts";
import { at } from "./json.ts";

const was = (address: string) => IMPORTED_SHOP[address] ?? {};
const ofSubnet = (address: string, number: string) => ({
  [address]: {
    ...was(address),
    assign_ipv6_address_on_creation: true,
    ipv6_cidr_block: `2600:1f18:abcd:ef${number}::/64`,
  },
});
const metadata = at(was("aws_instance.web"), "metadata_options", 0);

/** What is different in the state of the shop, beside what is new, once its migration is over; by Terraform address. */
export const MIGRATED_SHOP: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "aws_vpc.main": {
    ...was("aws_vpc.main"),
    assign_generated_ipv6_cidr_block: true,
    ipv6_cidr_block: "2600:1f18:abcd:ef00::/56",
    ipv6_association_id: "vpc-cidr-assoc-1",
  },
  ...ofSubnet("aws_subnet.public_a", "00"),
  ...ofSubnet("aws_subnet.public_b", "01"),
  ...ofSubnet("aws_subnet.private_a", "10"),
  ...ofSubnet("aws_subnet.private_b", "11"),
  "aws_instance.web": {
    ...was("aws_instance.web"),
    instance_type: "t3.medium",
    ipv6_address_count: 1,
    ipv6_addresses: ["2600:1f18:abcd:ef00::5"],
    metadata_options: [{ ...Object(metadata), http_protocol_ipv6: "enabled" }],
  },
  "aws_lb.front": { ...was("aws_lb.front"), ip_address_type: "dualstack" },
  "aws_db_instance.orders": { ...was("aws_db_instance.orders"), network_type: "DUAL" },
};
