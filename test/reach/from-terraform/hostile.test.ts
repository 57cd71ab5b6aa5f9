import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { topologyOfPlan } from "../../../src/reach/from-terraform/topology-of-plan.ts";

const TYPES = [
  ..."vpc subnet route_table route route_table_association main_route_table_association default_route_table".split(
    " ",
  ),
  ..."internet_gateway nat_gateway vpc_endpoint vpc_endpoint_route_table_association network_acl network_acl_rule".split(
    " ",
  ),
  ..."security_group security_group_rule vpc_security_group_ingress_rule ec2_managed_prefix_list instance".split(
    " ",
  ),
  ..."network_interface eip launch_template autoscaling_group lb lb_listener ecs_service ecs_task_definition".split(
    " ",
  ),
  ..."lambda_function db_instance rds_cluster elasticache_cluster eks_cluster eks_node_group".split(" "),
  ..."vpc_peering_connection ec2_transit_gateway ec2_transit_gateway_vpc_attachment route53_zone route53_record".split(
    " ",
  ),
  ..."networkfirewall_firewall vpc_ipv6_cidr_block_association vpc_dhcp_options_association".split(" "),
].map((name) => `aws_${name}`);

const ARGUMENTS = [
  ..."id arn vpc_id subnet_id subnet_ids subnets route route_table_id cidr_block ipv6_cidr_block ingress egress".split(
    " ",
  ),
  ..."destination_cidr_block gateway_id nat_gateway_id security_groups vpc_config network_configuration port".split(
    " ",
  ),
  ..."launch_template network_interfaces load_balancer_arn alias records name vpc type rule_number protocol".split(
    " ",
  ),
  ..."container_definitions task_definition entry entries availability_zone dns_options listener __proto__".split(
    " ",
  ),
];

const texts = fc.oneof(
  fc.constantFrom(
    "vpc-1",
    "subnet-1",
    "10.0.0.0/8",
    "::/0",
    "local",
    "aws_vpc.a.id",
    'module.a["',
    "tcp",
    "[{}]",
    "",
  ),
  fc.string(),
);
const values = fc.oneof(
  texts,
  fc.array(texts, { maxLength: 3 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(
    fc.dictionary(fc.constantFrom(...ARGUMENTS), fc.oneof(texts, fc.integer(), fc.array(texts)), {
      maxKeys: 4,
    }),
    { maxLength: 2 },
  ),
);
const resources = fc.uniqueArray(
  fc.record({
    type: fc.constantFrom(...TYPES),
    name: fc.constantFrom("a", "b", "__proto__", "constructor"),
    mode: fc.constantFrom("managed", "data"),
    values: fc.dictionary(fc.constantFrom(...ARGUMENTS), values, { maxKeys: 6 }),
    unknown: fc.oneof(
      fc.dictionary(fc.constantFrom(...ARGUMENTS), fc.oneof(fc.constant(true), values), { maxKeys: 3 }),
      fc.boolean(),
    ),
    references: fc.array(texts, { maxLength: 3 }),
  }),
  { maxLength: 12, selector: ({ type, name, mode }) => `${mode} ${type} ${name}` },
);

describe("a plan of anything", () => {
  it("never throws, and lists what is not known", () => {
    fc.assert(
      fc.property(resources, (drawn) => {
        const listed = drawn.map(({ type, name, mode, values: own }) => ({
          address: `${mode === "data" ? "data." : ""}${type}.${name}`,
          mode,
          type,
          name,
          values: own,
        }));
        const changes = drawn.map(({ unknown }, index) => ({
          address: listed[index]?.address,
          mode: "managed",
          change: { actions: ["create"], after_unknown: unknown },
        }));
        const written = drawn.map(({ references, unknown }, index) => ({
          address: listed[index]?.address,
          expressions: Object.fromEntries(Object.keys(Object(unknown)).map((name) => [name, { references }])),
        }));
        const { topology, mistake } = topologyOfPlan({
          format_version: "1.2",
          planned_values: { root_module: { resources: listed } },
          resource_changes: changes,
          configuration: { root_module: { resources: written, variables: { a: {} } } },
        });
        expect(mistake).toBeNull();
        expect(topology?.leftOut.every(({ why }) => why.length > 10)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
