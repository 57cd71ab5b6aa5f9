/** Lengths that AWS takes for a kind of block: from the shortest to the longest, every `step`. */
export interface PrefixLengths {
  readonly shortest: number;
  readonly longest: number;
  readonly step: number;
  /** Address of the page or name of the evidence, checked on 2026-11-21. */
  readonly source: string;
}

const VPC_GUIDE = "https://docs.aws.amazon.com/vpc/latest/userguide";

/** An IPv4 block of a VPC. */
export const vpcIpv4Lengths: PrefixLengths = {
  shortest: 16,
  longest: 28,
  step: 1,
  source: `${VPC_GUIDE}/vpc-cidr-blocks.html`,
};

/** An IPv6 block of a VPC from an IPAM pool or of one's own; the same lengths are IPAM's netmask lengths. */
export const vpcIpv6Lengths: PrefixLengths = {
  shortest: 44,
  longest: 60,
  step: 4,
  source: `${VPC_GUIDE}/ipv4-ipv6-comparison.html`,
};

/** An IPv4 block of a subnet. */
export const subnetIpv4Lengths: PrefixLengths = {
  shortest: 16,
  longest: 28,
  step: 1,
  source: `${VPC_GUIDE}/subnet-sizing.html`,
};

/** An IPv6 block of a subnet, since 2023-11. */
export const subnetIpv6Lengths: PrefixLengths = {
  shortest: 44,
  longest: 64,
  step: 4,
  source: `${VPC_GUIDE}/subnet-sizing.html`,
};

/** The length of an Amazon-provided IPv6 block of a VPC (botocore 1.43.11 model of ec2: CreateVpc). */
export const AMAZON_PROVIDED_IPV6_LENGTH = 56;

/** The length that every subnet's IPv6 block should have: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
export const BEST_SUBNET_IPV6_LENGTH = 64;

/** Addresses that AWS keeps in each subnet's block, of either family: so many at the start, so many at the end. */
export const RESERVED_ADDRESSES = { first: 4, last: 1 } as const;

/** True when AWS takes a block of the length. */
export function isAllowedLength(length: number, lengths: PrefixLengths): boolean {
  const { shortest, longest, step } = lengths;
  return length >= shortest && length <= longest && (length - shortest) % step === 0;
}

/** The allowed lengths, shortest first. @internal exported for its test */
export function allowedLengths({ shortest, longest, step }: PrefixLengths): readonly number[] {
  return Array.from({ length: (longest - shortest) / step + 1 }, (_, index) => shortest + index * step);
}

/** The allowed length nearest to the one asked for, the longer of two as near. */
export function nearestLength(lengths: PrefixLengths, length: number): number {
  const distance = (candidate: number) => Math.abs(candidate - length);
  return allowedLengths(lengths).reduce((best, next) => (distance(next) <= distance(best) ? next : best));
}

/** The allowed lengths in words: `/16 to /28`, `/44 to /64 in steps of 4`. */
export function formatLengths({ shortest, longest, step }: PrefixLengths): string {
  return `/${shortest} to /${longest}${step === 1 ? "" : ` in steps of ${step}`}`;
}
