/** As how many rules a rule for a prefix list of AWS counts, by the end of its name; ipv6 lists weigh as the others. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ["cloudfront.origin-facing", 55],
  ["route53-healthchecks", 25],
  ["vpc-lattice", 10],
  ["s3express", 6],
  ["groundstation", 5],
  ["ec2-instance-connect", 2],
  ["s3", 1],
  ["dynamodb", 1],
]);

/**
 * The weight of a prefix list of AWS such as `com.amazonaws.eu-west-1.ipv6.s3`; null for any other name.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html, checked on
 * 2026-11-28.
 */
export function prefixListWeight(name: string): number | null {
  const end = /^com\.amazonaws\.[a-z0-9-]+\.(?:ipv6\.)?(.+)$/.exec(name)?.[1];
  return end === undefined ? null : (WEIGHTS.get(end) ?? null);
}
