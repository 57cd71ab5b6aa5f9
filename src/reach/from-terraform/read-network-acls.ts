import type { AclEntry, TopologyNetworkAcl } from "../topology/filters.ts";
import { ANY_IPV4_PREFIX, ANY_IPV6_PREFIX, knownBlock } from "./blocks.ts";
import type { Fields } from "./fields.ts";
import { groupBy } from "./group-by.ts";
import { placeOf } from "./place-of.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";
import { aclTraffic } from "./traffic-class.ts";
import { untouchedDefaults, vpcOfDefault } from "./vpc-defaults.ts";

/** The number of the first entry of a default ACL: https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html */
const FIRST_DEFAULT_RULE = 100;

interface DirectedEntry {
  readonly acl: string;
  readonly isEgress: boolean;
  readonly entry: AclEntry;
}

/** The network ACLs of a document with their entries, inline and separate; and AWS's default ones. */
export function readNetworkAcls(reading: Reading): readonly TopologyNetworkAcl[] {
  const resources = reading.index.ofType("aws_network_acl_rule");
  const gone = reading.index.document.former.filter(({ type }) => type === "aws_network_acl_rule");
  const separate = groupBy(
    resources.flatMap((one) => separateEntry(reading, one)),
    entryKey,
  );
  const former = groupBy(
    gone.flatMap((one) => separateEntry(reading, one)),
    entryKey,
  );
  const written = reading.index.ofType(...referents.networkAcl.types).flatMap((resource) => {
    const vpc = vpcOf(reading, resource);
    if (vpc === null) return [];
    const entries = (isEgress: boolean) => {
      const key = entryKey({ acl: resource.address, isEgress });
      const own = separate.get(key) ?? [];
      const replaced = [...own, ...(former.get(key) ?? [])].map(({ entry }) => entry.ruleNumber);
      const inline = inlineEntries(reading, resource, isEgress);
      return byNumber([
        ...inline.filter((one) => !replaced.includes(one.ruleNumber)),
        ...own.map(({ entry }) => entry),
      ]);
    };
    return [
      { id: resource.address, place: placeOf(resource), vpc, ingress: entries(false), egress: entries(true) },
    ];
  });
  const untouched = untouchedDefaults(reading, "default_network_acl_id").map((resource) =>
    defaultAcl(resource, separate),
  );
  const known = new Set([...written, ...untouched].map(({ id }) => id));
  for (const { acl, entry } of [...separate.values()].flat()) {
    if (!known.has(acl))
      reading.leaveOut(entry.place, `an entry of ${acl}, which is not in this document`, [acl]);
  }
  return [...written, ...untouched];
}

function entryKey({ acl, isEgress }: Pick<DirectedEntry, "acl" | "isEgress">): string {
  return `${isEgress ? "egress" : "ingress"} ${acl}`;
}

function byNumber(entries: readonly AclEntry[]): readonly AclEntry[] {
  return [...entries].sort((a, b) => a.ruleNumber - b.ruleNumber);
}

function vpcOf(reading: Reading, resource: TerraformResource): string | null {
  const isDefault = resource.type === "aws_default_network_acl";
  const vpc = isDefault ? vpcOfDefault(reading, resource) : reading.one(resource, referents.vpc, "vpc_id");
  if (vpc.kind === "one") return vpc.id;
  const ids = vpc.kind === "one-of" ? vpc.ids : [];
  reading.leaveOut(resource, "a network ACL: of which VPC is known after apply", [resource.address, ...ids]);
  return null;
}

function separateEntry(reading: Reading, resource: TerraformResource): readonly DirectedEntry[] {
  const fields = reading.fields(resource);
  const acl = reading.one(resource, referents.networkAcl, "network_acl_id");
  const [egress, number] = [fields.flag("egress"), fields.number("rule_number")];
  const action = fields.text("rule_action");
  const entry = entryOf(resource, fields, number.kind === "known" ? number.value : null, action);
  if (acl.kind === "one" && egress.kind !== "unknown" && entry !== null)
    return [{ acl: acl.id, isEgress: egress.kind === "known" && egress.value, entry }];
  const touches = acl.kind === "one" ? [acl.id] : acl.kind === "one-of" && acl.isClosed ? acl.ids : [];
  reading.leaveOut(
    resource,
    "an entry of a network ACL: of which, or its number, is known after apply",
    touches,
  );
  return [];
}

function inlineEntries(
  reading: Reading,
  resource: TerraformResource,
  isEgress: boolean,
): readonly AclEntry[] {
  const { known, isComplete } = reading.fields(resource).blocks(isEgress ? "egress" : "ingress");
  const entries = known.map((fields) => {
    const number = fields.number("rule_no");
    return entryOf(resource, fields, number.kind === "known" ? number.value : null, fields.text("action"));
  });
  const read = entries.filter((entry) => entry !== null);
  if (!isComplete || read.length < entries.length)
    reading.leaveOut(resource, "not all of its entries are known before apply", [resource.address]);
  return read;
}

/** One entry; null where its number or action is not known, so that its place among the others is not. */
function entryOf(
  resource: TerraformResource,
  fields: Fields,
  ruleNumber: number | null,
  action: ReturnType<Fields["text"]>,
): AclEntry | null {
  const word = action.kind === "known" ? action.value.toLowerCase() : "";
  if (ruleNumber === null || (word !== "allow" && word !== "deny")) return null;
  const texts = [fields.text("cidr_block"), fields.text("ipv6_cidr_block")];
  const text = texts.find(({ kind }) => kind === "known");
  const block = text?.kind === "known" ? knownBlock(text.value) : null;
  const traffic = aclTraffic({
    protocol: fields.text("protocol"),
    from: fields.number("from_port"),
    to: fields.number("to_port"),
    icmpType: fields.number("icmp_type"),
    icmpCode: fields.number("icmp_code"),
  });
  return { place: placeOf(resource), ruleNumber, action: word, traffic, block: block ?? "unknown" };
}

/** As AWS makes it: everything passes, in both families (filteringFacts.defaultNetworkAclAllowsAll). */
function defaultAcl(
  resource: TerraformResource,
  separate: ReadonlyMap<string, readonly DirectedEntry[]>,
): TopologyNetworkAcl {
  const id = `${resource.address}.default_network_acl_id`;
  const place = placeOf(resource);
  const own = [ANY_IPV4_PREFIX, ANY_IPV6_PREFIX].map(
    (prefix, index): AclEntry => ({
      place,
      ruleNumber: FIRST_DEFAULT_RULE + index,
      action: "allow",
      traffic: { kind: "all" },
      block: { kind: "known", prefix },
    }),
  );
  const entries = (isEgress: boolean) => {
    const added = separate.get(entryKey({ acl: id, isEgress })) ?? [];
    return byNumber([...own, ...added.map(({ entry }) => entry)]);
  };
  return { id, place, vpc: resource.address, ingress: entries(false), egress: entries(true) };
}
