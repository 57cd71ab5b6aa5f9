import type { StateResource } from "../state/resources.ts";
import { valuesIn } from "../state/values.ts";
import type { Unplaced } from "../types/inventory.ts";
import type { DraftedBlueprint } from "../write-blueprint.ts";
import { compareAddresses } from "./addresses.ts";
import { identitiesOf, identityOfImport, kindOf } from "./aws-identity.ts";

/** A resource of the old configuration that the blueprint's stack takes. */
export interface Given {
  readonly resource: StateResource;
  /** Its address in the new stack; of a part without a resource of its own there, that of the whole. */
  readonly to: string;
  /** Whether the new stack imports it. False: it is part of what is imported, and goes with it. */
  readonly isImported: boolean;
}

/** A resource that stays with the old configuration, and why. */
export interface Kept {
  readonly resource: StateResource;
  readonly why: string;
}

/** Who has each resource of the old configuration once the new stack has taken over: all of them, each in one list. */
export interface Shares {
  readonly given: readonly Given[];
  /** Managed by the old configuration as before, and named in the blueprint. */
  readonly referred: readonly Kept[];
  readonly left: readonly Kept[];
  /** Addresses that the new stack imports, and that no resource of the old configuration is: there must be none. */
  readonly unknown: readonly string[];
}

type Drafted = Pick<DraftedBlueprint, "taken" | "referred" | "unplaced" | "groupsLackingIds">;

/** Types that are managed with another one, and the attribute that has its id. */
export const PARTS: Readonly<Record<string, readonly [attribute: string, whole: string]>> = {
  aws_internet_gateway_attachment: ["internet_gateway_id", "aws_internet_gateway"],
  aws_autoscaling_attachment: ["autoscaling_group_name", "aws_autoscaling_group"],
  aws_autoscaling_traffic_source_attachment: ["autoscaling_group_name", "aws_autoscaling_group"],
  aws_network_acl_association: ["network_acl_id", "aws_network_acl"],
  aws_lb_target_group_attachment: ["target_group_arn", "aws_lb_target_group"],
  aws_alb_target_group_attachment: ["target_group_arn", "aws_lb_target_group"],
  aws_security_group_rule: ["security_group_id", "aws_security_group"],
};

/** Shares out what the old configuration manages, by what the blueprint takes and refers to. */
export function shareOut(managed: readonly StateResource[], drafted: Drafted): Shares {
  const taken = byIdentity(drafted.taken);
  const referred = byIdentity(drafted.referred);
  const shares = managed.map((resource): Given | (Kept & { readonly isReferred: boolean }) => {
    const ids = identitiesOf(resource.type, resource.raw);
    const to = firstOf(ids, taken);
    if (to !== null) return { resource, to, isImported: true };
    const named = firstOf(ids, referred);
    if (named !== null) return { resource, why: `the blueprint refers to it as ${named}`, isReferred: true };
    const whole = wholeOf(resource, taken, drafted);
    if (whole !== null) return { resource, to: whole, isImported: false };
    return { resource, why: reasonOf(resource, drafted), isReferred: false };
  });
  const sorted = [...shares].sort((a, b) => compareAddresses(a.resource.address, b.resource.address));
  const given = sorted.filter((one): one is Given => "to" in one);
  const kept = sorted.filter((one): one is Kept & { readonly isReferred: boolean } => "why" in one);
  return {
    given,
    referred: kept.filter(({ isReferred }) => isReferred),
    left: kept.filter(({ isReferred }) => !isReferred),
    unknown: unknownIn(drafted.taken, given, managed),
  };
}

function byIdentity(entries: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const pairs = [...entries].map(
    ([address, id]) => [identityOfImport(typeIn(address), id), address] as const,
  );
  return new Map(pairs);
}

function typeIn(address: string): string {
  return address.split(".", 1)[0] ?? "";
}

function firstOf(ids: readonly string[], found: ReadonlyMap<string, string>): string | null {
  return ids.flatMap((id) => found.get(id) ?? [])[0] ?? null;
}

/** The address of what the resource is managed with in the new stack; null where it is nothing's part. */
function wholeOf(
  { type, values }: StateResource,
  taken: ReadonlyMap<string, string>,
  { unplaced, groupsLackingIds }: Drafted,
): string | null {
  const [attribute, kind] = PARTS[type] ?? [];
  const id = attribute === undefined ? null : values.text(attribute);
  const address = id === null ? undefined : taken.get(`${kind} ${id}`);
  if (id === null || address === undefined) return null;
  const target = values.text("target_id");
  const isLeft = unplaced.some((one) => mentions(one, target) || isRuleOf(one, id));
  return isLeft || groupsLackingIds.includes(id) ? null : address;
}

function mentions({ id, detail }: Unplaced, target: string | null): boolean {
  return target !== null && (id === target || (detail?.includes(target) ?? false));
}

function isRuleOf({ kind, detail }: Unplaced, group: string): boolean {
  return kind === "security group rule" && (detail?.includes(group) ?? false);
}

const LACKS_ID =
  "a state does not tell the ids of its rules, so the blueprint cannot take it: adopt again with --region <region>";

function reasonOf({ type, id, address, values }: StateResource, drafted: Drafted): string {
  const said = drafted.unplaced.find((one) => one.id === id || one.detail?.startsWith(address));
  if (said !== undefined && said.detail !== null && !said.detail.startsWith(address)) return said.detail;
  const group = values.text("security_group_id");
  if (type === "aws_security_group_rule" && group !== null && drafted.groupsLackingIds.includes(group))
    return LACKS_ID;
  if (type.startsWith("aws_default_")) return "AWS's own default, which the blueprint does not write";
  return said === undefined ? "it is no part of the blueprint" : "the blueprint has no word for it";
}

/** Kinds that stand inside another resource of a state, without one of their own. */
const INSIDE = ["aws_route", "aws_network_acl_rule", "security group rule", "aws_eip_association"];

/** A main route table may be known by its id alone, from the VPC; what stands inside something is not counted by itself. */
function unknownIn(
  taken: ReadonlyMap<string, string>,
  given: readonly Given[],
  managed: readonly StateResource[],
): readonly string[] {
  const found = new Set(given.map(({ to }) => to));
  const mainTables = managed.flatMap(({ raw }) => {
    const values = valuesIn(raw);
    return [values.text("main_route_table_id"), values.text("default_route_table_id")];
  });
  return [...taken]
    .filter(([address, id]) => !found.has(address) && !mainTables.includes(id))
    .map(([address]) => address)
    .filter((address) => !INSIDE.includes(kindOf(typeIn(address))))
    .filter((address) => !address.startsWith("aws_vpc_ipv6_cidr_block_association."));
}
