import type { Call } from "./aws.ts";

/** How far a system is proved by a real apply. */
export type Apply =
  /** Applied in CI by this test file of `test/apply/`. */
  | { readonly ci: string }
  /** Applied by `npm run test:apply -- --all`. */
  | {
      readonly onDemand: true;
      /** What must be there before, made through the AWS API. */
      readonly before?: readonly Call[];
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
      "the overview: a private backend behind an egress-only internet gateway, with IPv6 security group and network ACL",
    changed:
      "parameters that do not exist (`--source-ipv6`), entries that lacked a direction and the answers, ICMPv6 with types instead of ports; flow logs by address family, for EC2 has no IPv6 metric",
    apply: { onDemand: true },
  },
  {
    name: "ipv6-only-bastion",
    source:
      "the 2022 article on IPv6-only EC2: hosts behind the egress-only gateway (“no way to access it”), a bastion in a second IPv6-only subnet at the internet gateway, SSH by security group reference",
    changed:
      "EC2 Instance Connect endpoints speak IPv6 (the address type follows the subnet; provider 5.100 has no argument for it); Session Manager works: SSM Agent since 3.3.3270.0 (2025-10-09), interface endpoints since PrivateLink has IPv6 (about 2022); an S3 gateway endpoint of type ipv6",
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
      "the 2022 article on IPv6-only subnets: NAT64 to IPv4-only services inside the VPC through a private NAT gateway without Elastic IP, a database reached by its DNS name",
    changed:
      "holds for zonal NAT gateways; the regional ones of 2025 have no private mode. The gateway maps ports as always: the hexadecimal is DNS64's, so the database sees the gateway's address",
    apply: { onDemand: true },
  },
  {
    name: "nat64-playground",
    source:
      "the 2022 article on IPv6-only subnets, its playground whole: dual-stack and IPv6-only subnets, jump host, launch template and auto scaling group, dual-stack balancer, interface endpoints, NAT64 and DNS64",
    changed:
      "IMDS over IPv6 on instances too (provider 5.12.0), IPv6 target groups in Terraform (provider 4.27.0), dual-stack interface endpoints reached directly instead of through NAT64, S3 gateway endpoints by address family",
    apply: { ci: "nat64-playground.test.ts" },
  },
  {
    name: "nlb-ipv6",
    source: "the overview: a dual-stack network load balancer with IPv6 targets",
    changed:
      "`set_ip_address_type`, not the call shown; instance targets need a primary IPv6 address and the target group its own address type; no UDP, for which provider 5.100 lacks an argument",
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
      "they can since 2025: Linux only, platform version 1.4.0 or newer, ECS agent 1.99.1 or newer on hosts with a primary IPv6 address, IPv6 target group with addresses behind a dual-stack balancer, ECR's dual-stack image names, no ECS Exec",
    apply: { ci: "ecs-ipv6-only.test.ts" },
  },
  {
    name: "eks-ipv6",
    source:
      "the same article: no EKS cluster and no Fargate profile in IPv6-only subnets, pods with one family only",
    changed:
      "still so; since October 2024 clusters with IPv6 have a dual-stack API endpoint, since August 2024 the EKS API a dual-stack name; access entries instead of the aws-auth map; no Windows, no China, no `serviceIpv4Cidr`",
    apply: { onDemand: true },
  },
  {
    name: "rds-dual-stack",
    source: "the same article: a database subnet group cannot consist of IPv6-only subnets",
    changed:
      "still so, and no loss: network type DUAL in dual-stack subnets gives the database an AAAA record",
    apply: { onDemand: true },
  },
  {
    name: "cache-dual-stack",
    source: "none of the documents had caches",
    changed:
      "ElastiCache has IPv6 with Redis OSS 6.2, Valkey 7.2, Memcached 1.6.6 and newer on Nitro nodes; clients discover nodes by IPv6",
    apply: { onDemand: true },
  },
  {
    name: "lambda-dual-stack",
    source: "none of the documents had it: Lambda had no IPv6 in a VPC in 2022",
    changed:
      "since October 2023 a function calls out over IPv6 from dual-stack subnets when `ipv6AllowedForDualStack` is set (off by default); IPv6-only subnets still do not do",
    apply: {
      onDemand: true,
      before: [
        [
          "s3",
          "create_bucket",
          { Bucket: "example-artifacts", CreateBucketConfiguration: { LocationConstraint: "eu-west-1" } },
        ],
        ["s3", "put_object", { Bucket: "example-artifacts", Key: "orders/1.0.0.zip", Body: "any bytes do" }],
      ],
    },
  },
  {
    name: "webserver-fixed-address",
    source: "the notes on BOSH: a host at a fixed IPv6 address of its /64, `::1` to `::3` being AWS's",
    changed:
      "the first four addresses and the last one are AWS's, so `::4` is the first; A and AAAA records for both",
    apply: { ci: "webserver-fixed-address.test.ts" },
  },
  {
    name: "monitoring",
    source: "the overview: “IPv6 metrics are separate from IPv4 metrics in CloudWatch”",
    changed:
      "they never were: alarms and dashboard use what is there, load balancer metrics for IPv6 and metric filters on flow logs",
    apply: { onDemand: true },
  },
  {
    name: "byoip",
    source: "AWS's migration guide: IPv6 blocks are Amazon's or one's own",
    changed: "VPC blocks are /44 to /60 since November 2023; several blocks on one VPC",
    apply: { onDemand: true },
  },
  {
    name: "ipam",
    source: "AWS's migration guide, which knew two sources of blocks",
    changed:
      "IPAM is a third since December 2021, with contiguous ranges of Amazon's since January 2023 and private IPv6 since August 2024",
    apply: { onDemand: true },
  },
  {
    name: "transit",
    source: "AWS's migration guide and the overview, which stop at the VPC's edge",
    changed:
      "a transit gateway attachment carries IPv6 only when told; peering needs routes for both families on both sides",
    apply: { onDemand: true },
  },
];
