import { providerArguments } from "../../aws/provider-arguments.generated.ts";
import type { Path } from "../../base/path.ts";
import type { Blueprint, EksCluster as WrittenCluster } from "../../blueprint/blueprint.generated.ts";
import { serviceRole } from "../compute/service-roles.ts";
import { type Context, present, readCidr, sortedEntries } from "../context.ts";
import type { Declared } from "../declared.ts";
import { standingOf } from "../hooks/argument-standing.ts";
import { parseConstraint } from "../hooks/version-constraint.ts";
import { awsNameOf, awsStackName, displayName } from "../names.ts";
import { knownName, knownNames, knownTiers, namesOf } from "../references.ts";
import type { Eks, EksAccessCidr, EksAddon, EksCluster } from "../types/eks.ts";
import { normaliseAccessEntries, normalisePodRoles } from "./eks-access.ts";
import { normaliseFargateProfiles, normaliseNodeGroups, type Owner } from "./eks-capacity.ts";

/** The clusters of the blueprint, each with its roles, node groups, Fargate profiles and add-ons. */
export function normaliseEks(context: Context, blueprint: Blueprint, declared: Declared): Eks {
  const clusters = sortedEntries(blueprint.eks.clusters).map(([name, written]) =>
    normaliseCluster(context, blueprint, declared, name, written),
  );
  return { clusters };
}

function normaliseCluster(
  context: Context,
  blueprint: Blueprint,
  { tiers, securityGroups }: Declared,
  name: string,
  written: WrittenCluster,
): EksCluster {
  const path: Path = ["eks", "clusters", name];
  const owner: Owner = {
    cluster: name,
    path,
    displayName: displayName(awsStackName(blueprint), awsNameOf(name, written)),
    tiers,
  };
  const own = knownTiers(context, written.subnets, tiers, [...path, "subnets"]);
  const { version, ipFamily, endpointPrivateAccess, endpointPublicAccess, tags } = written;
  return {
    name,
    path,
    displayName: owner.displayName,
    version,
    ipFamily,
    serviceIpv4Cidr:
      written.serviceIpv4Cidr === undefined
        ? null
        : readCidr(context, written.serviceIpv4Cidr, [...path, "serviceIpv4Cidr"], "ipv4"),
    tiers: own.map((tier) => tier.name),
    subnets: own.flatMap((tier) => tier.subnets.map(({ id }) => id)),
    securityGroups: knownNames(context, "security group", written.securityGroups, securityGroups, [
      ...path,
      "securityGroups",
    ]),
    endpointPrivateAccess,
    endpointPublicAccess,
    controlPlaneEgressMode: written.controlPlaneEgressMode ?? null,
    publicAccessCidrs: readAccessCidrs(context, written.publicAccessCidrs, [...path, "publicAccessCidrs"]),
    deletionProtection: written.deletionProtection,
    awsDeletionProtection: awsProtection(blueprint, written),
    ...accessOf(blueprint, owner, written),
    ...rolesOf(blueprint, owner, written),
    nodeGroups: normaliseNodeGroups(context, written, owner),
    fargateProfiles: normaliseFargateProfiles(context, written, owner),
    addons: normaliseAddons(context, written, owner),
    logs: logsOf(written),
    secretsKeyArn: written.secretsKeyArn ?? null,
    tags,
  };
}

/** Who may call the cluster, and what its pods may take. */
function accessOf({ region }: Blueprint, owner: Owner, written: WrittenCluster) {
  return {
    ...written.accessConfig,
    accessEntries: normaliseAccessEntries(written, owner, region),
    openIdConnectProvider: written.openIdConnectProvider || tokenRoles(written).length > 0,
    podRoles: normalisePodRoles(written, owner, region),
  };
}

function normaliseAddons(
  context: Context,
  written: WrittenCluster,
  { cluster, path: clusterPath }: Owner,
): readonly EksAddon[] {
  return sortedEntries(written.addons).map(([name, { version, configurationValues, podRole }]) => {
    const path: Path = [...clusterPath, "addons", name];
    const what = "role of pods by OpenID Connect";
    return {
      ...{ id: `${cluster}_${name}`, name, path },
      version: version ?? null,
      configurationValues: configurationValues ?? null,
      podRole: knownName(context, what, podRole, tokenRoles(written), [...path, "podRole"]),
    };
  });
}

/** The names of the roles that pods take with a token of the cluster. */
function tokenRoles({ podRoles }: WrittenCluster): readonly string[] {
  return namesOf(podRoles).filter((name) => podRoles[name]?.by === "openIdConnect");
}

function logsOf({ enabledClusterLogTypes, logRetentionInDays }: WrittenCluster): EksCluster["logs"] {
  if (enabledClusterLogTypes.length === 0) return null;
  return { types: [...enabledClusterLogTypes].sort(), retentionInDays: logRetentionInDays };
}

/** Terraform refuses an argument that the provider in use does not know. */
function awsProtection({ terraform }: Blueprint, { deletionProtection }: WrittenCluster): boolean | null {
  const { version } = terraform.awsProvider;
  if (parseConstraint(version) === null) return null;
  const since = providerArguments["aws_eks_cluster.deletion_protection"];
  return standingOf(since, version) === "present" ? deletionProtection : null;
}

function readAccessCidrs(context: Context, texts: readonly string[], path: Path): readonly EksAccessCidr[] {
  const read = texts.map((text, index): EksAccessCidr | null => {
    const cidr = readCidr(context, text, [...path, index], "any");
    return cidr === null ? null : { path: [...path, index], cidr };
  });
  return present(read);
}

/** Nodes pull images and register. With IPv4 the network plug-in's policy is AWS's; with IPv6 there is none to name. */
function rolesOf({ region }: Blueprint, owner: Owner, written: WrittenCluster) {
  const role = (id: string, what: string, service: string, managedPolicies: readonly string[]) =>
    serviceRole(
      {
        id: `eks_${owner.cluster}${id}`,
        displayName: `${owner.displayName}${id.replace("_", "-")}`,
        namePrefix: `eks-${what}-`,
        service,
        managedPolicies,
        tags: written.tags,
      },
      region,
    );
  const cniPolicies = written.ipFamily === "ipv4" ? ["AmazonEKS_CNI_Policy"] : [];
  const nodePolicies = ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly", ...cniPolicies];
  const hasNodes = Object.keys(written.nodeGroups).length > 0;
  const hasProfiles = Object.keys(written.fargateProfiles).length > 0;
  return {
    role: role("", "cluster", "eks.amazonaws.com", ["AmazonEKSClusterPolicy"]),
    nodeRole: hasNodes ? role("_nodes", "nodes", "ec2.amazonaws.com", nodePolicies) : null,
    podRole: hasProfiles
      ? role("_pods", "pods", "eks-fargate-pods.amazonaws.com", ["AmazonEKSFargatePodExecutionRolePolicy"])
      : null,
  };
}
