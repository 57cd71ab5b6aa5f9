/** The first field of an ARN after `arn`. */
export type Partition =
  | "aws"
  | "aws-cn"
  | "aws-eusc"
  | "aws-iso"
  | "aws-iso-b"
  | "aws-iso-e"
  | "aws-iso-f"
  | "aws-us-gov";

/**
 * How the names of a partition's regions begin; those of `aws` in any other way.
 * Source: partitions.json of botocore 1.43.107, `regionRegex`; checked on 2026-11-28.
 */
const REGION_PREFIXES: readonly (readonly [string, Partition])[] = [
  ["cn-", "aws-cn"],
  ["eusc-", "aws-eusc"],
  ["us-iso-", "aws-iso"],
  ["us-isob-", "aws-iso-b"],
  ["eu-isoe-", "aws-iso-e"],
  ["us-isof-", "aws-iso-f"],
  ["us-gov-", "aws-us-gov"],
];

/** The partition in which a region lies. */
export function partitionOf(region: string): Partition {
  return REGION_PREFIXES.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "aws";
}

/** The partition that an ARN names; null: the text is no ARN, such as an account's number. */
export function partitionOfArn(arn: string): string | null {
  return /^arn:([^:]*):/.exec(arn)?.[1] ?? null;
}

/** How the host names of AWS's services end in a partition. */
interface DnsSuffixes {
  readonly dnsSuffix: string;
  readonly dualStackSuffix: string;
}

/**
 * Source: partitions.json of botocore 1.43.107, `dnsSuffix` and `dualStackDnsSuffix`; checked on 2026-11-29.
 */
export const dnsSuffixes: Readonly<Record<Partition, DnsSuffixes>> = {
  aws: { dnsSuffix: "amazonaws.com", dualStackSuffix: "api.aws" },
  "aws-cn": { dnsSuffix: "amazonaws.com.cn", dualStackSuffix: "api.amazonwebservices.com.cn" },
  "aws-eusc": { dnsSuffix: "amazonaws.eu", dualStackSuffix: "api.amazonwebservices.eu" },
  "aws-iso": { dnsSuffix: "c2s.ic.gov", dualStackSuffix: "api.aws.ic.gov" },
  "aws-iso-b": { dnsSuffix: "sc2s.sgov.gov", dualStackSuffix: "api.aws.scloud" },
  "aws-iso-e": { dnsSuffix: "cloud.adc-e.uk", dualStackSuffix: "api.cloud-aws.adc-e.uk" },
  "aws-iso-f": { dnsSuffix: "csp.hci.ic.gov", dualStackSuffix: "api.aws.hci.ic.gov" },
  "aws-us-gov": { dnsSuffix: "amazonaws.com", dualStackSuffix: "api.aws" },
};

/** The ARN of something in the region: every such ARN of a stack is made here. `resource` is all after the account. */
export function arnIn(region: string, service: string, account: string, resource: string): string {
  return `arn:${partitionOf(region)}:${service}:${region}:${account}:${resource}`;
}

/** The ARN of an access policy of EKS, such as `AmazonEKSClusterAdminPolicy`, in the region's partition. */
export function clusterAccessPolicyArn(region: string, policy: string): string {
  return `arn:${partitionOf(region)}:eks::aws:cluster-access-policy/${policy}`;
}

/** The ARN of a policy that AWS manages, such as `AmazonSSMManagedInstanceCore`, in the region's partition. */
export function managedPolicyArn(region: string, policy: string): string {
  return `arn:${partitionOf(region)}:iam::aws:policy/${policy}`;
}
