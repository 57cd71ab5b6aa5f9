import { parse } from "yaml";
import { at, isObject, listAt } from "../json.ts";

/** What became of the resources of a state, in numbers, and which of them nobody speaks of. */
export interface Account {
  readonly seen: number;
  readonly taken: number;
  readonly listed: number;
  /** What AWS makes with each VPC and nothing of the network uses: it stays with the VPC. */
  readonly default: number;
  /** Rules of security groups, one for each block, list or group: of the state, and taken over. */
  readonly rules: readonly [seen: number, taken: number];
  readonly missing: readonly string[];
}

interface Resource {
  readonly type: string;
  readonly address: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Of the account, not of the network. */
const ELSEWHERE = [
  ...["aws_cloudwatch_log_group", "aws_ec2_managed_prefix_list", "aws_ec2_transit_gateway", "aws_iam_role"],
];
const DEFAULTS = ["aws_default_security_group", "aws_default_route_table", "aws_default_network_acl"];
/** What stands for connections of something, and the attribute that names it. */
const WHOLE: Readonly<Record<string, string>> = {
  aws_vpc_dhcp_options_association: "dhcp_options_id",
  aws_vpc_endpoint_route_table_association: "vpc_endpoint_id",
  // Which rules these are, their number says.
  aws_security_group_rule: "security_group_id",
};
/** The attributes that name what a resource is a part of: where the whole is listed, its parts are. */
const PART_OF: Readonly<Record<string, readonly string[]>> = {
  aws_eip: ["instance"],
  aws_lb_listener: ["load_balancer_arn"],
  aws_lb_listener_rule: ["listener_arn"],
  aws_nat_gateway: ["subnet_id"],
  aws_network_acl_rule: ["network_acl_id"],
  aws_route: ["route_table_id"],
  aws_route_table_association: ["route_table_id", "subnet_id"],
  aws_vpc_security_group_egress_rule: ["security_group_id"],
  aws_vpc_security_group_ingress_rule: ["security_group_id"],
};

/** Counts a state, in all its modules, against the blueprint that was made of it. */
export function accountFor(state: unknown, blueprint: string): Account {
  const all = resourcesIn(at(state, "values", "root_module"));
  const resources = all.filter(({ type }) => !ELSEWHERE.includes(type));
  const existing = at(parse(blueprint), "network", "vpc", "existing");
  const imports = at(existing, "import");
  const addresses = isObject(imports) ? Object.entries(imports) : [];
  const references = Object.values(Object(at(existing, "reference")));
  const takenIds = new Set([at(existing, "id"), ...addresses.map(([, id]) => id), ...references].map(String));
  const listedIds = new Set(
    [...blueprint.matchAll(/^# {3}.*$/gm)].flatMap(([line]) => [
      ...line.split(/[\s:]+/),
      // An ARN has colons of its own.
      ...line.split(/:?\s+/),
    ]),
  );
  const isTaken = (one: Resource) => idsOf(one).some((id) => takenIds.has(id));
  const byId = new Map(resources.map((one) => [String(one.values["id"]), one]));
  const isListed = (one: Resource): boolean => {
    const wholes = (PART_OF[one.type] ?? []).map((key) => String(one.values[key]));
    if ([...idsOf(one), ...wholes].some((id) => listedIds.has(id))) return true;
    return wholes.some((id) => {
      const whole = byId.get(id);
      return whole !== undefined && whole !== one && isListed(whole);
    });
  };
  const taken = resources.filter(isTaken);
  const listed = resources.filter((one) => !isTaken(one) && isListed(one));
  const others = resources.filter((one) => !isTaken(one) && !isListed(one));
  const isDefault = ({ type }: Resource) => DEFAULTS.includes(type);
  return {
    seen: resources.length,
    taken: taken.length,
    listed: listed.length,
    default: others.filter(isDefault).length,
    rules: [
      resources.flatMap(rulesOf).length,
      addresses.filter(([address]) => /^aws_vpc_security_group_.*_rule\./.test(address)).length,
    ],
    missing: others.filter((one) => !isDefault(one)).map(({ address }) => address),
  };
}

function resourcesIn(module: unknown): readonly Resource[] {
  const own = listAt(module, "resources").filter((one) => at(one, "mode") === "managed");
  return [
    ...own.map((one) => ({
      type: String(at(one, "type")),
      address: String(at(one, "address")),
      values: Object(at(one, "values")),
    })),
    ...(Array.isArray(at(module, "child_modules"))
      ? listAt(module, "child_modules").flatMap(resourcesIn)
      : []),
  ];
}

/** Under which ids it may have been taken over, or listed. */
function idsOf({ type, values }: Resource): readonly string[] {
  const text = (key: string) => String(values[key]);
  const whole = WHOLE[type];
  switch (type) {
    case "aws_route":
      return ["destination_cidr_block", "destination_ipv6_cidr_block"].map(
        (key) => `${text("route_table_id")}_${text(key)}`,
      );
    case "aws_route_table_association":
      return [`${text("subnet_id")}/${text("route_table_id")}`];
    case "aws_network_acl_rule": {
      const protocol = { tcp: "6", udp: "17", icmp: "1" }[text("protocol")] ?? text("protocol");
      return [`${text("network_acl_id")}:${text("rule_number")}:${protocol}:${text("egress")}`];
    }
    case "aws_db_instance":
      return [text("identifier")];
    default:
      return [whole === undefined ? text("id") : text(whole)];
  }
}

/** The peers of each rule, whichever resource it stands in. The default group counts where something uses it. */
function rulesOf({ type, values }: Resource): readonly unknown[] {
  if (/^aws_vpc_security_group_(ingress|egress)_rule$/.test(type)) return [type];
  if (type === "aws_security_group_rule") return peersOf(values);
  if (type !== "aws_security_group") return [];
  return [...list(values["ingress"]), ...list(values["egress"])].flatMap((rule) => peersOf(Object(rule)));
}

function peersOf(rule: Resource["values"]): readonly unknown[] {
  const single = [rule["source_security_group_id"], rule["self"]].filter(Boolean);
  const isOfGroup = rule["self"] === true ? single.slice(0, 1) : single;
  const many = ["cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "security_groups"];
  return [...isOfGroup, ...many.flatMap((key) => list(rule[key]))];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
