import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { formatPath } from "../../../src/base/path.ts";
import { readStackOutput } from "../../../src/change/read-stack-output.ts";
import { findAuthor } from "../../../src/reports/pointers/find-author.ts";
import { systems } from "../../support/systems.ts";

const ROOT = new URL("../../../", import.meta.url);
const everything: unknown = parse(readFileSync(new URL("test/blueprint/ok/everything.yaml", ROOT), "utf8"));

/** What the table of arguments has no key for: `hextet explain` shows the blueprint as a whole. */
const WITHOUT_AUTHOR =
  /^(?:aws_iam_role_policy|aws_ec2_instance_connect_endpoint|aws_eip_association|aws_route53_resolver_query_log_config_association)\./;

describe("findAuthor", () => {
  it.each([
    ["aws_vpc.main", "network.vpc"],
    ["aws_subnet.app_a", "network.subnets.app"],
    ["aws_route_table_association.app_a", "network.subnets.app"],
    ["aws_nat_gateway.main", "network.natGateways.main"],
    ["aws_vpc_security_group_ingress_rule.web_https", "network.securityGroups.web.ingress.https"],
    ["aws_launch_template.web", "compute.launchTemplates.web"],
    ["aws_autoscaling_group.inline", "compute.autoScalingGroups.inline"],
  ])("%s comes from %s", (address, pointer) => {
    const path = findAuthor(address, everything);
    expect(path === null ? null : formatPath(path)).toBe(pointer);
  });

  it("knows nothing of what no key makes", () => {
    expect(findAuthor("aws_unheard_of.app_a", everything)).toBeNull();
  });

  it.each(systems.map(({ name }) => name))("knows where the resources of %s come from", (name) => {
    const text = readFileSync(new URL(`generated/stacks/${name}/cdk.tf.json`, ROOT), "utf8");
    const blueprint: unknown = parse(readFileSync(new URL(`blueprints/${name}.yaml`, ROOT), "utf8"));
    const addresses = [...(readStackOutput(name, text)?.resources.keys() ?? [])];
    const lost = addresses.filter((address) => findAuthor(address, blueprint) === null);
    expect(addresses.length).toBeGreaterThan(0);
    expect(lost.filter((address) => !WITHOUT_AUTHOR.test(address))).toEqual([]);
  });
});
