import type { StageId } from "../../src/model/types/migration.ts";

/** What AWS itself lets out as soon as the VPC has an IPv6 block. */
export const ADDED_BY_AWS: readonly string[] = ["balancer", "database", "web"].map(
  (group) => `aws_security_group.${group} lets out to ::/0: -1`,
);

/** What a stage makes of the network of the guide, in IPv6: lines of `networkFacts`. */
export const SHOWN: Readonly<
  Record<StageId, { readonly added: readonly string[]; readonly gone?: readonly string[] }>
> = {
  import: { added: [] },
  "vpc-address-block": {
    added: [
      "the VPC has an IPv6 block",
      "aws_route_table.private: vpc -> local",
      "aws_route_table.public: vpc -> local",
      ...ADDED_BY_AWS,
    ],
  },
  "subnet-address-blocks": {
    added: [
      "aws_subnet.public_a has vpc/0x00",
      "aws_subnet.public_b has vpc/0x01",
      "aws_subnet.private_a has vpc/0x10",
      "aws_subnet.private_b has vpc/0x11",
    ],
  },
  security: {
    added: [
      "aws_network_acl.private 101 allow in from vpc: -1",
      "aws_network_acl.private 101 allow out to ::/0: -1",
      "aws_network_acl.private 111 allow in from ::/0: 6 1024 65535",
      "aws_network_acl.private 121 allow in from ::/0: 58 2 -1",
      "aws_security_group.balancer lets in from ::/0: tcp 80",
      "aws_security_group.web lets in from ::/0: tcp 80",
      "aws_security_group.web lets in from ::/0: tcp 443",
      "aws_security_group.web lets in from 2001:db8:1234:1a00::123/128: tcp 22",
    ],
  },
  routes: {
    added: [
      "aws_egress_only_internet_gateway.main is there",
      "aws_route_table.private: ::/0 -> aws_egress_only_internet_gateway.main",
      "aws_route_table.public: ::/0 -> aws_internet_gateway.main",
    ],
  },
  "instance-types": {
    added: ["aws_instance.database is a m5.large", "aws_instance.web is a t3.medium"],
    gone: ["aws_instance.database is a m3.large", "aws_instance.web is a t2.medium"],
  },
  "instance-addresses": {
    added: [
      ...["public_a", "public_b", "private_a", "private_b"].map(
        (subnet) => `aws_subnet.${subnet} gives addresses`,
      ),
      ...["database", "web"].flatMap((name) => [
        `aws_instance.${name} has IPv6 addresses: 1`,
        `aws_instance.${name} has metadata over IPv6`,
      ]),
    ],
  },
  "load-balancers": { added: ["aws_lb.front is dual-stack"] },
  databases: { added: ["aws_db_instance.orders is dual-stack"] },
  "ipv6-only-subnets": {
    added: [
      "aws_route_table.app: ::/0 -> aws_egress_only_internet_gateway.main",
      "aws_route_table.app: 64:ff9b::/96 -> aws_nat_gateway.main",
      "aws_route_table.app: vpc -> local",
      ...["app_a", "app_b"].flatMap((subnet, index) => [
        `aws_subnet.${subnet} has vpc/0x2${index}`,
        `aws_subnet.${subnet} is IPv6-only`,
        `aws_subnet.${subnet} gives addresses`,
        `aws_subnet.${subnet} has DNS64`,
        `aws_subnet.${subnet} answers AAAA`,
      ]),
    ],
  },
};
