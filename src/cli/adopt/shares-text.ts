import type { User } from "../../importer/adopt/find-users.ts";
import type { Given, Kept } from "../../importer/adopt/share-out.ts";
import { escapeUnsafe } from "../../reports/findings/terminal-text.ts";
import { amount } from "../commands.ts";
import type { Adoption } from "./adopt.ts";

/** Who has what once the handover is done: every resource of the plan in one list, and who uses what goes. */
export function sharesText({ drafted, shares, options }: Adoption, users: readonly User[]): string {
  const { given, referred, left } = shares;
  const total = given.length + referred.length + left.length;
  const counts = `${given.length} handed over, ${referred.length} referred to, ${left.length} left with the old configuration`;
  return [
    `${drafted.name}: ${amount(total, "resource")} in the plan: ${counts}`,
    ...section("handed over", given, givenLine),
    ...section("referred to, and left with the old configuration", referred, keptLine),
    ...section("left with the old configuration", left, keptLine),
    ...section("using what is handed over: change each before that is taken out", users, (user) =>
      userLines(user, options.sameState ? null : drafted.name),
    ),
    "",
  ]
    .map(escapeUnsafe)
    .join("\n");
}

function section<T>(
  title: string,
  ones: readonly T[],
  line: (one: T) => string | readonly string[],
): readonly string[] {
  return ones.length === 0 ? [] : ["", `${title} (${ones.length}):`, ...ones.flatMap(line)];
}

function givenLine({ resource, to, isImported }: Given): string {
  return `  ${resource.address} -> ${isImported ? to : `part of ${to}`}`;
}

function keptLine({ resource, why }: Kept): string {
  return `  ${resource.address}: ${why}`;
}

/** What Hextet's stacks can put out of a thing, by the type of its resource; its name stands behind. */
const OUTPUTS: Readonly<Record<string, string>> = {
  aws_security_group: "securityGroupId",
  aws_lb: "loadBalancerArn",
  aws_lb_target_group: "targetGroupArn",
  aws_instance: "instanceId",
  aws_db_instance: "databaseAddress",
};

/** Types that the provider reads by no data source of the same name. */
const UNREAD = new Set([
  "aws_egress_only_internet_gateway",
  "aws_eip_association",
  "aws_network_acl",
  "aws_network_acl_rule",
  "aws_route_table_association",
  "aws_vpc_ipv4_cidr_block_association",
  "aws_vpc_ipv6_cidr_block_association",
  "aws_vpc_security_group_egress_rule",
  "aws_vpc_security_group_ingress_rule",
]);

/** `stack` is whose outputs another state can read; null: it is the same one. */
function userLines({ address, reference, targets }: User, stack: string | null): readonly string[] {
  // A module as a whole is named by those who only wait for it.
  if (reference !== null && /^module\.[^.]+$/.test(reference))
    return [`  ${address}: ${reference}`, "    as a dependency, which can go"];
  const by = reference ?? "by its value: look which local value or variable it comes from";
  if (stack === null)
    return [
      `  ${address}: ${by}`,
      ...new Set(targets.map(({ to }) => `    ${to}, in a file of extend.terraform`)),
    ];
  const places = targets.map(({ resource, to }) => placeOf(to.split(".", 1)[0] ?? "", resource.id));
  const outputs = [...new Set(targets.flatMap(({ to }) => outputOf(to) ?? []))];
  const others = outputs.map(
    (output) => `    or an output with value: ${output} of the stack ${stack}, by terraform_remote_state`,
  );
  return [`  ${address}: ${by}`, ...new Set(places), ...others];
}

function placeOf(type: string, id: string): string {
  return UNREAD.has(type) ? `    the id itself, ${id}` : `    data "${type}" for ${id}`;
}

function outputOf(address: string): string | null {
  const [type = "", name = ""] = address.split(".");
  if (type === "aws_vpc") return "{ vpc: id }";
  if (type === "aws_internet_gateway") return "{ internetGatewayId: {} }";
  if (type === "aws_subnet") return `{ subnetIds: ${name.replace(/_[a-z0-9-]+$/, "")} }`;
  const output = OUTPUTS[type];
  return output === undefined ? null : `{ ${output}: ${name} }`;
}
