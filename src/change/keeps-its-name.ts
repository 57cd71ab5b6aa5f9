/** Types of what has a name in the blueprint that `renamedFrom` cannot change: the entry has no room for the line. */
const KEEPING: ReadonlySet<string> = new Set([
  "aws_vpc_ipam_pool_cidr",
  "aws_vpc_ipv6_cidr_block_association",
]);

/** Whether a resource of this type is given up by another name, unless it follows from something that is renamed. */
export function keepsItsName(type: string): boolean {
  return KEEPING.has(type);
}
