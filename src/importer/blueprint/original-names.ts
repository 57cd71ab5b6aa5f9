import { isRecord } from "../../base/untrusted-json.ts";
import { resourceTypeOf } from "../../model/migration/terraform-address.ts";
import type { Inventory } from "../types/inventory.ts";
import type { Draft, Remark } from "./draft.ts";
import { placeOf } from "./place-of.ts";
import { plainText } from "./plain-text.ts";

/** Characters of a name that a comment shows. */
const LONGEST_NAME = 60;
/** What has a name of its own in AWS and in the blueprint. */
const NAMED = new Set([
  "aws_subnet",
  "aws_nat_gateway",
  "aws_network_acl",
  "aws_security_group",
  "aws_vpc_endpoint",
  "aws_instance",
  "aws_lb",
  "aws_lb_target_group",
  "aws_autoscaling_group",
  "aws_launch_template",
  "aws_flow_log",
  "aws_vpc_peering_connection",
  "aws_ec2_transit_gateway_vpc_attachment",
  "aws_vpn_gateway",
  "aws_customer_gateway",
  "aws_vpn_connection",
]);

/** For each entry whose name is not the one of AWS: that name with the id, for a comment beside the entry's. */
export function originalNames({ inventory, notes }: Draft): readonly Remark[] {
  const names = namesById(inventory);
  const entries = new Map<string, { path: readonly string[]; ids: string[] }>();
  for (const [address, id] of [...notes.imports, ...notes.references]) {
    const path = NAMED.has(resourceTypeOf(address)) ? placeOf(address) : null;
    if (path === null) continue;
    const entry = entries.get(path.join(".")) ?? { path, ids: [] };
    entries.set(path.join("."), { path, ids: [...entry.ids, id] });
  }
  return [...entries.values()].flatMap(({ path, ids }) => {
    const text = wordsOf(path.at(-1) ?? "", ids, names);
    return text === null ? [] : [{ path, text }];
  });
}

/** The same for the VPC and the blueprint's own name. */
export function originalNameOfVpc(name: string, { vpc }: Inventory): string | null {
  return wordsOf(name, [vpc.id], new Map([[vpc.id, vpc.name]]));
}

/** Such as `DMZ Öffentlich (subnet-0a1, subnet-0a2)`; null where the names are the same. */
function wordsOf(
  name: string,
  ids: readonly string[],
  names: ReadonlyMap<string, string | null>,
): string | null {
  const originals = ids.map((id) => names.get(id) ?? null);
  // What has no name is called by its id, or a subnet by what it is.
  if (originals.every((original) => original === name) || ids.includes(name)) return null;
  return [...new Set(originals)]
    .map((original) => {
      const own = ids.filter((_, index) => originals[index] === original);
      return `${cut(original)}${idsInWords(own)}`;
    })
    .join(", ");
}

function cut(name: string | null): string {
  const plain = plainText(name, LONGEST_NAME + 1);
  if (plain === undefined) return "without a name";
  return [...plain].length > LONGEST_NAME ? `${[...plain].slice(0, LONGEST_NAME).join("")}…` : plain;
}

/** An ARN says no more than the name that it holds. */
function idsInWords(ids: readonly string[]): string {
  const short = ids.filter((id) => !id.startsWith("arn:"));
  return short.length === 0 ? "" : ` (${short.join(", ")})`;
}

/** What AWS calls each thing: its Name tag, of a security group its own name. */
function namesById(inventory: Inventory): ReadonlyMap<string, string | null> {
  const found = Object.values({ ...inventory, ...inventory.links }).flatMap((list): readonly unknown[] =>
    Array.isArray(list) ? list : [],
  );
  return new Map(
    found.flatMap((one): [string, string | null][] => {
      if (!isRecord(one) || typeof one["id"] !== "string") return [];
      const name = one["groupName"] ?? one["name"];
      return [[one["id"], typeof name === "string" ? name : null]];
    }),
  );
}
