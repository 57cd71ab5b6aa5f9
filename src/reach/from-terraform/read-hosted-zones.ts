import type { AddressFamily } from "../../base/prefix.ts";
import type { TopologyHostedZone, TopologyRecord } from "../topology/topology.ts";
import { addressBlock } from "./blocks.ts";
import type { Fields, Items } from "./fields.ts";
import { groupBy } from "./group-by.ts";
import { placeOf } from "./place-of.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** Types of records that lead to addresses. */
const TYPES = ["A", "AAAA", "CNAME"];

/** What an alias or a value may lead to, by a name in DNS: the node. */
export type NodeByName = ReadonlyMap<string, string>;

/** The hosted zones of a document with their records of addresses and names. */
export function readHostedZones(reading: Reading, nodes: NodeByName): readonly TopologyHostedZone[] {
  const more = associatedVpcs(reading);
  const records = groupBy(recordsOf(reading, nodes), ({ zone }) => zone);
  return reading.index.ofType(...referents.hostedZone.types).flatMap((resource) => {
    const fields = reading.fields(resource);
    const name = fields.text("name");
    if (name.kind !== "known") {
      reading.leaveOut(resource, "a hosted zone: its domain is known after apply", [resource.address]);
      return [];
    }
    const domain = plainName(name.value);
    const own = reading.many(resource, referents.vpc, "vpc", "vpc_id");
    if (!own.isExact)
      reading.leaveOut(resource, "a hosted zone: in which VPCs it answers is known after apply", own.ids);
    const vpcs = [...new Set([...own.ids, ...(more.get(resource.address) ?? [])])].sort();
    const isPrivate = vpcs.length > 0 || !own.isExact;
    return [
      {
        id: resource.address,
        place: placeOf(resource),
        domain,
        vpcs: isPrivate ? vpcs : null,
        records: (records.get(resource.address) ?? []).map(({ record }) => ({
          ...record,
          name: fullName(record.name, domain),
        })),
      },
    ];
  });
}

/** Names in DNS are the same in large and small letters. */
function plainName(name: string): string {
  return name.replace(/\.$/, "").toLowerCase();
}

/** Terraform takes a name with its domain, or only what stands before it. */
function fullName(name: string, domain: string): string {
  if (name === "" || name === domain) return domain;
  return name.endsWith(`.${domain}`) ? name : `${name}.${domain}`;
}

function associatedVpcs(reading: Reading): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const resource of reading.index.ofType("aws_route53_zone_association")) {
    const zone = reading.one(resource, referents.hostedZone, "zone_id");
    const vpc = reading.one(resource, referents.vpc, "vpc_id");
    if (zone.kind === "one" && vpc.kind === "one")
      found.set(zone.id, [...(found.get(zone.id) ?? []), vpc.id]);
    else
      reading.leaveOut(
        resource,
        "a hosted zone answers in a VPC: which is known after apply",
        vpc.kind === "one" ? [vpc.id] : [],
      );
  }
  return found;
}

function recordsOf(reading: Reading, nodes: NodeByName) {
  return reading.index.ofType("aws_route53_record").flatMap((resource) => {
    const fields = reading.fields(resource);
    const type = fields.text("type");
    if (type.kind === "known" && !TYPES.includes(type.value)) return [];
    const zone = reading.one(resource, referents.hostedZone, "zone_id");
    const name = fields.text("name");
    if (zone.kind === "one" && name.kind !== "unknown") {
      const answer = answerOf(reading, resource, fields, nodes);
      const written = name.kind === "known" ? plainName(name.value) : "";
      return [{ zone: zone.id, record: { name: written, place: placeOf(resource), answer } }];
    }
    const touches = zone.kind === "one" ? [zone.id] : [resource.address];
    reading.leaveOut(resource, "a record: its zone or its name is known after apply", touches);
    return [];
  });
}

function answerOf(
  reading: Reading,
  resource: TerraformResource,
  fields: Fields,
  nodes: NodeByName,
): TopologyRecord["answer"] {
  const type = fields.text("type");
  if (type.kind !== "known") return { kind: "unknown" };
  const family: AddressFamily = type.value === "AAAA" ? "ipv6" : "ipv4";
  const [alias] = fields.blocks("alias").known;
  if (alias === undefined) return valuesAnswer(fields.texts("records"), type.value, family);
  const name = alias.text("name");
  const node = name.kind === "known" ? nodes.get(name.value.toLowerCase()) : aliasOf(reading, resource);
  return node === undefined ? { kind: "unknown" } : { kind: "node", node, families: [family] };
}

function valuesAnswer(
  { known, isComplete }: Items<string>,
  type: string,
  family: AddressFamily,
): TopologyRecord["answer"] {
  const [first] = known;
  if (!isComplete || first === undefined) return { kind: "unknown" };
  if (type === "CNAME") return { kind: "name", name: plainName(first) };
  const blocks = known.map(addressBlock).filter((block) => block !== null);
  return blocks.length === known.length ? { kind: "addresses", family, blocks } : { kind: "unknown" };
}

/** The load balancer whose name an alias takes, where only the configuration tells. */
function aliasOf(reading: Reading, resource: TerraformResource): string | undefined {
  const named = reading.one(resource, referents.loadBalancerName, "alias", "name");
  return named.kind === "one" ? named.id : undefined;
}
