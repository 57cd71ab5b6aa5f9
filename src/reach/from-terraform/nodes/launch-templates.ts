import type { TopologySubnet } from "../../topology/topology.ts";
import type { Value } from "../fields.ts";
import type { ReferenceList } from "../reading.ts";
import { referents } from "../referents.ts";
import type { TerraformResource } from "../terraform-document.ts";
import { groupsOf, type NodeReading } from "./node-reading.ts";

/** What a launch template, or launch configuration, says of the network interface of its hosts. */
export interface Template {
  readonly subnets: ReferenceList;
  readonly groups: (subnet: TopologySubnet) => readonly string[];
  readonly ipv6Count: Value<number>;
  readonly publicIpv4: Value<boolean>;
}

const NO_SUBNETS: ReferenceList = { ids: [], isExact: true, isClosed: true };
const NONE = { kind: "none" } as const;
const TEMPLATES = [
  ["launch_template"],
  ["mixed_instances_policy", "launch_template", "launch_template_specification"],
] as const;

/** The template of what a resource starts. */
export function templateOf(context: NodeReading, resource: TerraformResource): Template {
  const { reading } = context;
  const byDefault = (subnet: TopologySubnet) => [
    reading.canonical(`${subnet.vpc}.default_security_group_id`),
  ];
  const template = templateResource(context, resource);
  if (template === null) return { subnets: NO_SUBNETS, groups: byDefault, ipv6Count: NONE, publicIpv4: NONE };
  if (template === "unknown") {
    reading.leaveOut(resource, "its launch template is not in this document, or known after apply", [
      resource.address,
    ]);
    return { subnets: NO_SUBNETS, groups: byDefault, ipv6Count: NONE, publicIpv4: NONE };
  }
  const fields = reading.fields(template);
  if (template.type === "aws_launch_configuration") {
    const publicIpv4 = fields.flag("associate_public_ip_address");
    return {
      subnets: NO_SUBNETS,
      groups: groupsOf(context, template, "security_groups"),
      ipv6Count: NONE,
      publicIpv4,
    };
  }
  const { known, isComplete } = fields.blocks("network_interfaces");
  const [card] = known;
  if (!isComplete)
    reading.leaveOut(resource, "the network interfaces of its launch template are known after apply", [
      resource.address,
    ]);
  const inCard = reading.many(template, referents.securityGroup, "network_interfaces", "security_groups");
  const path =
    inCard.ids.length > 0 || !inCard.isExact
      ? ["network_interfaces", "security_groups"]
      : ["vpc_security_group_ids"];
  return {
    subnets: subnetsOf(context, template),
    groups: withDefault(groupsIn(context, resource, template, path)),
    ipv6Count: countOf(card),
    publicIpv4: card?.flag("associate_public_ip_address") ?? NONE,
  };
  function withDefault(groups: readonly string[] | null) {
    return (subnet: TopologySubnet) => groups ?? byDefault(subnet);
  }
}

function groupsIn(
  { reading }: NodeReading,
  resource: TerraformResource,
  template: TerraformResource,
  path: readonly string[],
): readonly string[] | null {
  const { ids, isExact } = reading.many(template, referents.securityGroup, ...path);
  if (!isExact) reading.leaveOut(resource, "its security groups are known after apply", [resource.address]);
  return ids.length === 0 && isExact ? null : ids;
}

function countOf(
  card:
    | { number: (name: string) => Value<number>; texts: (name: string) => { known: readonly string[] } }
    | undefined,
) {
  if (card === undefined) return NONE;
  const written = card.texts("ipv6_addresses").known.length;
  return written > 0 ? ({ kind: "known", value: written } as const) : card.number("ipv6_address_count");
}

function subnetsOf({ reading }: NodeReading, template: TerraformResource): ReferenceList {
  const subnet = reading.one(template, referents.subnet, "network_interfaces", "subnet_id");
  if (subnet.kind === "one") return { ids: [subnet.id], isExact: true, isClosed: true };
  return subnet.kind === "none" ? NO_SUBNETS : { ids: subnet.ids, isExact: false, isClosed: subnet.isClosed };
}

/** Null: it names none. */
function templateResource(
  { reading }: NodeReading,
  resource: TerraformResource,
): TerraformResource | "unknown" | null {
  const names = ["id", "launch_template_id", "name", "launch_template_name"];
  const ofTemplates = TEMPLATES.flatMap((path) =>
    names.map((name) => reading.one(resource, referents.launchTemplate, ...path, name)),
  );
  const ofConfiguration = reading.one(resource, referents.launchConfiguration, "launch_configuration");
  const named = [...ofTemplates, ofConfiguration].filter(
    (one) => one.kind === "one" || (one.kind === "one-of" && one.ids.length > 0),
  );
  const [first] = named;
  if (first === undefined) return null;
  return first.kind === "one" ? (reading.index.byAddress.get(first.id) ?? "unknown") : "unknown";
}
