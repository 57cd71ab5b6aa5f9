/** What is gone for good with a resource of a type. */
export interface KeptThing {
  readonly loss: "data" | "address";
  /** What that is, in words: "its rows". */
  readonly what: string;
  /** True where nobody misses it once it is not there at all: only a replacement is a loss. */
  readonly mayGo?: true;
  /** True where Terraform refuses to destroy or replace it unless the blueprint says otherwise (`prevent_destroy`). */
  readonly isProtected?: true;
  /** The argument of AWS's own protection from deletion, which outlives the resource's block in the configuration. */
  readonly guard?: string;
}

/** Resources that hold what no apply makes again: data, or an address or name that others know. By type. */
export const keptThings: Readonly<Record<string, KeptThing>> = {
  aws_cloudwatch_log_group: { loss: "data", what: "its log events" },
  aws_db_instance: { loss: "data", what: "its databases", isProtected: true, guard: "deletion_protection" },
  aws_efs_file_system: { loss: "data", what: "its files", isProtected: true },
  aws_eks_cluster: {
    loss: "data",
    what: "everything that runs in it, and its endpoint",
    isProtected: true,
    guard: "deletion_protection",
  },
  aws_elasticache_cluster: { loss: "data", what: "what it holds, and its endpoint", isProtected: true },
  aws_elasticache_replication_group: {
    loss: "data",
    what: "what it holds, and its endpoint",
    isProtected: true,
  },
  aws_instance: { loss: "data", what: "its root volume and its addresses" },
  aws_rds_cluster: { loss: "data", what: "its databases", isProtected: true, guard: "deletion_protection" },
  aws_ec2_managed_prefix_list: { loss: "address", what: "its id, which other accounts may name" },
  aws_ec2_transit_gateway: { loss: "address", what: "its id, and the attachments of other accounts" },
  aws_ec2_transit_gateway_vpc_attachment_accepter: {
    loss: "address",
    what: "the attachment of the other account, which it must make again",
  },
  aws_eip: { loss: "address", what: "its public IPv4 address" },
  aws_lb: { loss: "address", what: "its DNS name and its addresses", guard: "enable_deletion_protection" },
  aws_rds_cluster_instance: {
    loss: "address",
    what: "its endpoint and, when it is the last of its cluster, all that answers",
    isProtected: true,
  },
  aws_route53_zone: { loss: "address", what: "its records and its name servers" },
  aws_subnet: { loss: "address", what: "its blocks, which filters may name", mayGo: true },
  aws_vpc: { loss: "address", what: "its id and, from Amazon, its IPv6 block" },
  aws_vpc_ipam_pool_cidr: { loss: "address", what: "the block of the pool" },
  aws_vpc_ipv6_cidr_block_association: { loss: "address", what: "the VPC's IPv6 block" },
  aws_vpc_peering_connection: {
    loss: "address",
    what: "the peering, which the other side must accept again",
  },
  aws_vpn_connection: {
    loss: "address",
    what: "the addresses of its tunnels and their keys, which the device knows",
  },
  aws_vpn_gateway: { loss: "address", what: "its id, and the interfaces of Direct Connect that lead to it" },
};
