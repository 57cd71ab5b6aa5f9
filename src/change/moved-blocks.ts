import { textOf } from "../base/untrusted-json.ts";
import { referencesIn } from "./references-in.ts";
import type { Body, MovedBlock, ResourceChange } from "./types.ts";

/** Types that have a block of their own. */
const WITH_BLOCKS: ReadonlySet<string> = new Set([
  "aws_subnet",
  "aws_vpc",
  "aws_vpc_ipv4_cidr_block_association",
  "aws_vpc_ipv6_cidr_block_association",
]);

/** What says where an IPv6 block comes from, where it is not written itself. */
const IPV6_SOURCES = [
  "ipv6_pool",
  "ipv6_ipam_pool_id",
  "ipv6_netmask_length",
  "assign_generated_ipv6_cidr_block",
] as const;

/** Subnets and blocks of the VPC that stay and get another block of either family, by address. */
export function movedBlocks(changes: readonly ResourceChange[]): readonly MovedBlock[] {
  const replaced = new Set(changes.flatMap(({ address, action }) => (action === "replace" ? [address] : [])));
  return changes
    .flatMap(({ address, type, from, before, after }): readonly MovedBlock[] => {
      if (!WITH_BLOCKS.has(type) || before === null || after === null) return [];
      const ipv4 = { before: textOf(before["cidr_block"]), after: textOf(after["cidr_block"]) };
      const [old, next] = [ipv6Of(before), ipv6Of(after)];
      const source = isChosenByAws(after) && replaced.has(address) ? address : sourceIn(next, replaced);
      const isNew = source !== null && old === next;
      const ipv6 = { before: old, after: isNew ? `${next} (${source} is replaced)` : next };
      const isMoved = [ipv4, ipv6].some((one) => one.before !== one.after);
      return isMoved ? [{ address, from, zone: textOf(after["availability_zone"]), ipv4, ipv6 }] : [];
    })
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** Whether AWS or a pool chooses the IPv6 block: what comes instead gets another one from the same place. */
function isChosenByAws(body: Body): boolean {
  return textOf(body["ipv6_cidr_block"]) === null && ipv6Of(body) !== null;
}

function ipv6Of(body: Body): string | null {
  const written = textOf(body["ipv6_cidr_block"]);
  if (written !== null) return written.replace(/^\$\{(.*)\}$/, "$1");
  const source = IPV6_SOURCES.find((name) => body[name] !== undefined && body[name] !== false);
  return source === undefined ? null : `${source}: ${JSON.stringify(body[source])}`;
}

/** The replaced resource of which a block is a part; null where there is none. */
function sourceIn(block: string | null, replaced: ReadonlySet<string>): string | null {
  const found = referencesIn(`\${${block ?? ""}}`).find(({ to }) => replaced.has(to));
  return found?.to ?? null;
}
