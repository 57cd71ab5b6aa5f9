import type { Path } from "../../base/path.ts";
import type { InstanceType, Metadata, RootVolume } from "./compute.ts";
import type { ServiceRole } from "./service-roles.ts";
import type { Cidr, SecurityGroupName, SubnetId, Tags, TierName } from "./shared.ts";

/** Everything of Amazon EKS. */
export interface Eks {
  /** Sorted by name. */
  readonly clusters: readonly EksCluster[];
}

/** A cluster with all that belongs to it. */
export interface EksCluster {
  readonly name: string;
  readonly path: Path;
  /** Its name in AWS. */
  readonly displayName: string;
  /** Of Kubernetes, such as `1.33`. */
  readonly version: string;
  /** The family of its pods and services. */
  readonly ipFamily: "ipv4" | "ipv6";
  /** Null: EKS chooses. */
  readonly serviceIpv4Cidr: Cidr | null;
  readonly tiers: readonly TierName[];
  /** Logical ids of the subnets. */
  readonly subnets: readonly SubnetId[];
  readonly securityGroups: readonly SecurityGroupName[];
  readonly endpointPrivateAccess: boolean;
  readonly endpointPublicAccess: boolean;
  /** Null: EKS's default, `AWS_MANAGED`. */
  readonly controlPlaneEgressMode: "AWS_MANAGED" | "CUSTOMER_ROUTED" | null;
  /** Empty: the whole internet. */
  readonly publicAccessCidrs: readonly EksAccessCidr[];
  /** Whether Terraform refuses to destroy it. */
  readonly deletionProtection: boolean;
  /** The same of AWS; null: a provider that is allowed cannot say it. */
  readonly awsDeletionProtection: boolean | null;
  readonly authenticationMode: "API" | "API_AND_CONFIG_MAP" | "CONFIG_MAP";
  readonly bootstrapClusterCreatorAdminPermissions: boolean;
  readonly role: ServiceRole;
  /** Null without node groups. */
  readonly nodeRole: ServiceRole | null;
  /** Null without Fargate profiles. */
  readonly podRole: ServiceRole | null;
  readonly nodeGroups: readonly EksNodeGroup[];
  readonly fargateProfiles: readonly EksFargateProfile[];
  readonly addons: readonly EksAddon[];
  /** Sorted by name. */
  readonly accessEntries: readonly EksAccessEntry[];
  /** Whether IAM trusts the cluster's tokens. */
  readonly openIdConnectProvider: boolean;
  /** Sorted by name. */
  readonly podRoles: readonly EksPodRole[];
  /** Null: no logs of the control plane are kept. */
  readonly logs: EksLogs | null;
  /** Null: AWS's own. */
  readonly secretsKeyArn: string | null;
  readonly tags: Tags;
}

/** Logs of the control plane. */
interface EksLogs {
  /** Sorted. */
  readonly types: readonly string[];
  readonly retentionInDays: number;
}

/** An IAM principal that may call the Kubernetes API. */
export interface EksAccessEntry {
  /** Logical id: `<cluster>_<name>`. */
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly principalArn: string;
  /** Sorted. */
  readonly kubernetesGroups: readonly string[];
  /** Sorted by name. */
  readonly policies: readonly EksAccessPolicy[];
  readonly tags: Tags;
}

/** Rights of an access entry. */
interface EksAccessPolicy {
  /** Logical id: `<cluster>_<entry>_<policy>`. */
  readonly id: string;
  readonly policyArn: string;
  /** Sorted; empty: the whole cluster. */
  readonly namespaces: readonly string[];
}

/** What pods of a service account act as. */
export interface EksPodRole {
  /** Logical id: `<cluster>_<name>`. */
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly by: "podIdentity" | "openIdConnect";
  readonly role: ServiceRole;
}

/** What keeps pods away from nodes. */
export interface EksTaint {
  readonly key: string;
  readonly path: Path;
  /** Null: none. */
  readonly value: string | null;
  readonly effect: "NO_SCHEDULE" | "NO_EXECUTE" | "PREFER_NO_SCHEDULE";
}

/** A block from which the public endpoint may be called. */
export interface EksAccessCidr {
  readonly path: Path;
  readonly cidr: Cidr;
}

/** A managed node group. */
export interface EksNodeGroup {
  /** Logical id: `<cluster>_<name>`. */
  readonly id: string;
  readonly name: string;
  /** Its name in AWS, within the cluster. */
  readonly awsName: string;
  readonly path: Path;
  /** The Name tag of the group and its nodes. */
  readonly displayName: string;
  readonly tiers: readonly TierName[];
  /** Logical ids of the subnets. */
  readonly subnets: readonly SubnetId[];
  /** As the author ordered them: EKS prefers the first. */
  readonly instanceTypes: readonly InstanceType[];
  /** Null: left to EKS, as the architecture of the instance types is not known. */
  readonly amiType: string | null;
  readonly capacityType: "ON_DEMAND" | "SPOT";
  readonly minSize: number;
  readonly maxSize: number;
  readonly desiredSize: number;
  /** False: the number is for the first apply only. */
  readonly keepsDesiredSize: boolean;
  readonly metadata: Metadata;
  readonly labels: Readonly<Record<string, string>>;
  /** Sorted by key. */
  readonly taints: readonly EksTaint[];
  /** Null: EKS's own. */
  readonly disk: RootVolume | null;
  readonly tags: Tags;
}

/** A Fargate profile. */
export interface EksFargateProfile {
  /** Logical id: `<cluster>_<name>`. */
  readonly id: string;
  readonly name: string;
  /** Its name in AWS, within the cluster. */
  readonly awsName: string;
  readonly path: Path;
  readonly displayName: string;
  readonly tiers: readonly TierName[];
  /** Logical ids of the subnets. */
  readonly subnets: readonly SubnetId[];
  readonly selectors: readonly EksFargateSelector[];
  readonly tags: Tags;
}

/** Which pods a Fargate profile is for. */
interface EksFargateSelector {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** An add-on that EKS keeps. */
export interface EksAddon {
  /** Logical id: `<cluster>_<name>`. */
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  /** Null: EKS's default. */
  readonly version: string | null;
  /** JSON; null: the add-on's own. */
  readonly configurationValues: string | null;
  /** The name of a role of pods; null: the nodes' role. */
  readonly podRole: string | null;
}
