import { at, isObject } from "../json.ts";
import type { Asked, Values } from "./configuration-of.ts";

/** The same of load balancers, groups of hosts, links and names. Null for a resource: nothing makes it. */
export const ASKED_OF_SERVICES: Readonly<Record<string, Asked>> = {
  aws_lb_target_group: (_, name) => ({ name: short(name) }),
  aws_lb: (_, name) => ({ vpc_id: null, dns_name: null, name: short(name) }),
  aws_lb_listener: ({ default_action }, _, { addresses }) => ({
    default_action: actions(default_action, addresses),
  }),
  aws_lb_listener_rule: ({ action, condition }, _, { addresses }) => ({
    action: actions(action, addresses),
    condition: conditions(condition),
  }),
  aws_launch_template: ({ instance_type, image_id }, name) => ({
    name,
    latest_version: null,
    instance_type: instance_type === "" ? "t3.micro" : instance_type,
    image_id: String(image_id).startsWith("ami-") ? image_id : "${var.outside.ami}",
  }),
  aws_autoscaling_group: (
    { launch_template, mixed_instances_policy, target_group_arns },
    name,
    { addresses },
  ) => ({
    name,
    mixed_instances_policy: list(mixed_instances_policy).map(() => mixed(launch_template, addresses)),
    launch_template: list(mixed_instances_policy).length > 0 ? [] : [versioned(launch_template, addresses)],
    target_group_arns: list(target_group_arns).filter((arn) => addresses.has(arn)),
  }),
  aws_autoscaling_policy: (_, name) => ({ name, adjustment_type: "ChangeInCapacity", scaling_adjustment: 1 }),
  aws_redshift_subnet_group: (_, name) => ({ name }),
  aws_route53_record: ({ alias, name: drawn }, name, { addresses }) => {
    if (alias === undefined) return { ttl: 60 };
    const balancer = [...addresses.values()].find((address) => address.startsWith("aws_lb."));
    return {
      zone_id: "${var.outside.zone}",
      name: `${name}.${String(drawn)}`,
      alias: [
        {
          name: `dualstack.\${${balancer}.dns_name}`,
          zone_id: `\${${balancer}.zone_id}`,
          evaluate_target_health: false,
        },
      ],
    };
  },
  aws_vpc_peering_connection: () => ({
    peer_vpc_id: "${var.outside.vpc}",
    peer_owner_id: null,
    peer_region: null,
    accept_status: null,
    auto_accept: true,
  }),
  aws_ec2_transit_gateway_vpc_attachment: ({ subnet_ids }) =>
    list(subnet_ids).length === 0
      ? null
      : // The emulator does not disassociate what a gateway associates by default.
        {
          transit_gateway_id: "${var.outside.tgw2}",
          transit_gateway_default_route_table_association: true,
          transit_gateway_default_route_table_propagation: true,
        },
  aws_customer_gateway: ({ ip_address }) => ({
    type: "ipsec.1",
    bgp_asn: "65000",
    certificate_arn: null,
    ip_address: ip_address === "" ? "198.51.100.11" : ip_address,
  }),
  aws_vpn_gateway: (_, name, { addresses }) => {
    const first = [...addresses.values()].find((address) => address.startsWith("aws_vpn_gateway."));
    // A VPC has one.
    return name.endsWith(`-${first?.split(".")[1]}`) ? { amazon_side_asn: "64512" } : null;
  },
  aws_vpn_connection: () => ({ type: "ipsec.1", routes: null }),
};

/** AWS takes at most 32 signs for a load balancer's name. */
function short(name: string): string {
  return name.slice(-32);
}

const LOGIN = {
  authorization_endpoint: "https://login.example.com/a",
  client_id: "drawn",
  client_secret: "not-a-secret",
  issuer: "https://login.example.com",
  token_endpoint: "https://login.example.com/t",
  user_info_endpoint: "https://login.example.com/u",
};

/** After a login something answers. */
function actions(drawn: unknown, addresses: ReadonlyMap<unknown, string>): readonly Values[] {
  const asked = list(drawn).map((one): Values => {
    if (at(one, "type") === "authenticate-oidc")
      return { type: "authenticate-oidc", authenticate_oidc: [LOGIN] };
    return at(one, "type") === "fixed-response"
      ? { type: "fixed-response", fixed_response: [{ status_code: "404", content_type: "text/plain" }] }
      : Object(one);
  });
  const [group] = [...addresses.keys()].filter((id) => String(id).includes(":targetgroup/"));
  const last = { type: "forward", target_group_arn: group };
  return asked.at(-1)?.["type"] === "authenticate-oidc" ? [...asked, last] : asked;
}

/** The provider that makes them knows no regular expressions, and each condition asks for something. */
function conditions(drawn: unknown): readonly unknown[] {
  const asked = list(drawn).map((one) =>
    Object.fromEntries(
      Object.entries(Object(one))
        .map(([kind, said]) => [kind, list(said).map(plain)] as const)
        .filter(([, said]) => said.length > 0),
    ),
  );
  return asked.length > 0 ? asked : [{ path_pattern: [{ values: ["/drawn"] }] }];
}

function plain(said: unknown): unknown {
  return isObject(said) && "regex_values" in said ? { values: ["*.example.org"] } : said;
}

/** A drawn version 2 is the newest one. */
function versioned(drawn: unknown, addresses: ReadonlyMap<unknown, string>): Values {
  const [{ id, version } = {}] = list(drawn) as readonly Values[];
  return { id, version: version === "2" ? `\${${addresses.get(id)}.latest_version}` : version };
}

function mixed(drawn: unknown, addresses: ReadonlyMap<unknown, string>): Values {
  const { id, version } = versioned(drawn, addresses);
  return { launch_template: [{ launch_template_specification: [{ launch_template_id: id, version }] }] };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
