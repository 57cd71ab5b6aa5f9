import { type AutoScalingClient, DescribeAutoScalingGroupsCommand } from "@aws-sdk/client-auto-scaling";
import {
  DescribeListenerCertificatesCommand,
  DescribeListenersCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  type ElasticLoadBalancingV2Client,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { DescribeCacheSubnetGroupsCommand } from "@aws-sdk/client-elasticache";
import {
  DescribeDBInstancesCommand,
  DescribeDBSubnetGroupsCommand,
  type RDSClient,
} from "@aws-sdk/client-rds";
import { DescribeClusterSubnetGroupsCommand } from "@aws-sdk/client-redshift";
import {
  ListHostedZonesByVPCCommand,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  type VPCRegion,
} from "@aws-sdk/client-route-53";
import { arnIn } from "../../aws/partitions.ts";
import { isDenied } from "../../importer/aws/ask.ts";
import type { AwsClients, VpcInRegion } from "./aws-clients.ts";
import { type Probe, probesOfEc2 } from "./probes-of-ec2.ts";
import { probesOfLinks } from "./probes-of-links.ts";

function ofBalancing(client: ElasticLoadBalancingV2Client, region: string): readonly Probe[] {
  const service = "elasticloadbalancing";
  // Of nobody: rights are looked at before the thing is.
  const arn = (resource: string) => arnIn(region, service, "123456789012", resource);
  const LoadBalancerArn = arn("loadbalancer/app/none/0123456789abcdef");
  const ListenerArn = arn("listener/app/none/0123456789abcdef/0123456789abcdef");
  const TargetGroupArn = arn("targetgroup/none/0123456789abcdef");
  return [
    [
      `${service}:DescribeListenerCertificates`,
      () => client.send(new DescribeListenerCertificatesCommand({ ListenerArn })),
    ],
    [`${service}:DescribeListeners`, () => client.send(new DescribeListenersCommand({ LoadBalancerArn }))],
    [
      `${service}:DescribeLoadBalancerAttributes`,
      () => client.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn })),
    ],
    [
      `${service}:DescribeLoadBalancers`,
      () => client.send(new DescribeLoadBalancersCommand({ PageSize: 1 })),
    ],
    [`${service}:DescribeRules`, () => client.send(new DescribeRulesCommand({ ListenerArn }))],
    [
      `${service}:DescribeTargetGroupAttributes`,
      () => client.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn })),
    ],
    [`${service}:DescribeTargetGroups`, () => client.send(new DescribeTargetGroupsCommand({ PageSize: 1 }))],
    [
      `${service}:DescribeTargetHealth`,
      () => client.send(new DescribeTargetHealthCommand({ TargetGroupArn })),
    ],
  ];
}

function ofScaling(client: AutoScalingClient): readonly Probe[] {
  return [
    [
      "autoscaling:DescribeAutoScalingGroups",
      () => client.send(new DescribeAutoScalingGroupsCommand({ MaxRecords: 1 })),
    ],
  ];
}

function ofRds(client: RDSClient): readonly Probe[] {
  return [
    ["rds:DescribeDBInstances", () => client.send(new DescribeDBInstancesCommand({ MaxRecords: 20 }))],
    ["rds:DescribeDBSubnetGroups", () => client.send(new DescribeDBSubnetGroupsCommand({ MaxRecords: 20 }))],
  ];
}

function ofNeighbours({ elastiCache, redshift, route53 }: AwsClients, target: VpcInRegion): readonly Probe[] {
  const { vpcId: VPCId, region } = target;
  const VPCRegion = region as VPCRegion;
  return [
    [
      "elasticache:DescribeCacheSubnetGroups",
      () => elastiCache.send(new DescribeCacheSubnetGroupsCommand({ MaxRecords: 20 })),
    ],
    [
      "redshift:DescribeClusterSubnetGroups",
      () => redshift.send(new DescribeClusterSubnetGroupsCommand({ MaxRecords: 20 })),
    ],
    ["route53:ListHostedZones", () => route53.send(new ListHostedZonesCommand({ MaxItems: 1 }))],
    [
      "route53:ListHostedZonesByVPC",
      () => route53.send(new ListHostedZonesByVPCCommand({ VPCId, VPCRegion, MaxItems: 1 })),
    ],
    [
      "route53:ListResourceRecordSets",
      // Of nobody, as above.
      () => route53.send(new ListResourceRecordSetsCommand({ HostedZoneId: "Z0123456789ABCDEFGHIJ" })),
    ],
  ];
}

/** Asks for each right that import needs, once, and gives those that AWS refuses. What else goes wrong counts as allowed. */
export async function askRights(clients: AwsClients, target: VpcInRegion): Promise<readonly string[]> {
  const { ec2, scaling, balancing, rds } = clients;
  const { vpcId, region } = target;
  const probes = [
    ...ofScaling(scaling),
    ...probesOfEc2(ec2, vpcId),
    ...probesOfLinks(ec2),
    ...ofBalancing(balancing, region),
    ...ofRds(rds),
    ...ofNeighbours(clients, target),
  ];
  const answers = await Promise.all(
    probes.map(([action, ask]) =>
      ask().then(
        () => [],
        (error: unknown) => (isDenied(error) ? [action] : []),
      ),
    ),
  );
  return answers.flat();
}

/** The policy document that allows the actions. */
export function policyFor(actions: readonly string[]): string {
  const statement = { Effect: "Allow", Action: actions, Resource: "*" };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, null, 2);
}
