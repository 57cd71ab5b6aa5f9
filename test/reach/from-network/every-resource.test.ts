import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { atStage } from "../../../src/model/migration/at-stage.ts";
import type { Network } from "../../../src/model/types/network.ts";
import { topologyOf } from "../../../src/reach/from-network/topology-of.ts";
import type { Topology } from "../../../src/reach/topology/topology.ts";
import { networkFrom } from "../../support/network.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";

/** Types whose resources need no id in a topology, and why. */
const REASONS: Readonly<Record<string, string>> = {
  aws_appautoscaling_policy: "decides how many there are",
  aws_appautoscaling_scheduled_action: "decides how many there are",
  aws_appautoscaling_target: "decides how many there are",
  aws_autoscaling_policy: "decides how many there are",
  aws_autoscaling_schedule: "decides how many there are",
  aws_cloudwatch_dashboard: "watches",
  aws_cloudwatch_log_group: "holds texts",
  aws_cloudwatch_log_metric_filter: "watches",
  aws_cloudwatch_metric_alarm: "watches",
  aws_vpn_connection: "what lies behind it is not known",
  aws_vpn_connection_route: "what a virtual private gateway knows, behind which nothing is known",
  aws_vpn_gateway_route_propagation: "its route table is left out",
  aws_customer_gateway: "the device at the other end, behind which nothing is known",
  aws_db_parameter_group: "how an engine is set, which no packet tells",
  aws_db_subnet_group: "the databases' interfaces stand in its subnets",
  aws_default_route_table: "no subnet has it: Hextet gives each a table of its own",
  aws_ec2_managed_prefix_list: "its blocks stand in the rules that name it",
  aws_ec2_transit_gateway_route: "other stacks' VPCs propagate longer ones, so nothing follows from it",
  aws_ec2_transit_gateway_route_table: "other stacks' VPCs propagate into it, so nothing follows from it",
  aws_ec2_transit_gateway_route_table_association: "nothing follows from the table",
  aws_ec2_transit_gateway_route_table_propagation: "nothing follows from the table",
  aws_ecs_cluster_capacity_providers: "where tasks run, which no packet tells",
  aws_ecs_cluster: "its services are nodes",
  aws_ecs_task_definition: "its ports are what the service's node listens on",
  aws_eip: "a public address of a node or a gateway",
  aws_eip_association: "a public address of a node",
  aws_eks_access_entry: "decides who may, not which packet passes",
  aws_eks_access_policy_association: "decides who may, not which packet passes",
  aws_eks_addon: "runs on the nodes",
  aws_eks_pod_identity_association: "decides who may, not which packet passes",
  aws_elasticache_subnet_group: "the caches' interfaces stand in its subnets",
  aws_flow_log: "watches",
  aws_ec2_transit_gateway_vpc_attachment_accepter: "of a VPC of others, of which only an id is known",
  aws_iam_instance_profile: "decides who may, not which packet passes",
  aws_iam_openid_connect_provider: "decides who may, not which packet passes",
  aws_iam_role: "decides who may, not which packet passes",
  aws_iam_role_policy: "decides who may, not which packet passes",
  aws_iam_role_policy_attachment: "decides who may, not which packet passes",
  aws_key_pair: "decides who may, not which packet passes",
  aws_launch_template: "its hosts are those of its auto scaling groups",
  aws_lb_listener: "what its balancer's node listens on",
  aws_lb_listener_certificate: "decides who may, not which packet passes",
  aws_lb_listener_rule: "chooses among targets",
  aws_lb_target_group: "an intent of its balancers",
  aws_lb_target_group_attachment: "an intent of its balancers",
  aws_lb_trust_store: "decides who may, not which packet passes",
  aws_network_acl_association: "its subnet names the network ACL",
  aws_network_acl_rule: "an entry of its network ACL",
  aws_networkfirewall_firewall: "its endpoints stand for it",
  aws_networkfirewall_firewall_policy: "what its firewall's endpoints let pass",
  aws_networkfirewall_logging_configuration: "watches",
  aws_networkfirewall_rule_group: "what is not followed of its policy",
  aws_ram_principal_association: "whom the share lets in, of whose things nothing is known",
  aws_ram_resource_association: "whom the share lets in, of whose things nothing is known",
  aws_ram_resource_share: "whom it lets in, of whose things nothing is known",
  aws_ram_resource_share_accepter: "what it lets in stands with what is made of it",
  aws_rds_cluster_instance: "its cluster's node stands for it",
  aws_rds_cluster_parameter_group: "how an engine is set, which no packet tells",
  aws_route53_record: "a record of its hosted zone",
  aws_route53_resolver_firewall_config: "decides what the resolver answers when the firewall does not",
  aws_route53_resolver_firewall_domain_list: "named by rules of the DNS Firewall",
  aws_route53_resolver_firewall_rule: "of the DNS Firewall, which is left out",
  aws_route53_resolver_firewall_rule_group: "of the DNS Firewall, which is left out",
  aws_route53_resolver_firewall_rule_group_association: "the DNS Firewall is left out",
  aws_route53_resolver_query_log_config: "watches",
  aws_route53_resolver_query_log_config_association: "watches",
  aws_route53_resolver_rule: "decides who answers for a domain",
  aws_route53_resolver_rule_association: "decides who answers for a domain",
  aws_route_table_association: "its subnet names the route table",
  aws_service_discovery_http_namespace: "names of Service Connect, which no packet tells",
  aws_vpc_block_public_access_exclusion: "what passes stands at the VPC and its subnets",
  aws_vpc_block_public_access_options: "what passes stands at the VPC and its subnets",
  aws_vpc_endpoint_service:
    "who calls from other VPCs is not known; what its load balancer sends on is followed",
  aws_vpc_dhcp_options: "decides whether the VPC's resolver is asked",
  aws_vpc_dhcp_options_association: "decides whether the VPC's resolver is asked",
  aws_vpc_ipam: "gives blocks",
  aws_vpc_ipam_pool: "gives blocks",
  aws_vpc_ipam_pool_cidr: "gives blocks",
  aws_vpc_ipv4_cidr_block_association: "a block of the VPC",
  aws_vpc_ipv6_cidr_block_association: "a block of the VPC",
  aws_vpc_security_group_egress_rule: "a rule of its group",
  aws_vpc_security_group_ingress_rule: "a rule of its group",
  aws_wafv2_web_acl_association: "judges requests, not packets",
  terraform_data: "a step of a provider hook, or the mark of a migration",
};

const FOLDER = new URL("../../../blueprints/", import.meta.url);
const everything = readFileSync(new URL("../../blueprint/ok/everything.yaml", import.meta.url), "utf8");
const shipped = readdirSync(FOLDER).filter((file) => file.endsWith(".yaml"));
const blueprints: readonly (readonly [string, string])[] = [
  ["everything.yaml", everything],
  ...shipped.map((file) => [file, readFileSync(new URL(file, FOLDER), "utf8")] as const),
];

describe("every resource that decides where packets go is in the topology", () => {
  it.each(blueprints)("of %s", (_, text) => {
    for (const network of builtFrom(text)) {
      const json = stackJson(network);
      const ids = idsOf(topologyOf(reached(network)));
      const missing = addressesIn(json).filter((address) => {
        const isKnown = typeOf(address) in REASONS || ids.has(address);
        return !isKnown && !isReturnRoute(address, json) && !isGatewayBalancer(address, json);
      });
      expect(missing).toEqual([]);
    }
  });

  it("and every reason is one for a resource of some of them", () => {
    const networks = blueprints.flatMap(([, text]) => builtFrom(text));
    const types = new Set(networks.flatMap((network) => addressesIn(stackJson(network)).map(typeOf)));
    expect(Object.keys(REASONS).filter((type) => !types.has(type))).toEqual([]);
  });
});

describe("what a topology names is in it", () => {
  it.each(blueprints)("of %s", (_, text) => {
    for (const network of [...builtFrom(text), reached(networkFrom(text))]) {
      const topology = topologyOf(network);
      const ids = idsOf(topology);
      expect(namedIn(topology).filter((id) => !ids.has(id))).toEqual([]);
    }
  });
});

/** What Terraform is given: the stage that a migration has come to, and the target in a VPC that is made anew. */
function builtFrom(text: string): readonly Network[] {
  const network = networkFrom(text);
  return network.existing === null ? [network] : [network, { ...network, existing: null, migration: null }];
}

function typeOf(address: string): string {
  return address.split(".")[0] ?? "";
}

/** The network as it is at the stage to which the author's migration has come. */
function reached(network: Network): Network {
  return network.migration === null ? network : atStage(network, network.migration.stage);
}

/** Routes of the other side's tables, which lie outside. */
function isReturnRoute(address: string, json: unknown): boolean {
  return (
    address.startsWith("aws_route.") && !/^\$\{/.test(String(resourceIn(json, address)["route_table_id"]))
  );
}

/** Packets come to a Gateway Load Balancer through endpoints only, and those are in the topology. */
function isGatewayBalancer(address: string, json: unknown): boolean {
  return address.startsWith("aws_lb.") && resourceIn(json, address)["load_balancer_type"] === "gateway";
}

function idsOf(topology: Topology): ReadonlySet<string> {
  const { vpcs, subnets, routeTables, filters, gateways, nodes, hostedZones } = topology;
  const things = [
    vpcs,
    subnets,
    routeTables,
    filters.networkAcls,
    filters.securityGroups,
    gateways,
    nodes,
    hostedZones,
  ];
  return new Set([
    ...things.flat().map(({ id }) => id),
    ...routeTables.flatMap(({ routes }) => routes.map(({ id }) => id)),
    ...gateways.flatMap((gateway) =>
      gateway.kind === "transit-gateway" ? gateway.attachments.map(({ id }) => id) : [],
    ),
  ]);
}

function namedIn({ subnets, routeTables, nodes, gateways, hostedZones }: Topology): readonly string[] {
  return [
    ...subnets.flatMap(({ vpc, routeTable, networkAcl }) => [vpc, routeTable, networkAcl]),
    ...routeTables.flatMap(({ vpc, routes }) => [vpc, ...routes.map(({ target }) => target)]),
    ...nodes.flatMap(({ interfaces }) =>
      interfaces.flatMap(({ subnet, securityGroups }) => [subnet, ...(securityGroups ?? [])]),
    ),
    ...gateways.flatMap((gateway) => (gateway.kind === "nat-gateway" ? [gateway.subnet] : [])),
    ...hostedZones.flatMap(({ records }) =>
      records.flatMap(({ answer }) => (answer.kind === "node" ? [answer.node] : [])),
    ),
  ].filter((id) => id !== null);
}
