import { bucketOfLambda, farSideOfTransit, type Prepare } from "./systems-prepared.ts";

/** How far a system is proved by a real apply. */
export type Apply =
  /** Applied in CI by this test file of `test/apply/`. */
  | { readonly ci: string }
  /** Applied by `npm run test:apply -- --all`. */
  | {
      readonly onDemand: true;
      /** Makes what must be there before; answers with ids by the example ids of the blueprint. */
      readonly prepare?: Prepare;
      /** Resource types that the emulator cannot do and that are left out, with the reason. */
      readonly without?: Readonly<Record<string, string>>;
    }
  /** Which resource the emulator cannot do, and why. */
  | { readonly not: string };

/** A system of the source documents, as a blueprint. */
export interface System {
  readonly name: string;
  /** Markdown. */
  readonly source: string;
  /** Markdown. */
  readonly changed: string;
  readonly apply: Apply;
}

/** Every blueprint, in the order in which a reader should meet them. */
export const systems: readonly System[] = [
  {
    name: "dual-stack-web",
    source:
      "the overview of IPv6 in EC2 and AWS's migration guide: dual-stack as the common and recommended case",
    changed:
      "IPv6 target groups in Terraform since provider 4.27.0 (2022); Terraform revokes the outbound rules of a new security group, so both families are written; the guest needs no DHCPv6 setup any more",
    apply: { ci: "dual-stack-web.test.ts" },
  },
  {
    name: "egress-only-backend",
    source:
      "the overview's private backend and the 2022 article on IPv6-only EC2: hosts that call out through the egress-only gateway and are called by nobody, filtered by security group and network ACL",
    changed:
      "AWS CLI, SDKs and SSM Agent (3.3.3270.0, 2025-10) work over IPv6 when told to (`guest`), so no bastion; the ACL has entries for both directions and for ICMPv6 by type (the article let in type 129 only, which is an echo's answer and no Packet Too Big); IPv6 is told from IPv4 by the flow log's field `type`, not by a CloudWatch metric",
    apply: { onDemand: true },
  },
  {
    name: "ipv6-only-bastion",
    source:
      "the 2022 article on IPv6-only EC2: hosts behind the egress-only gateway (“no way to access it”), a bastion in a second IPv6-only subnet at the internet gateway, SSH by security group reference",
    changed:
      "EC2 Instance Connect endpoints speak IPv6 (their address type follows the subnet; AWS provider 5.100 has no argument for it, 6.20 has); Session Manager works: SSM Agent since 3.3.3270.0 (2025-10-09), interface endpoints since PrivateLink has IPv6 (about 2022); an S3 gateway endpoint of type ipv6",
    apply: {
      onDemand: true,
      without: {
        aws_ec2_instance_connect_endpoint: "the emulator (moto 5.2.1) has no CreateInstanceConnectEndpoint",
      },
    },
  },
  {
    name: "ipv6-only-nat64",
    source:
      "the 2022 article on IPv6-only subnets: IPv6-only servers behind a dual-stack balancer, NAT64 through a NAT gateway; and the 2022 article on IPv6-only EC2, whose hosts could use neither AWS CLI nor SSM",
    changed:
      "AWS CLI, SDKs and SSM Agent (3.3.3270.0, 2025-10) speak IPv6 when they are told: `guest` tells them; IPv6 target groups and IMDS over IPv6 are plain Terraform",
    apply: { ci: "ipv6-only-nat64.test.ts" },
  },
  {
    name: "nat64-private",
    source:
      "the 2022 article on IPv6-only subnets: a NAT gateway can be private, without Elastic IP, for NAT64 to IPv4-only services inside the VPC; hosts are called by name, never by IPv4 address",
    changed:
      "zonal NAT gateways only (the regional ones of 2025 have no private mode); the database sees the NAT gateway's address, so its security group lets the gateway's subnets in (rule `nat64-hides-security-group`); where the database can be dual-stack, that is better",
    apply: { onDemand: true },
  },
  {
    name: "nat64-instance",
    source:
      "the question of everybody who reads what a NAT gateway costs by the hour: NAT64 by an instance of one's own, with tayga",
    changed:
      "one instance in each zone, each zone's table leads to its own (`nat64Instances`); `guest.nat64` writes the user data: private IPv4 addresses are translated too, which tayga by itself refuses behind 64:ff9b::/96; a client comes neither to the translator itself nor to its metadata",
    apply: {
      not: "the newest image of Ubuntu: the emulator (moto 5.2.1) has no public parameters of Canonical",
    },
  },
  {
    name: "nat64-playground",
    source:
      "the 2022 article on IPv6-only subnets (“Minority report”), its playground whole: dual-stack and IPv6-only subnets, jump host, launch template and auto scaling group, dual-stack ALB, interface endpoints, NAT64 and DNS64",
    changed:
      "IMDS over IPv6 on instances too (provider 5.12.0), IPv6 target groups in Terraform (provider 4.27.0), dual-stack interface endpoints reached directly instead of through NAT64, S3 gateway endpoints by address family",
    apply: { ci: "nat64-playground.test.ts" },
  },
  {
    name: "nlb-ipv6",
    source:
      "the overview's dual-stack load balancers: a network balancer made dual-stack, IPv6 targets behind it",
    changed:
      "a dual-stack balancer is `ip_address_type`, not an attribute; IPv6 target groups are in Terraform since provider 4.27.0 (2022-08), by instance id with a primary IPv6 address or by address; network balancers take security groups since 2023-08; UDP on a dual-stack one needs what providers before 6.64 cannot say",
    apply: { ci: "nlb-ipv6.test.ts" },
  },
  {
    name: "ecs-dual-stack",
    source:
      "the 2022 article on IPv6-only subnets: dual-stack ECS tasks on Fargate and on EC2 with `dualStackIPv6`",
    changed:
      "the account setting is still needed and still not in Terraform: a note prints the command; a dual-stack Fargate task still pulls over IPv4; ECR has a dual-stack name since May 2025",
    apply: { onDemand: true },
  },
  {
    name: "ecs-ipv6-only",
    source: "the same article: tasks of network mode awsvpc cannot stand in IPv6-only subnets",
    changed:
      "they can since 2025: Linux only, platform version 1.4.0 or newer, ECS agent 1.99.1 or newer on hosts with a primary IPv6 address, IPv6 target group with addresses behind a dual-stack balancer, ECR's dual-stack image names, no ECS Exec; Service Connect works, and hands on to `[::1]`",
    apply: { ci: "ecs-ipv6-only.test.ts" },
  },
  {
    name: "eks-ipv6",
    source:
      "the 2022 article on IPv6-only subnets (“Minority report”), its EKS part: no cluster and no Fargate profile in IPv6-only subnets, pods with one family only",
    changed:
      "still so; since October 2024 clusters with IPv6 have a dual-stack API endpoint, since August 2024 the EKS API a dual-stack name; access entries instead of the aws-auth map; no Windows, no China, no `serviceIpv4Cidr`",
    apply: {
      onDemand: true,
      without: {
        aws_eks_access_entry: "the emulator (moto 5.2.1) has no CreateAccessEntry",
        aws_eks_access_policy_association: "the emulator has no AssociateAccessPolicy",
        aws_eks_addon: "the emulator has no CreateAddon",
        aws_eks_pod_identity_association: "the emulator has no CreatePodIdentityAssociation",
      },
    },
  },
  {
    name: "rds-dual-stack",
    source: "the 2022 article on IPv6-only subnets: no database subnet group of IPv6-only subnets",
    changed:
      "still so: RDS and Aurora know network type IPV4 and DUAL, and no IPV6; DUAL in dual-stack subnets gives IPv6-only hosts an AAAA record, without NAT64. The password is in Secrets Manager, whose API has a dual-stack name",
    apply: { onDemand: true },
  },
  {
    name: "cache-dual-stack",
    source: "none of the documents had it",
    changed:
      "ElastiCache has IPv6 from Redis OSS 6.2, Valkey 7.2 and Memcached 1.6.6 on, on Nitro node types; unlike databases, caches can be IPv6-only (in IPv6-only subnets); the network type of a cache never changes, its IP discovery can",
    apply: {
      not: "`aws_elasticache_replication_group` and `aws_elasticache_cluster`: the emulator (moto 5.2.1) makes them but never finishes deleting them",
    },
  },
  {
    name: "lambda-dual-stack",
    source: "none of the documents had it: Lambda had no IPv6 in a VPC in 2022",
    changed:
      "since October 2023 a function calls out over IPv6 from dual-stack subnets when `ipv6AllowedForDualStack` is set (off by default); IPv6-only subnets still do not do",
    apply: {
      onDemand: true,
      prepare: bucketOfLambda,
    },
  },
  {
    name: "webserver-fixed-address",
    source:
      "the 2016 notes on a web server in a dual-stack VPC: IPv4 Elastic IP, IPv6 address `::4` chosen by hand, nginx, DNS by hand",
    changed:
      'AWS keeps the last address of the block beside the first four; any region does; the address is a setting (`ipv6Addresses: ["::4"]`) and needs nothing in the guest; A and AAAA records come from the host itself by one entry; public IPv4 costs $0.005 an hour since 2024-02-01',
    apply: { ci: "webserver-fixed-address.test.ts" },
  },
  {
    name: "monitoring",
    source:
      "the general guide's chapter on monitoring: “IPv6 metrics are separate from IPv4 metrics in CloudWatch”",
    changed:
      "they are not: EC2 and NAT gateways have no metric of IPv6. Application load balancers count `IPv6RequestCount` and `IPv6ProcessedBytes`; everything else comes from the flow log's field `type` by metric filters",
    apply: { onDemand: true },
  },
  {
    name: "guarded-web",
    source: "not in the documents: they know security groups and network ACLs only",
    changed:
      "VPC Block Public Access since 2024-11-19 stops IPv6 at internet gateways and egress-only internet gateways too; its mode is one for the account in the region",
    apply: {
      not: "`aws_vpc_block_public_access_options` and `aws_vpc_block_public_access_exclusion`: the emulator (moto 5.2.1) has neither ModifyVpcBlockPublicAccessOptions nor CreateVpcBlockPublicAccessExclusion",
    },
  },
  {
    name: "byoip",
    source: "the VPC guide of 2021: own IPv6 space as the second source of blocks",
    changed:
      "own blocks are associated beside others (five IPv6 blocks by default), /44 to /60 in steps of 4 since 2023-11; the provider takes an own pool only by the association resource, and the VPC must ignore what it reads back",
    apply: {
      not: "`aws_vpc_ipv6_cidr_block_association`: the emulator (moto 5.2.1) knows no pool of one's own, sometimes refuses a second block (CidrLimitExceeded), and has no GetIpamPoolAllocations, which the provider asks when it destroys the VPC",
    },
  },
  {
    name: "ipam",
    source: "not in the documents: the VPC guide of 2021 knows Amazon's /56 and own space only",
    changed:
      "IPAM is the third source since 2021-12; contiguous ranges of Amazon's in pools since 2023-01, private IPv6 (ULA, own global space) since 2024",
    apply: {
      not: "`aws_vpc_ipam`: the emulator (moto 5.2.1) has no CreateIpam, and everything after it needs its pools",
    },
  },
  {
    name: "vpn-dual-stack",
    source: "AWS's guide to site-to-site VPN: an office behind one device, in both families",
    changed:
      "a virtual private gateway carries IPv4 alone and a connection one family inside, so a transit gateway with two connections to the same device; its tables are the stack's own",
    apply: {
      not: "`aws_vpn_connection` of a transit gateway: the emulator (moto 5.2.1) has no ModifyVpnConnection",
    },
  },
  {
    name: "endpoint-service",
    source: "AWS's guide to PrivateLink: a service of one's own for other accounts",
    changed:
      "both families at the endpoints, by a dual-stack network load balancer before hosts that have IPv6 alone; whoever may make an endpoint waits until it is accepted",
    apply: { onDemand: true },
  },
  {
    name: "transit",
    source: "not in the documents; the VPC guide of 2021 lists peering and transit gateways without IPv6",
    changed:
      "IPv6 support of a transit gateway attachment is still off by default; peering carries IPv6 by routes on both sides alone; the routes back are made here where the far side's route tables are of the same account and region",
    apply: { onDemand: true, prepare: farSideOfTransit },
  },
  {
    name: "hub-network",
    source:
      "AWS's whitepaper on networks of many VPCs: a hub with a transit gateway and central egress; the documents knew NAT64 in one VPC only",
    changed:
      "route tables of the transit gateway separate the spokes; IPv4 and NAT64 leave through the hub, and IPv6 through each VPC's own egress-only gateway, which serves no other VPC",
    apply: { ci: "hub-and-spokes.test.ts" },
  },
  {
    name: "hub-spoke-ipv6-only",
    source: "the same: a spoke of the hub with IPv6-only hosts",
    changed:
      "no NAT gateway of its own: DNS64 here, 64:ff9b::/96 through the transit gateway; takes its ids from the hub's stack",
    apply: { ci: "hub-and-spokes.test.ts" },
  },
  {
    name: "hub-spoke-dual-stack",
    source: "the same: a spoke of the hub with dual-stack hosts",
    changed: "IPv4 leaves through the hub, IPv6 through the spoke's own egress-only gateway",
    apply: { ci: "hub-and-spokes.test.ts" },
  },
  {
    name: "inspected-dual-stack",
    source:
      "not in the documents; AWS's deployment models for Network Firewall with IPv6 (2023), the distributed one with an internet gateway",
    changed:
      "the way in and the way out follow from one key, zone by zone and in both families; the hosts' IPv6 leaves by the internet gateway, since an egress-only one takes no route table; `HOME_NET` has the VPC's IPv6 block too",
    apply: {
      not: "`aws_networkfirewall_rule_group` and `aws_networkfirewall_firewall_policy`: the emulator (moto 5.2.1) has no CreateRuleGroup and no CreateFirewallPolicy, and its firewalls have no endpoints. The routes of such a network are applied with endpoints of another kind (`inspection.test.ts`)",
    },
  },
  {
    name: "inspected-by-appliances",
    source:
      "not in the documents; AWS's guides to Gateway Load Balancers: appliances of one's own, seen by both families on both ways",
    changed:
      "a dualstack Gateway Load Balancer puts IPv6 packets into GENEVE over IPv4, so the appliances' target group is IPv4; the service and its endpoints are of one stack, and other stacks take the service's name",
    apply: { onDemand: true },
  },
  {
    name: "local-zone",
    source:
      "not in the documents; AWS's guides to Local Zones: a network of the region that reaches into one, with IPv6 in both",
    changed:
      "nine Local Zones have IPv6; a VPC has an IPv6 block for each network border group, and the provider asks for one in `aws_vpc` only, so the VPC's own block is the Local Zone's",
    apply: { onDemand: true },
  },
  {
    name: "migrate-web-and-database",
    source:
      "AWS's guide “Migrate your VPC from IPv4 to IPv6”: a web server in a public subnet and a database server in a private one, brought to IPv6 in place",
    changed:
      "rules before routes (the guide has it the other way round); Nitro types instead of m4.large; no DHCPv6 setup in the guest; a load balancer, a managed database and IPv6-only subnets with NAT64 beside it",
    apply: { ci: "migration.test.ts" },
  },
];
