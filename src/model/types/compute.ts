import type { Path } from "../../base/path.ts";
import type { AutoScaling } from "./auto-scaling.ts";
import type { Guest } from "./guest.ts";
import type { SecurityGroupName, SubnetId, Tags, TierName } from "./shared.ts";

/** The hosts, and what they are made from. */
export interface Compute {
  readonly keyPairs: readonly KeyPair[];
  readonly instanceProfiles: readonly InstanceProfile[];
  /** The author's, and one for each auto scaling group that describes its hosts inline. */
  readonly launchTemplates: readonly LaunchTemplate[];
  readonly autoScalingGroups: readonly AutoScalingGroup[];
  readonly instances: readonly Instance[];
  /** Public SSM parameters that name AMIs, each read once. */
  readonly imageParameters: readonly ImageParameter[];
}

/** An SSH key, by its public half. */
export interface KeyPair {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly publicKey: string;
  readonly tags: Tags;
}

/** A role for instances, with the policies that are attached to it. */
export interface InstanceProfile {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly policies: readonly PolicyAttachment[];
  readonly tags: Tags;
}

/** A managed policy on a role. */
export interface PolicyAttachment {
  /** Logical id: `<profile>_<policy name>`. */
  readonly id: string;
  readonly arn: string;
}

/** What AWS knows of an instance type; unknown is a legal answer. */
export interface InstanceType {
  readonly name: string;
  readonly ipv6: "yes" | "no" | "unknown";
  readonly hypervisor: "nitro" | "xen" | "unknown";
  /** Most IPv6 addresses on one network interface; null: unknown. */
  readonly maxIpv6Addresses: number | null;
}

/** Where a host's image comes from. */
export type Image =
  | { readonly kind: "id"; readonly id: string }
  /** `parameter` is the logical id of an `ImageParameter`. */
  | { readonly kind: "ssm-parameter"; readonly parameter: string; readonly name: string };

/** A public SSM parameter that holds the id of the newest image. */
export interface ImageParameter {
  /** Logical id of the data source. */
  readonly id: string;
  /** Name of the public SSM parameter. */
  readonly name: string;
}

/** Instance metadata service (IMDS) settings. */
export interface Metadata {
  /** IMDS at fd00:ec2::254 as well. */
  readonly ipv6: boolean;
  /** True when the author wrote `metadata.ipv6`. */
  readonly ipv6IsExplicit: boolean;
  readonly httpTokens: "required" | "optional";
  readonly httpPutResponseHopLimit: number;
  readonly instanceMetadataTags: boolean;
}

/** The disk that a host starts from. */
export interface RootVolume {
  /** Device name of the image's root volume, such as `/dev/xvda`. */
  readonly deviceName: string;
  /** GiB; null: the image's own size. */
  readonly sizeGib: number | null;
  readonly type: string;
  /** Operations a second; null: AWS's own for the type. */
  readonly iops: number | null;
  readonly encrypted: boolean;
}

/** What a host is, wherever it runs: shared by launch templates and instances. */
export interface Host {
  readonly path: Path;
  readonly instanceType: InstanceType;
  /** Operating system by Hextet's name; null when the author gave an AMI alone. */
  readonly os: string | null;
  readonly image: Image;
  /** True when nothing tells the architecture of the instance type, and the image is one of x86_64. */
  readonly isArchitectureAssumed: boolean;
  readonly metadata: Metadata;
  readonly keyPair: string | null;
  readonly instanceProfile: string | null;
  readonly securityGroups: readonly SecurityGroupName[];
  /** The final text: what `guest` says, then the author's own. */
  readonly userData: string | null;
  /** The author's own part of it. */
  readonly writtenUserData: string | null;
  /** Null: the operating system is told nothing. */
  readonly guest: Guest | null;
  /** Addresses to ask for beside fixed ones; null: leave it to the subnet. */
  readonly ipv6AddressCount: number | null;
  /** The first IPv6 address becomes the interface's primary one: IPv6 target groups need it for instance targets. */
  readonly enablePrimaryIpv6: boolean;
  /** Null: leave it to the subnet. */
  readonly associatePublicIpAddress: boolean | null;
  readonly rootVolume: RootVolume;
  readonly detailedMonitoring: boolean;
  readonly tags: Tags;
}

/** A template for hosts: the author's, or one of an auto scaling group's own. */
export interface LaunchTemplate {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly host: Host;
  /** Names of the tiers in which auto scaling groups place it. */
  readonly tiers: readonly TierName[];
  /** Of the blueprint, whatever the stage: IPv6 addresses of its own, beside those that subnets give. */
  readonly asksForAddresses: boolean;
  /** The same, of IMDS over IPv6. */
  readonly asksForImdsIpv6: boolean;
}

/** A group of equal hosts; times in seconds. */
export interface AutoScalingGroup {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly tiers: readonly TierName[];
  /** Logical ids of the subnets. */
  readonly subnets: readonly SubnetId[];
  /** Name of the launch template. */
  readonly launchTemplate: string;
  readonly minSize: number;
  readonly maxSize: number;
  /** Null: Terraform leaves the number to scaling policies, and a new group starts with `minSize`. */
  readonly desiredCapacity: number | null;
  /** Null: nothing of this stack changes the number. */
  readonly scaling: AutoScaling | null;
  readonly healthCheckType: "EC2" | "ELB";
  /** Seconds. */
  readonly healthCheckGracePeriod: number;
  /** Names of the target groups whose targets it is. */
  readonly targetGroups: readonly string[];
  readonly tags: Tags;
}

/** A fixed IPv6 address: the host part within the subnet's block (`::4`), or a whole address. */
export interface FixedIpv6Address {
  readonly path: Path;
  readonly text: string;
  readonly address: bigint;
  /** True when the network bits are zero, so that it counts from the start of the subnet's block. */
  readonly relative: boolean;
}

/** One host by itself. */
export interface Instance {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly host: Host;
  readonly tier: TierName;
  /** Logical id of the subnet. */
  readonly subnet: SubnetId;
  readonly ipv6Addresses: readonly FixedIpv6Address[];
  readonly privateIp: string | null;
  /** True when it has a public IPv4 address that stays its own. */
  readonly elasticIp: boolean;
  readonly sourceDestCheck: boolean;
}
