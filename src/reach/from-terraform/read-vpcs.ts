import type { AddressFamily, Prefix } from "../../base/prefix.ts";
import { AMAZON_POOLS } from "../topology/amazon-pools.ts";
import type { Block, UnknownBase } from "../topology/block.ts";
import type { Answer, TopologyVpc } from "../topology/topology.ts";
import { ANY_IPV4_PREFIX, ANY_IPV6_PREFIX, blockKey, knownBlock, unknownBlock } from "./blocks.ts";
import type { Fields, Value } from "./fields.ts";
import { placeOf } from "./place-of.ts";
import type { PublicAccessRead } from "./read-public-access.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** Amazon's blocks, and those of an IPAM pool where nothing else is said: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
const IPV6_LENGTH = 56;
/** The largest that a VPC can have. */
const IPV4_LENGTH = 16;

/** The VPCs of a document and all their blocks. */
export function readVpcs(reading: Reading, access: PublicAccessRead): readonly TopologyVpc[] {
  const secondary = secondaryBlocks(reading);
  return reading.index.ofType(...referents.vpc.types).map((resource) => {
    const fields = reading.fields(resource);
    const touches = [resource.address];
    const own = [ipv4Of(reading, resource, fields, touches), ipv6Of(reading, resource, fields, touches)];
    const listed = associated(fields);
    const blocks = [...own, ...listed, ...(secondary.get(resource.address) ?? [])];
    return {
      id: resource.address,
      place: placeOf(resource),
      blocks: distinct(blocks.filter((block) => block !== null)),
      dnsSupport: answerOf(fields.flag("enable_dns_support"), "yes"),
      dnsHostnames: answerOf(
        fields.flag("enable_dns_hostnames"),
        resource.type === "aws_default_vpc" ? "yes" : "no",
      ),
      publicAccess: access.of(resource.address, null),
      domainRules: [],
    };
  });
}

/** Yes or no where a flag is known; what AWS takes where it is not set. */
export function answerOf(flag: Value<boolean>, whenNone: Answer): Answer {
  if (flag.kind === "none") return whenNone;
  if (flag.kind === "unknown") return "unknown";
  return flag.value ? "yes" : "no";
}

/** Yes for no, and no for yes. */
export function inverse(answer: Answer): Answer {
  if (answer === "unknown") return answer;
  return answer === "yes" ? "no" : "yes";
}

function ipv4Of(
  reading: Reading,
  resource: TerraformResource,
  fields: Fields,
  touches: readonly string[],
): Block | null {
  const block = fields.text("cidr_block");
  if (block.kind === "known") return blockIn(reading, resource, block.value, touches);
  const length = fields.number("ipv4_netmask_length");
  const base = baseOf(`${resource.address}.cidr_block`, "ipv4", [ANY_IPV4_PREFIX], IPV4_LENGTH);
  return unknownBlock(length.kind === "known" ? { ...base, length: length.value } : base);
}

/** A VPC's first IPv6 block, or what an association adds to it; null: it has none. */
function ipv6Of(
  reading: Reading,
  resource: TerraformResource,
  fields: Fields,
  touches: readonly string[],
): Block | null {
  const block = fields.text("ipv6_cidr_block");
  if (block.kind === "known") return blockIn(reading, resource, block.value, touches);
  const id = `${resource.address}.ipv6_cidr_block`;
  const generated = fields.flag("assign_generated_ipv6_cidr_block");
  if (generated.kind === "known" && generated.value)
    return unknownBlock(baseOf(id, "ipv6", AMAZON_POOLS, IPV6_LENGTH));
  const sources = ["ipv6_ipam_pool_id", "ipv6_pool"].map((name) => fields.text(name));
  const [pool] = sources.filter(({ kind }) => kind !== "none");
  if (pool === undefined && generated.kind !== "unknown" && block.kind === "none") return null;
  if (pool === undefined)
    reading.leaveOut(resource, "whether it gets an IPv6 block is known after apply", touches);
  const length = fields.number("ipv6_netmask_length");
  const bits = length.kind === "known" ? length.value : IPV6_LENGTH;
  // A pool of IPAM may be private.
  return unknownBlock(baseOf(id, "ipv6", [ANY_IPV6_PREFIX], bits));
}

function baseOf(id: string, family: AddressFamily, pools: readonly Prefix[], length: number): UnknownBase {
  return { id, family, pools, length, within: null };
}

/** What a data source lists beside the first block. */
function associated(fields: Fields): readonly (Block | null)[] {
  const { known } = fields.blocks("cidr_block_associations");
  return known.map((one) => {
    const block = one.text("cidr_block");
    return block.kind === "known" ? knownBlock(block.value) : null;
  });
}

function secondaryBlocks(reading: Reading): ReadonlyMap<string, readonly Block[]> {
  const found = new Map<string, Block[]>();
  const types = ["aws_vpc_ipv4_cidr_block_association", "aws_vpc_ipv6_cidr_block_association"];
  for (const resource of reading.index.ofType(...types)) {
    const vpc = reading.one(resource, referents.vpc, "vpc_id");
    if (vpc.kind !== "one") {
      const ids = vpc.kind === "one-of" ? vpc.ids : [];
      reading.leaveOut(resource, "a block of a VPC: which VPC gets it is known after apply", ids);
      continue;
    }
    const fields = reading.fields(resource);
    const isIpv4 = resource.type.includes("ipv4");
    const block = isIpv4
      ? ipv4Of(reading, resource, fields, [vpc.id])
      : ipv6Of(reading, resource, fields, [vpc.id]);
    if (block === null) reading.leaveOut(resource, "a block of a VPC that does not say which", [vpc.id]);
    else found.set(vpc.id, [...(found.get(vpc.id) ?? []), block]);
  }
  return found;
}

/** A block as written; null, and left out, when it is none. */
export function blockIn(
  reading: Reading,
  resource: TerraformResource,
  text: string,
  touches: readonly string[],
): Block | null {
  const block = knownBlock(text);
  if (block === null) reading.leaveOut(resource, `${JSON.stringify(text)} is no block of addresses`, touches);
  return block;
}

/** A state shows a block at the VPC and at its association. */
function distinct(blocks: readonly Block[]): readonly Block[] {
  return [...new Map(blocks.map((block) => [blockKey(block), block])).values()];
}
