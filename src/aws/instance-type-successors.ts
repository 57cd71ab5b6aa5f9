/**
 * For each instance type without IPv6 one on Nitro that comes near in CPUs and memory, of the first generation of Nitro:
 * it boots the widest range of images. A proposal, not a promise. AWS's own page of upgrade paths names T3 for T1 and
 * newer families (M7i) for M1 and M3, with sizes left open.
 * Source: https://aws.amazon.com/ec2/previous-generation/, checked on 2026-11-21; sizes by DescribeInstanceTypes (VCpuInfo, MemoryInfo).
 */
const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ["c1.medium", "c5.large"],
  ["c1.xlarge", "c5.2xlarge"],
  ["m1.small", "t3.small"],
  ["m1.medium", "t3.medium"],
  ["m1.large", "m5.large"],
  ["m1.xlarge", "m5.xlarge"],
  ["m2.xlarge", "r5.large"],
  ["m2.2xlarge", "r5.xlarge"],
  ["m2.4xlarge", "r5.2xlarge"],
  ["m3.medium", "t3.medium"],
  ["m3.large", "m5.large"],
  ["m3.xlarge", "m5.xlarge"],
  ["m3.2xlarge", "m5.2xlarge"],
  ["t1.micro", "t3.micro"],
]);

/** A type with IPv6 on Nitro that comes near to one without IPv6; null where there is no proposal. */
export function successorOf(instanceType: string): string | null {
  return SUCCESSORS.get(instanceType) ?? null;
}
