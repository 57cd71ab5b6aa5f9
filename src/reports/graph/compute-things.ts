import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { AutoScalingGroup, Instance } from "../../model/types/compute.ts";
import type { Ecs, EcsService, FargateSpot } from "../../model/types/ecs.ts";
import type { EksCluster } from "../../model/types/eks.ts";
import type { Network } from "../../model/types/network.ts";
import type { StandingThing } from "./things-of.ts";

/** Hosts, groups of hosts, containers and functions. */
export function computeThings(network: Network): readonly StandingThing[] {
  const { compute, ecs, eks, lambda } = network;
  return [
    ...compute.instances.map(instanceThing),
    ...compute.autoScalingGroups.map((group) => groupThing(network, group)),
    ...ecs.services.map((service) => serviceThing(ecs, service)),
    ...eks.clusters.flatMap(clusterThings),
    ...lambda.functions.map(({ name, architecture, ipv6AllowedForDualStack, subnets }) => ({
      kind: "compute" as const,
      title: `Lambda function ${name}`,
      details: [architecture, ipv6AllowedForDualStack ? "IPv6 and IPv4" : "IPv4 only"],
      ids: [terraformAddress("aws_lambda_function", name)],
      subnets,
    })),
  ];
}

function instanceThing({ name, host, subnet, elasticIp, ipv6Addresses, privateIp }: Instance): StandingThing {
  const addresses = [
    ...ipv6Addresses.map(({ text }) => text),
    ...(privateIp === null ? [] : [privateIp]),
    ...(elasticIp ? ["Elastic IP"] : []),
  ];
  return {
    kind: "compute",
    title: `instance ${name}`,
    details: [host.instanceType.name, ...(host.os === null ? [] : [host.os]), ...addresses],
    ids: [terraformAddress("aws_instance", name)],
    subnets: [subnet],
  };
}

function groupThing(network: Network, group: AutoScalingGroup): StandingThing {
  const { name, launchTemplate, minSize, maxSize, targetGroups, subnets } = group;
  const template = network.compute.launchTemplates.find((candidate) => candidate.name === launchTemplate);
  const targets = targetGroups.length === 0 ? [] : [`targets of ${targetGroups.join(", ")}`];
  return {
    kind: "compute",
    title: `Auto Scaling group ${name}`,
    details: [
      ...(template === undefined ? [] : [template.host.instanceType.name]),
      range(minSize, maxSize, "host"),
      ...targets,
    ],
    ids: [terraformAddress("aws_autoscaling_group", name)],
    subnets,
  };
}

function serviceThing(ecs: Ecs, service: EcsService): StandingThing {
  const { name, cluster, capacity, desiredCount, scaling, loadBalancers, subnets } = service;
  const targets = loadBalancers.map(({ targetGroup }) => targetGroup);
  const on = capacity.kind === "ec2" ? `group ${capacity.autoScalingGroup}` : fargateWords(capacity.spot);
  const clusterName = ecs.clusters.length > 1 ? [`cluster ${cluster}`] : [];
  return {
    kind: "compute",
    title: `ECS service ${name}`,
    details: [
      `${range(scaling?.minCapacity ?? desiredCount, scaling?.maxCapacity ?? desiredCount, "task")} on ${on}`,
      ...clusterName,
      ...(targets.length === 0 ? [] : [`targets of ${targets.join(", ")}`]),
    ],
    ids: [terraformAddress("aws_ecs_service", name)],
    subnets,
  };
}

function fargateWords(spot: FargateSpot | null): string {
  return spot === null ? "Fargate" : "Fargate and Fargate Spot";
}

function clusterThings(cluster: EksCluster): readonly StandingThing[] {
  const { name, version, ipFamily, subnets, nodeGroups, fargateProfiles } = cluster;
  return [
    {
      kind: "compute",
      title: `EKS cluster ${name}`,
      details: [`Kubernetes ${version}`, `pods and services: ${ipFamily}`],
      ids: [terraformAddress("aws_eks_cluster", name)],
      subnets,
    },
    ...nodeGroups.map((group) => ({
      kind: "compute" as const,
      title: `node group ${group.name}`,
      details: [
        group.instanceTypes.map((type) => type.name).join(", "),
        `${range(group.minSize, group.maxSize, "node")} of ${name}`,
      ],
      ids: [terraformAddress("aws_eks_node_group", group.id)],
      subnets: group.subnets,
    })),
    ...fargateProfiles.map((profile) => ({
      kind: "compute" as const,
      title: `Fargate profile ${profile.name}`,
      details: [`pods of ${name}`],
      ids: [terraformAddress("aws_eks_fargate_profile", profile.id)],
      subnets: profile.subnets,
    })),
  ];
}

function range(from: number, to: number, word: string): string {
  const count = from === to ? `${from}` : `${from} to ${to}`;
  return `${count} ${to === 1 ? word : `${word}s`}`;
}
