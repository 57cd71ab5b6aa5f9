import { readFileSync } from "node:fs";
import { topologyOf } from "../../src/reach/from-network/topology-of.ts";
import { topologyOfPlan } from "../../src/reach/from-terraform/topology-of-plan.ts";
import type { Topology } from "../../src/reach/topology/topology.ts";
import { comparable } from "./comparable-topology.ts";
import { networkFrom } from "./network.ts";

/** The plan of a stage is held against its stage elsewhere: here stands the whole network. */
export const MIGRATING = ["migrate-web-and-database"];

/** Ids that only a plan has: AWS makes a main route table, and Hextet gives every subnet another. */
const ONLY_IN_PLANS = ["aws_vpc.main.default_route_table_id", "aws_default_route_table.main"];

/** What a plan does not show of the shipped blueprints, by stack: the id and the field. */
export const NOT_SHOWN: Readonly<Record<string, readonly string[]>> = {
  // An address that `cidrhost` makes of a block that AWS chooses.
  "ipv6-only-bastion": ["aws_instance.bastion interfaces"],
  "nlb-ipv6": ["aws_instance.collector interfaces"],
  "webserver-fixed-address": ["aws_instance.web interfaces", "aws_route53_zone.site records"],
  // How long a subnet's IPv4 block is that `cidrsubnet` makes of a block that IPAM chooses.
  ipam: ["app", "data", "public"].flatMap((tier) => [
    `aws_subnet.${tier}_a ipv4`,
    `aws_subnet.${tier}_b ipv4`,
  ]),
  // The region of the other side, which AWS tells after apply where nobody writes it.
  transit: ["aws_vpc_peering_connection.services crossesRegions"],
  // That an endpoint's service is one of this stack: a plan has its name after apply.
  "inspected-by-appliances": ["aws_vpc_endpoint.wall_a why", "aws_vpc_endpoint.wall_b why"],
  // A record with the address of a database, which is a name that AWS chooses.
  "nat64-private": ["aws_route53_zone.inside records"],
};

/** The topology of a plan; throws where it cannot be read. */
export function understood(plan: unknown): Topology {
  const { topology, mistake } = topologyOfPlan(plan);
  if (topology === null) throw new Error(mistake.message);
  return topology;
}

/** `id field` for each difference between the topology of a shipped blueprint and that of its stack's plan. */
export function topologyDifferences(stack: string, plan: unknown): readonly string[] {
  const yaml = readFileSync(new URL(`../../blueprints/${stack}.yaml`, import.meta.url), "utf8");
  const [expected, found] = [comparable(topologyOf(networkFrom(yaml))), comparable(understood(plan))];
  const ids = [...new Set([...Object.keys(expected), ...Object.keys(found)])].filter(
    (id) => !ONLY_IN_PLANS.includes(id),
  );
  return ids.flatMap((id) => {
    const [a = {}, b = {}] = [expected[id], found[id]].map((one) => Object(one) as Record<string, unknown>);
    const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return (
      fields
        // Which system a host runs is known by its image, of which a plan has only the id.
        .filter((field) => field !== "system" && JSON.stringify(a[field]) !== JSON.stringify(b[field]))
        .map((field) => `${id} ${field}`)
    );
  });
}
