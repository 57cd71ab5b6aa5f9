import { instanceTypeFacts } from "../../aws/instance-types.ts";
import { BOTTLEROCKET_DATA_DEVICE_NAME, DEFAULT_ROOT_DEVICE_NAME } from "../../aws/root-devices.ts";
import type { Path } from "../../base/path.ts";
import type {
  EksCluster as WrittenCluster,
  EksNodeGroup as WrittenGroup,
  EksFargateProfile as WrittenProfile,
} from "../../blueprint/blueprint.generated.ts";
import { normaliseInstanceType } from "../compute/hosts.ts";
import { type Context, sortedEntries } from "../context.ts";
import { awsNameOf } from "../names.ts";
import { knownTiers } from "../references.ts";
import type { EksFargateProfile, EksNodeGroup } from "../types/eks.ts";
import type { Tier } from "../types/subnets.ts";

/** The cluster whose capacity it is, and the tiers there are. */
export interface Owner {
  readonly cluster: string;
  readonly path: Path;
  readonly displayName: string;
  readonly tiers: readonly Tier[];
}

/** The cluster's node groups, sorted by name. */
export function normaliseNodeGroups(
  context: Context,
  cluster: WrittenCluster,
  owner: Owner,
): readonly EksNodeGroup[] {
  return sortedEntries(cluster.nodeGroups).map(([name, written]): EksNodeGroup => {
    const { instanceTypes, capacityType, minSize, maxSize, desiredSize, metadata, labels, tags } = written;
    return {
      ...placed(context, owner, "nodeGroups", name, written),
      instanceTypes: instanceTypes.map(normaliseInstanceType),
      amiType: written.amiType ?? defaultAmiType(written),
      capacityType,
      minSize,
      maxSize,
      desiredSize: desiredSize ?? minSize,
      keepsDesiredSize: desiredSize !== undefined,
      // EKS does not support the IPv6 endpoint, so that it cannot be asked for.
      metadata: { ipv6: false, ipv6IsExplicit: false, ...metadata },
      labels,
      taints: taintsOf(written, [...owner.path, "nodeGroups", name, "taints"]),
      disk: diskOf(written),
      tags,
    };
  });
}

function taintsOf({ taints }: WrittenGroup, path: Path): EksNodeGroup["taints"] {
  return sortedEntries(taints).map(([key, { value, effect }]) => ({
    ...{ key, path: [...path, key] },
    ...{ value: value ?? null, effect },
  }));
}

/** Bottlerocket keeps images and containers on its second disk. */
function diskOf(written: WrittenGroup): EksNodeGroup["disk"] {
  if (written.rootVolume === undefined) return null;
  const { sizeGib, type, iops, encrypted } = written.rootVolume;
  const isBottlerocket = written.amiType?.startsWith("BOTTLEROCKET") ?? false;
  const deviceName = isBottlerocket ? BOTTLEROCKET_DATA_DEVICE_NAME : DEFAULT_ROOT_DEVICE_NAME;
  return { deviceName, sizeGib: sizeGib ?? null, type, iops: iops ?? null, encrypted };
}

/** The cluster's Fargate profiles, sorted by name, their selectors too. */
export function normaliseFargateProfiles(
  context: Context,
  cluster: WrittenCluster,
  owner: Owner,
): readonly EksFargateProfile[] {
  return sortedEntries(cluster.fargateProfiles).map(([name, written]) => ({
    ...placed(context, owner, "fargateProfiles", name, written),
    selectors: sortedEntries(written.selectors).map(([, { namespace, labels }]) => ({ namespace, labels })),
    tags: written.tags,
  }));
}

function placed(
  context: Context,
  { cluster, path: clusterPath, displayName, tiers }: Owner,
  kind: "nodeGroups" | "fargateProfiles",
  name: string,
  written: WrittenGroup | WrittenProfile,
) {
  const path: Path = [...clusterPath, kind, name];
  const own = knownTiers(context, written.subnets, tiers, [...path, "subnets"]);
  return {
    id: `${cluster}_${name}`,
    name,
    path,
    awsName: awsNameOf(name, written),
    displayName: `${displayName}-${awsNameOf(name, written)}`,
    tiers: own.map((tier) => tier.name),
    subnets: own.flatMap((tier) => tier.subnets.map(({ id }) => id)),
  };
}

/** Amazon Linux 2023 for the first type's architecture; a group has one image, so all types must have that. */
function defaultAmiType({ instanceTypes }: WrittenGroup): string | null {
  const [first] = instanceTypes;
  const architecture = first === undefined ? "unknown" : instanceTypeFacts(first).architecture;
  switch (architecture) {
    case "arm64":
      return "AL2023_ARM_64_STANDARD";
    case "x86_64":
      return "AL2023_x86_64_STANDARD";
    default:
      return null;
  }
}
