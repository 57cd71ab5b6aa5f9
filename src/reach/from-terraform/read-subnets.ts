import type { Block } from "../topology/block.ts";
import { familyOf } from "../topology/block.ts";
import type { TopologySubnet, TopologyVpc } from "../topology/topology.ts";
import { ANY_IPV4_PREFIX, ANY_IPV6_PREFIX, unknownBlock } from "./blocks.ts";
import type { Fields } from "./fields.ts";
import { placeOf } from "./place-of.ts";
import type { PublicAccessRead } from "./read-public-access.ts";
import { answerOf, blockIn } from "./read-vpcs.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** The largest that there can be. */
const IPV4_LENGTH = 16;
/** Every IPv6 subnet whose length nobody chose: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const IPV6_LENGTH = 64;

/** The subnets of a document, as yet without route table and network ACL. */
export function readSubnets(
  reading: Reading,
  vpcs: readonly TopologyVpc[],
  access: PublicAccessRead,
): readonly TopologySubnet[] {
  const known = new Map(vpcs.map((vpc) => [vpc.id, vpc]));
  return reading.index.ofType(...referents.subnet.types).flatMap((resource) => {
    const vpc = vpcOf(reading, resource, known);
    if (vpc === null) return [];
    const fields = reading.fields(resource);
    return [
      {
        id: resource.address,
        place: placeOf(resource),
        vpc: vpc.id,
        zone: zoneOf(resource, fields),
        ipv4: blockOf(reading, resource, fields, "ipv4", vpc),
        ipv6: blockOf(reading, resource, fields, "ipv6", vpc),
        routeTable: null,
        networkAcl: null,
        dns64: answerOf(fields.flag("enable_dns64"), "no"),
        publicAccess: access.of(vpc.id, resource.address),
      },
    ];
  });
}

const NOWHERE = { id: "", blocks: [] } as const;

function vpcOf(
  reading: Reading,
  resource: TerraformResource,
  known: ReadonlyMap<string, TopologyVpc>,
): Pick<TopologyVpc, "id" | "blocks"> | null {
  const vpc = reading.one(resource, referents.vpc, "vpc_id");
  if (vpc.kind === "one") return known.get(vpc.id) ?? { ...NOWHERE, id: vpc.id };
  // AWS's default subnets stand in the default VPC.
  if (vpc.kind === "none") return { ...NOWHERE, id: `${resource.address}.vpc_id` };
  const touches = [resource.address, ...vpc.ids];
  reading.leaveOut(resource, "a subnet: in which VPC is known after apply", touches);
  return null;
}

function zoneOf({ address }: TerraformResource, fields: Fields): string {
  const names = ["availability_zone", "availability_zone_id"].map((name) => fields.text(name));
  const known = names.find((name) => name.kind === "known");
  return known?.value ?? `${address}.availability_zone`;
}

function blockOf(
  reading: Reading,
  resource: TerraformResource,
  fields: Fields,
  family: "ipv4" | "ipv6",
  vpc: Pick<TopologyVpc, "blocks">,
): Block | null {
  const name = family === "ipv4" ? "cidr_block" : "ipv6_cidr_block";
  const block = fields.text(name);
  if (block.kind === "known") return blockIn(reading, resource, block.value, [resource.address]);
  if (block.kind === "none") return null;
  const id = `${resource.address}.${name}`;
  return family === "ipv4" ? ipv4Part(id, vpc.blocks) : ipv6Part(reading, resource, id, vpc.blocks);
}

function ipv4Part(id: string, blocks: readonly Block[]): Block {
  const [only, ...more] = blocks.filter((block) => familyOf(block) === "ipv4");
  const base = { id, family: "ipv4", pools: [ANY_IPV4_PREFIX], length: IPV4_LENGTH, within: null } as const;
  if (only === undefined || more.length > 0) return unknownBlock(base);
  if (only.kind === "unknown") return unknownBlock({ ...base, within: only.base });
  return unknownBlock({ ...base, pools: [only.prefix], length: only.prefix.length });
}

/** A piece of a block of the VPC: of its only one, or of that which the configuration names. */
function ipv6Part(
  reading: Reading,
  resource: TerraformResource,
  id: string,
  blocks: readonly Block[],
): Block {
  const own = blocks.filter((block) => familyOf(block) === "ipv6");
  const named = reading.one(resource, referents.ipv6Block, "ipv6_cidr_block");
  const isNamed = (block: Block) =>
    named.kind === "one" && block.kind === "unknown" && block.base.id === `${named.id}.ipv6_cidr_block`;
  const of = own.find(isNamed) ?? (own.length === 1 ? own[0] : undefined);
  const base = { id, family: "ipv6", pools: [ANY_IPV6_PREFIX], length: IPV6_LENGTH, within: null } as const;
  if (of === undefined) {
    reading.leaveOut(resource, "a subnet: of which block of its VPC is known after apply", [
      resource.address,
    ]);
    return unknownBlock(base);
  }
  if (of.kind === "known") return unknownBlock({ ...base, pools: [of.prefix] });
  return unknownBlock({ ...base, pools: of.base.pools, within: of.base });
}
