import { isRecord, listOf } from "../../base/untrusted-json.ts";
import { CannotModel } from "../stack/cannot-model.ts";
import {
  nameAt,
  neededName,
  ofType,
  type Resource,
  refuseArguments,
  type TerraformStack,
} from "../stack/terraform-stack.ts";
import type { NetworkAcl } from "./cloud.ts";
import type { Blocks } from "./prefix-at.ts";
import { aclEntry } from "./read-filters.ts";

/** The default groups that the stack takes over and empties, as interfaces name them. */
export function emptiedDefaultGroups(stack: TerraformStack): ReadonlySet<string> {
  const groups = ofType(stack, "aws_default_security_group");
  for (const group of groups) refuseArguments(group, ["ingress", "egress"]);
  return new Set(groups.map((group) => `${neededName(group, "vpc_id")}#default`));
}

/** The default network ACLs that the stack takes over, entries by number. */
export function readDefaultNetworkAcls(stack: TerraformStack, blocks: Blocks): readonly NetworkAcl[] {
  return ofType(stack, "aws_default_network_acl").map((acl) => {
    const side = (key: string) =>
      listOf(acl.body[key])
        .map((entry) => aclEntry(entryOf(acl, entry), blocks))
        .sort((a, b) => a.ruleNumber - b.ruleNumber);
    return { name: acl.address, ingress: side("ingress"), egress: side("egress") };
  });
}

/** The VPC's default network ACL as the stack has taken it over; null: as AWS makes it, it lets everything pass. */
export function defaultNetworkAclOf(stack: TerraformStack, vpc: string): string | null {
  const taken = ofType(stack, "aws_default_network_acl");
  return taken.find((acl) => nameAt(acl, acl.body["default_network_acl_id"]) === vpc)?.address ?? null;
}

/** An entry that stands in its ACL, in the words of one that stands beside. */
function entryOf(acl: Resource, entry: unknown): Resource {
  if (!isRecord(entry)) throw new CannotModel(acl.address, "an entry is no JSON object");
  return { ...acl, body: { ...entry, rule_number: entry["rule_no"], rule_action: entry["action"] } };
}
