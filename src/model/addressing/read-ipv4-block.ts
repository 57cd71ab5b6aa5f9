import { atKey } from "../../base/diagnostic.ts";
import type { Path } from "../../base/path.ts";
import type {
  AdditionalIpv4Block,
  IpamIpv4,
  Vpc as WrittenVpc,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, readCidr } from "../context.ts";
import type { Ipv4Block } from "../types/subnets.ts";
import { readIpamPool } from "./ipam/read-ipam-pool.ts";

/** What an IPv4 block is read from. */
interface WrittenBlock<Written> {
  readonly id: string;
  readonly written: Written;
  /** Names of the blueprint's pools. */
  readonly pools: readonly string[];
  readonly path: Path;
}

/** The block that the VPC is made with, of `ipv4Cidr` or `ipv4`; null and reported when it cannot be read. */
export function readOwnIpv4Block(
  context: Context,
  { id, written: { ipv4Cidr, ipv4, existing }, pools, path }: WrittenBlock<WrittenVpc>,
): Ipv4Block | null {
  if (ipv4Cidr !== undefined && ipv4 === undefined)
    return knownBlock(context, id, ipv4Cidr, [...path, "ipv4Cidr"]);
  if (ipv4Cidr === undefined && ipv4 !== undefined)
    return notOfSize(
      context,
      existing !== undefined,
      readIpv4Block(context, { id, written: ipv4, pools, path: [...path, "ipv4"] }),
    );
  const message = `the VPC's IPv4 block is ${ipv4 === undefined ? "not said" : "said twice"}`;
  const hint = "write either ipv4Cidr, such as 10.20.0.0/16, or ipv4, where a pool of IPAM gives the block";
  reportChoice(context, ipv4 === undefined ? path : [...path, "ipv4"], message, hint);
  return null;
}

/** A VPC that was there before has a block, which is no more to be chosen. */
function notOfSize(context: Context, isThere: boolean, block: Ipv4Block | null): Ipv4Block | null {
  if (!isThere || block === null || block.cidr !== null) return block;
  reportChoice(context, block.path, "the VPC was there before, and has its block", "write cidr");
  return null;
}

/** A block that is written out or taken from a pool; null and reported when it cannot be read. */
export function readIpv4Block(
  context: Context,
  { id, written, pools, path }: WrittenBlock<Pick<AdditionalIpv4Block, "cidr" | "ipam">>,
): Ipv4Block | null {
  const { cidr, ipam } = written;
  if (cidr !== undefined && ipam === undefined) return knownBlock(context, id, cidr, [...path, "cidr"]);
  if (cidr !== undefined || ipam === undefined) {
    const message = `IPv4 block "${id}" is ${ipam === undefined ? "not said" : "said twice"}`;
    reportChoice(context, path, message, "write either cidr or ipam");
    return null;
  }
  const block = sizedBlock(context, id, ipam, [...path, "ipam"]);
  const pool = readIpamPool(context, ipam, pools, [...path, "ipam"]);
  return block === null || pool === null ? null : { ...block, pool };
}

/** A block that a pool gives: the very one, or any of a size. */
function sizedBlock(
  context: Context,
  id: string,
  { cidr, netmaskLength }: IpamIpv4,
  path: Path,
): Ipv4Block | null {
  if (cidr !== undefined && netmaskLength === undefined)
    return knownBlock(context, id, cidr, [...path, "cidr"]);
  if (cidr === undefined && netmaskLength !== undefined)
    return { id, path: [...path, "netmaskLength"], cidr: null, length: netmaskLength, pool: null };
  const message = `IPv4 block "${id}" is ${cidr === undefined ? "not said" : "said twice"}`;
  reportChoice(context, path, message, "write either netmaskLength, and the pool chooses, or cidr");
  return null;
}

function reportChoice(context: Context, path: Path, message: string, hint: string): void {
  context.report({ rule: "model/ipv4-choice", severity: "error", message, at: atKey(path), hint });
}

function knownBlock(context: Context, id: string, text: string, path: Path): Ipv4Block | null {
  const cidr = readCidr(context, text, path, "ipv4");
  return cidr === null ? null : { id, path, cidr, length: cidr.prefix.length, pool: null };
}
