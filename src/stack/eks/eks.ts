import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon/index.js";
import { EksCluster as AwsEksCluster } from "@cdktf/provider-aws/lib/eks-cluster/index.js";
import { EksFargateProfile } from "@cdktf/provider-aws/lib/eks-fargate-profile/index.js";
import type { Construct } from "constructs";
import { arnIn } from "../../aws/partitions.ts";
import { invariant } from "../../base/invariant.ts";
import { formatPrefix } from "../../base/prefix.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { EksCluster } from "../../model/types/eks.ts";
import type { Network } from "../../model/types/network.ts";
import { neededAtBoot } from "../compute/needed-at-boot.ts";
import { addServiceRole, type ServiceRoleMade } from "../compute/service-roles.ts";
import type { ITerraformDependable } from "../engine.ts";
import { rulesOfGroups } from "../filtering/rules-of-groups.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type Made, type NetworkMade, resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";
import { addAccessEntries, addPodRoles } from "./eks-access.ts";
import { addNodeGroups } from "./eks-nodes.ts";

/** Adds the clusters and all that belongs to them; returns the clusters by name. */
export function addEks(scope: Construct, network: Network, made: NetworkMade): Made<AwsEksCluster> {
  return new Map(
    network.eks.clusters.map((model) => {
      const cluster = addCluster(scope, made, model);
      const nodeGroups = addNodeGroups(scope, network, made, model, cluster);
      const profiles = addFargateProfiles(scope, network, made, model, cluster);
      // An add-on such as coredns is well only when there is something that runs its pods.
      addAccessEntries(scope, model, cluster);
      const podRoles = addPodRoles(scope, model, cluster);
      addAddons(scope, model, cluster, { podRoles, capacity: [...nodeGroups, ...profiles] });
      return [model.name, cluster];
    }),
  );
}

function addCluster(scope: Construct, made: NetworkMade, model: EksCluster): AwsEksCluster {
  const { role, attachments } = addServiceRole(scope, model.role);
  const { ipFamily, serviceIpv4Cidr, publicAccessCidrs, securityGroups, logs, secretsKeyArn } = model;
  const blocks = publicAccessCidrs.map(({ cidr }) => formatPrefix(cidr.prefix));
  const cluster = new AwsEksCluster(scope, terraformAddress("aws_eks_cluster", model.name), {
    name: model.displayName,
    version: model.version,
    roleArn: role.arn,
    accessConfig: {
      authenticationMode: model.authenticationMode,
      bootstrapClusterCreatorAdminPermissions: model.bootstrapClusterCreatorAdminPermissions,
    },
    kubernetesNetworkConfig: {
      ipFamily,
      ...omitNull({ serviceIpv4Cidr: serviceIpv4Cidr && formatPrefix(serviceIpv4Cidr.prefix) }),
    },
    vpcConfig: {
      subnetIds: model.subnets.map((id) => resourceFor(made.subnets, id).id),
      securityGroupIds: securityGroups.map((name) => resourceFor(made.securityGroups, name).id),
      endpointPrivateAccess: model.endpointPrivateAccess,
      endpointPublicAccess: model.endpointPublicAccess,
      ...omitNull({ publicAccessCidrs: blocks.length === 0 ? null : blocks }),
    },
    ...(logs === null ? {} : { enabledClusterLogTypes: [...logs.types] }),
    ...(secretsKeyArn === null
      ? {}
      : { encryptionConfig: { provider: { keyArn: secretsKeyArn }, resources: ["secrets"] } }),
    tags: withNameTag(model.displayName, model.tags),
    // EKS removes its network interfaces with the role's rights: they go last.
    ...waitFor([...attachments, ...addLogGroup(scope, model), ...rulesOfGroups(made, securityGroups)]),
  });
  // Younger than the bindings.
  if (model.controlPlaneEgressMode !== null)
    cluster.addOverride("vpc_config.control_plane_egress_mode", model.controlPlaneEgressMode);
  if (model.awsDeletionProtection !== null)
    cluster.addOverride("deletion_protection", model.awsDeletionProtection);
  return cluster;
}

/** Else EKS makes the log group itself, and keeps the logs for ever. */
function addLogGroup(
  scope: Construct,
  { name, displayName, logs, tags }: EksCluster,
): readonly CloudwatchLogGroup[] {
  if (logs === null) return [];
  const id = terraformAddress("aws_cloudwatch_log_group", `eks_${name}`);
  return [
    new CloudwatchLogGroup(scope, id, {
      name: `/aws/eks/${displayName}/cluster`,
      retentionInDays: logs.retentionInDays,
      tags: withNameTag(displayName, tags),
    }),
  ];
}

function addFargateProfiles(
  scope: Construct,
  network: Network,
  made: NetworkMade,
  model: EksCluster,
  cluster: AwsEksCluster,
): readonly EksFargateProfile[] {
  if (model.podRole === null) {
    invariant(model.fargateProfiles.length === 0, `the Fargate profiles of "${model.name}" have no role`);
    return [];
  }
  const profiles = `fargateprofile/${model.displayName}/*`;
  const source = arnIn(network.region, "eks", made.vpc.ownerId, profiles);
  // Without the condition, profiles of any cluster and account could borrow the role (the "confused deputy").
  const { role, attachments } = addServiceRole(scope, model.podRole, {
    ArnLike: { "aws:SourceArn": source },
  });
  return model.fargateProfiles.map(
    (profile) =>
      new EksFargateProfile(scope, terraformAddress("aws_eks_fargate_profile", profile.id), {
        clusterName: cluster.name,
        fargateProfileName: profile.awsName,
        podExecutionRoleArn: role.arn,
        subnetIds: profile.subnets.map((id) => resourceFor(made.subnets, id).id),
        selector: profile.selectors.map(({ namespace, labels }) => ({ namespace, labels: { ...labels } })),
        tags: withNameTag(profile.displayName, profile.tags),
        ...waitFor([
          ...attachments,
          ...neededAtBoot(network, made, { subnets: profile.subnets, securityGroups: [] }),
        ]),
      }),
  );
}

interface NeededByAddons {
  readonly podRoles: Made<ServiceRoleMade>;
  readonly capacity: readonly ITerraformDependable[];
}

function addAddons(
  scope: Construct,
  model: EksCluster,
  cluster: AwsEksCluster,
  { podRoles, capacity }: NeededByAddons,
): void {
  for (const { id, name, version, configurationValues, podRole } of model.addons) {
    const made = podRole === null ? null : resourceFor(podRoles, podRole);
    new EksAddon(scope, terraformAddress("aws_eks_addon", id), {
      clusterName: cluster.name,
      addonName: name,
      // A new cluster has a copy of its own, which gives way; what somebody changed later stays.
      resolveConflictsOnCreate: "OVERWRITE",
      resolveConflictsOnUpdate: "PRESERVE",
      ...omitNull({
        addonVersion: version,
        configurationValues,
        serviceAccountRoleArn: made === null ? null : made.role.arn,
      }),
      ...waitFor([...capacity, ...(made?.attachments ?? [])]),
    });
  }
}
