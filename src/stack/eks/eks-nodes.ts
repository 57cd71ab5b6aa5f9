import type { EksCluster as AwsEksCluster } from "@cdktf/provider-aws/lib/eks-cluster/index.js";
import { EksNodeGroup as AwsEksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template/index.js";
import type { Construct } from "constructs";
import { arnIn } from "../../aws/partitions.ts";
import { invariant } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { EksCluster, EksNodeGroup } from "../../model/types/eks.ts";
import type { Network } from "../../model/types/network.ts";
import { metadataOptions } from "../compute/hosts.ts";
import { blockDevice } from "../compute/launch-templates.ts";
import { neededAtBoot } from "../compute/needed-at-boot.ts";
import { addServiceRole, type ServiceRoleMade } from "../compute/service-roles.ts";
import type { ITerraformDependable } from "../engine.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type NetworkMade, resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";

/** What EKS does not tag by itself, though it starts it. */
const TAGGED_AT_LAUNCH = ["instance", "volume", "network-interface"];

/** Adds a cluster's node groups with their role; returns the groups. */
export function addNodeGroups(
  scope: Construct,
  network: Network,
  made: NetworkMade,
  model: EksCluster,
  cluster: AwsEksCluster,
): readonly AwsEksNodeGroup[] {
  if (model.nodeRole === null) {
    invariant(model.nodeGroups.length === 0, `the node groups of "${model.name}" have no role`);
    return [];
  }
  const { role, attachments } = addServiceRole(scope, model.nodeRole);
  const cni = model.ipFamily === "ipv6" ? [addIpv6CniPolicy(scope, network, made, model, role)] : [];
  const rights = [...attachments, ...cni];
  return model.nodeGroups.map((group) =>
    addNodeGroup(scope, network, made, { model, cluster, role, rights, group }),
  );
}

interface NodeGroupNeeds {
  readonly model: EksCluster;
  readonly cluster: AwsEksCluster;
  readonly role: ServiceRoleMade["role"];
  readonly rights: readonly ITerraformDependable[];
  readonly group: EksNodeGroup;
}

function addNodeGroup(
  scope: Construct,
  network: Network,
  made: NetworkMade,
  { model, cluster, role, rights, group }: NodeGroupNeeds,
): AwsEksNodeGroup {
  const template = addLaunchTemplate(scope, network, group);
  return new AwsEksNodeGroup(scope, terraformAddress("aws_eks_node_group", group.id), {
    clusterName: cluster.name,
    nodeGroupName: group.awsName,
    // Without it the nodes would stay behind when the cluster is upgraded.
    version: model.version,
    nodeRoleArn: role.arn,
    subnetIds: group.subnets.map((id) => resourceFor(made.subnets, id).id),
    instanceTypes: group.instanceTypes.map(({ name }) => name),
    capacityType: group.capacityType,
    scalingConfig: { minSize: group.minSize, maxSize: group.maxSize, desiredSize: group.desiredSize },
    launchTemplate: { id: template.id, version: template.latestVersion.toString() },
    labels: { ...group.labels },
    ...(group.taints.length === 0
      ? {}
      : { taint: group.taints.map(({ key, value, effect }) => ({ key, effect, ...omitNull({ value }) })) }),
    tags: withNameTag(group.displayName, group.tags),
    ...omitNull({
      amiType: group.amiType,
      lifecycle: group.keepsDesiredSize ? null : { ignoreChanges: ["scaling_config[0].desired_size"] },
    }),
    ...waitFor([...rights, ...neededAtBoot(network, made, { subnets: group.subnets, securityGroups: [] })]),
  });
}

/** What a node group cannot say itself: its nodes' metadata service, disk and tags. Image and instance type stay EKS's. */
function addLaunchTemplate(scope: Construct, network: Network, group: EksNodeGroup): LaunchTemplate {
  const nameTag = withNameTag(group.displayName, group.tags);
  return new LaunchTemplate(scope, terraformAddress("aws_launch_template", `eks_${group.id}`), {
    namePrefix: `${group.displayName}-`,
    updateDefaultVersion: true,
    metadataOptions: metadataOptions(group.metadata),
    ...(group.disk === null ? {} : { blockDeviceMappings: [blockDevice(group.disk)] }),
    tagSpecifications: TAGGED_AT_LAUNCH.map((resourceType) => ({
      resourceType,
      tags: { ...network.tags, ...nameTag },
    })),
    tags: nameTag,
  });
}

/**
 * The rights of the VPC CNI plug-in with IPv6, for which AWS has no managed policy, and the right to give an address
 * back. What changes something is bound to this account and region.
 * Source: https://github.com/aws/amazon-vpc-cni-k8s/blob/master/docs/iam-policy.md, checked on 2026-11-21.
 */
function addIpv6CniPolicy(
  scope: Construct,
  network: Network,
  made: NetworkMade,
  model: EksCluster,
  role: ServiceRoleMade["role"],
): IamRolePolicy {
  const arn = (kind: string) => arnIn(network.region, "ec2", made.vpc.ownerId, `${kind}/*`);
  const statements = [
    {
      Effect: "Allow",
      Action: [
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeInstances",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeTags",
      ],
      Resource: "*",
    },
    {
      Effect: "Allow",
      Action: ["ec2:AssignIpv6Addresses", "ec2:CreateTags", "ec2:UnassignIpv6Addresses"],
      Resource: arn("network-interface"),
    },
    {
      Effect: "Allow",
      Action: "ec2:ModifyNetworkInterfaceAttribute",
      Resource: ["instance", "network-interface", "security-group"].map(arn),
    },
  ];
  return new IamRolePolicy(scope, terraformAddress("aws_iam_role_policy", `eks_${model.name}_ipv6-cni`), {
    name: "AmazonEKS_CNI_IPv6_Policy",
    role: role.id,
    policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
  });
}
