import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { generatedStacks } from "../../support/generated-stacks.ts";
import { planOf, REFUSED, refusalOf } from "../../support/lab-outcomes.ts";

/** What the laboratory leaves out of the committed stacks; all others are whole. */
const NOT_MODELLED: Readonly<Record<string, readonly string[]>> = {
  "ecs-dual-stack": ["web", "worker"].map(
    (name) =>
      `aws_ecs_service.${name}: the account setting dualStackIPv6 is not among the resources: taken as enabled`,
  ),
  "endpoint-service": ["aws_lb.api: targets see its nodes' addresses, also where AWS keeps the client's"],
  "eks-ipv6": [
    "aws_eks_cluster.main: pods on its nodes have no addresses of their own, and services none at all",
  ],
  "guarded-web": [
    "aws_vpc_block_public_access_exclusion.web_public_a: it excludes what nothing blocks here",
    "aws_vpc_block_public_access_exclusion.web_public_b: it excludes what nothing blocks here",
    "aws_vpc_block_public_access_options.main: nothing stops packets at internet gateways by it",
  ],
  "hub-network": ["hub", "spokes"].map(
    (name) =>
      `aws_ec2_transit_gateway_route_table.${name}: the other VPCs are not here: every attachment reaches every other, whatever the tables say`,
  ),
  "nlb-ipv6": ["aws_lb.edge: targets see its nodes' addresses, also where AWS keeps the client's"],
  transit: [
    "aws_route53_resolver_endpoint.from-offices: no other network asks the VPC's resolver, nor is asked by it",
    "aws_route53_resolver_endpoint.to-offices: no other network asks the VPC's resolver, nor is asked by it",
    "aws_route53_resolver_firewall_rule_group_association.group_outgoing: the VPC's resolver answers for every name",
    "aws_route53_resolver_rule_association.rule_cloud: the VPC's resolver forwards no queries",
    "aws_route53_resolver_rule_association.rule_offices: the VPC's resolver forwards no queries",
  ],
  "webserver-fixed-address": ["aws_route53_zone.site: it is a public zone"],
};

const isPlanned = (folder: string) => REFUSED[basename(folder)] === undefined;

it.each(Object.entries(REFUSED))("%s is refused, with the reason", (name, why) => {
  const folder = generatedStacks.find((one) => basename(one) === name) ?? "";
  expect(refusalOf(JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")))).toBe(why);
});

describe.each(generatedStacks.filter(isPlanned))("the plan of %s", (folder) => {
  const json: unknown = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8"));
  const plan = planOf(json);

  it("says what it leaves out", () => {
    const said = plan.notModelled.map(({ address, why }) => `${address}: ${why}`);
    expect(said).toEqual(NOT_MODELLED[basename(folder)] ?? []);
  });

  it("is the same for the same stack", () => {
    expect(planOf(json)).toEqual(plan);
  });

  it("names each source, destination, namespace and device once", () => {
    const devices = plan.links.flatMap((ends) =>
      ends.map(({ namespace, device }) => `${namespace} ${device}`),
    );
    for (const names of [
      plan.sources.map(({ name }) => name),
      plan.destinations.map(({ name }) => name),
      plan.namespaces.map(({ name }) => name),
      devices,
    ])
      expect(names).toEqual([...new Set(names)]);
  });

  it("gives names that Linux takes, and every wire a device at both ends", () => {
    for (const { devices } of plan.namespaces)
      for (const { name } of devices) expect(name).toMatch(/^[a-z0-9]{1,15}$/);
    for (const { namespace, device } of plan.links.flat()) {
      const space = plan.namespaces.find(({ name }) => name === namespace);
      expect(space?.devices.map(({ name }) => name)).toContain(device);
    }
  });
});
