import type { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group/index.js";
import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import type { DataAwsEc2ManagedPrefixList } from "@cdktf/provider-aws/lib/data-aws-ec2-managed-prefix-list/index.js";
import type { DataAwsLbTargetGroup } from "@cdktf/provider-aws/lib/data-aws-lb-target-group/index.js";
import type { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter/index.js";
import type { DbInstance } from "@cdktf/provider-aws/lib/db-instance/index.js";
import type { Ec2ManagedPrefixList } from "@cdktf/provider-aws/lib/ec2-managed-prefix-list/index.js";
import type { Eip } from "@cdktf/provider-aws/lib/eip/index.js";
import type { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster/index.js";
import type { ElasticacheCluster } from "@cdktf/provider-aws/lib/elasticache-cluster/index.js";
import type { ElasticacheReplicationGroup } from "@cdktf/provider-aws/lib/elasticache-replication-group/index.js";
import type { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile/index.js";
import type { Instance } from "@cdktf/provider-aws/lib/instance/index.js";
import type { KeyPair } from "@cdktf/provider-aws/lib/key-pair/index.js";
import type { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function/index.js";
import type { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template/index.js";
import type { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import type { LbListener } from "@cdktf/provider-aws/lib/lb-listener/index.js";
import type { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule/index.js";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group/index.js";
import type { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster/index.js";
import type { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { VpcIpamPool } from "@cdktf/provider-aws/lib/vpc-ipam-pool/index.js";
import { invariant } from "../base/invariant.ts";
import type { ITerraformDependable } from "./engine.ts";

/** Constructs by the model's logical id or name of what they stand for. */
export type Made<T> = ReadonlyMap<string, T>;

/** A resource of this stack, or one managed outside it: what both have is an id. */
export interface Identified {
  readonly id: string;
}

/** The pools of the blueprint's IPAM. */
export interface IpamMade {
  /** By name. */
  readonly ipamPools: Made<VpcIpamPool>;
  /** By the pool's name: without them a pool has nothing to give. */
  readonly ipamPoolCidrs: Made<readonly ITerraformDependable[]>;
}

/** What routes to other networks lead to. */
export interface TransitMade {
  /** By name. */
  readonly vpcPeeringConnections: Made<LinkMade>;
  /** By the attachment's name. */
  readonly transitGateways: Made<LinkMade>;
  /** By name. */
  readonly virtualPrivateGateways: Made<Identified>;
}

/** A way to other VPCs. */
interface LinkMade {
  /** What a route names: the id of the peering connection or of the transit gateway. */
  readonly id: string;
  /** What a route waits for where the id does not say it. */
  readonly awaited: readonly ITerraformDependable[];
}

/** A VPC, of this stack or managed outside it. */
interface VpcIdentity extends Identified {
  readonly arn: string;
  readonly ownerId: string;
}

/** A subnet, of this stack or managed outside it; its blocks are references. */
export interface SubnetMade extends Identified {
  readonly cidrBlock: string;
  readonly ipv6CidrBlock: string;
}

/** The VPC and its blocks; a block is a reference to its CIDR, which resolves only at apply. */
export interface VpcMade {
  readonly vpc: VpcIdentity;
  /** The same where it is of this stack; null: it is managed outside. */
  readonly ownVpc: Vpc | null;
  /** By the block's logical id; `main` is the VPC's own. */
  readonly ipv4Blocks: Made<BlockMade>;
  /** By the block's logical id; without `main` when the VPC has no IPv6. */
  readonly ipv6Blocks: Made<BlockMade>;
}

/** One block of the VPC. */
export interface BlockMade {
  /** Reference to the CIDR. */
  readonly cidr: string;
  /** The association that brings the block; null when the VPC itself does, or had it before. */
  readonly association: ITerraformDependable | null;
}

/** The internet gateway of the VPC. */
export interface InternetGatewayMade extends Identified {
  /** What needs the gateway waits for this; nothing where it was there before. */
  readonly awaited: readonly ITerraformDependable[];
}

/** The gateways of the VPC. */
export interface GatewaysMade {
  readonly internetGateway: InternetGatewayMade | null;
  readonly egressOnlyInternetGateway: Identified | null;
  /** By the zonal gateway's logical id. */
  readonly natGateways: Made<Identified>;
  /** Public IPv4 addresses by the zonal gateway's logical id; public ones only. */
  readonly natGatewayAddresses: Made<{ readonly publicIp: string }>;
}

/** What packets pass through to be looked at. */
export interface InspectionMade {
  /** By the endpoint's logical id. */
  readonly inspectionEndpoints: Made<Identified>;
  /** Those of Network Firewalls, by the endpoint's logical id. */
  readonly firewallEndpoints: Made<Identified>;
}

/** Prefix lists that routes and security group rules refer to. */
export interface PrefixListsMade {
  /** The author's, by name. */
  readonly prefixLists: Made<Ec2ManagedPrefixList>;
  /** AWS's, by the data source's logical id. */
  readonly managedPrefixLists: Made<DataAwsEc2ManagedPrefixList>;
}

/** Security groups, and the rules without which a host in them reaches nothing. */
export interface SecurityGroupsMade {
  /** By name. */
  readonly securityGroups: Made<Identified>;
  /** By the security group's name. */
  readonly securityGroupRules: Made<readonly ITerraformDependable[]>;
}

/** Route tables, and what makes them work for a subnet. */
export interface RoutingMade {
  /** By logical id. */
  readonly routeTables: Made<Identified>;
  /**
   * Route table association and routes by the subnet's logical id, none where this stack makes none: what a host there
   * needs before it boots.
   */
  readonly routing: Made<readonly ITerraformDependable[]>;
}

/** Everything that compute, load balancing and outputs refer to. */
export interface NetworkMade
  extends VpcMade,
    GatewaysMade,
    TransitMade,
    InspectionMade,
    RoutingMade,
    PrefixListsMade,
    SecurityGroupsMade,
    FlowLogsMade {
  /** By logical id. */
  readonly subnets: Made<SubnetMade>;
  /** Entries of the network ACL by the subnet's logical id, none where this stack makes none. */
  readonly networkAclRules: Made<readonly ITerraformDependable[]>;
}

/** What hosts are made of and what they are. All by name. */
export interface ComputeMade {
  readonly keyPairs: Made<KeyPair>;
  readonly instanceProfiles: Made<IamInstanceProfile>;
  /** By the data source's logical id. */
  readonly imageParameters: Made<DataAwsSsmParameter>;
  readonly launchTemplates: Made<LaunchTemplate>;
  readonly autoScalingGroups: Made<AutoscalingGroup>;
  readonly instances: Made<Instance>;
}

/** Load balancers and their target groups, by name. */
export interface LoadBalancingMade {
  /** Those that a provider hook has made are found again by a data source. */
  readonly targetGroups: Made<LbTargetGroup | DataAwsLbTargetGroup>;
  readonly loadBalancers: Made<Lb>;
  /** Listeners and their rules, by the name of the target group that they forward to. */
  readonly listeners: Made<readonly (LbListener | LbListenerRule)[]>;
}

/** EKS clusters, by name. */
export interface EksMade {
  readonly eksClusters: Made<EksCluster>;
}

/** Lambda functions, by name. */
export interface LambdaMade {
  readonly lambdaFunctions: Made<LambdaFunction>;
}

/** Databases, by name. */
export interface RdsMade {
  readonly databases: Made<DbInstance>;
  readonly databaseClusters: Made<RdsCluster>;
}

/** Caches, by name. */
export interface ElasticacheMade {
  readonly cacheClusters: Made<ElasticacheCluster>;
  readonly replicationGroups: Made<ElasticacheReplicationGroup>;
}

/** Log groups of the flow logs that write to CloudWatch Logs, by the flow log's name. */
export interface FlowLogsMade {
  readonly flowLogGroups: Made<CloudwatchLogGroup>;
}

/** Elastic IPs of instances, by the instance's name. */
export interface ElasticIpsMade {
  readonly elasticIps: Made<Eip>;
}

/** New hosted zones, by name. */
export interface Route53Made {
  readonly hostedZones: Made<Route53Zone>;
}

/** The construct made for a logical id or name; the model has resolved all names, so a miss is a bug of ours. */
export function resourceFor<T>(made: Made<T>, id: string): T {
  const found = made.get(id);
  invariant(found !== undefined, `nothing was made for "${id}"`);
  return found;
}
