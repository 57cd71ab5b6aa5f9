import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { classOf } from "../../../src/reach/from-terraform/resource-types.ts";

const BINDINGS = fileURLToPath(new URL("../../../node_modules/@cdktf/provider-aws/lib", import.meta.url));

/** The types of the AWS provider that the bindings have. */
const types = readdirSync(BINDINGS)
  .filter(
    (name) => !name.startsWith("data-aws-") && !name.includes(".") && !/^(provider|lazy-index)/.test(name),
  )
  .map((name) => `aws_${name.replaceAll("-", "_")}`);

/** Services that may change what happens to packets of others: a type beyond them is new, and wants a class. */
const INFLUENCES =
  /^aws_(cloudcontrolapi_|cloudformation_|customer_gateway|default_vpc_dhcp_options|dx_|ec2_(carrier|client_vpn|local_gateway|transit_gateway)_|fms_|networkfirewall_|networkmanager_|servicecatalog_|vpc_(encryption_control|route_server)|vpclattice_|vpn_)/;

describe("the types of the AWS provider", () => {
  it("all have a class", () => {
    expect(types.length).toBeGreaterThan(1_400);
    const unclassed = types.filter((type) => classOf(type) === "influence" && !INFLUENCES.test(type));
    expect(unclassed).toEqual([]);
  });

  it.each([
    ["aws_vpc", "understood"],
    ["aws_lb_listener", "understood"],
    ["aws_lb_listener_rule", "harmless"],
    ["aws_lb_target_group_attachment", "harmless"],
    ["aws_iam_role", "harmless"],
    ["aws_efs_mount_target", "standing"],
    ["aws_networkfirewall_firewall", "understood"],
    ["aws_networkfirewall_rule_group", "harmless"],
    ["aws_networkfirewall_of_the_future", "influence"],
    ["aws_vpc_block_public_access_options", "understood"],
    ["aws_vpc_of_the_future", "influence"],
    ["awscc_ec2_vpc", "influence"],
    ["google_compute_network", "foreign"],
    ["helm_release", "foreign"],
    ["null_resource", "foreign"],
    ["terraform_data", "foreign"],
    ["random_password", "harmless"],
    ["tls_private_key", "harmless"],
  ])("%s is %s", (type, expected) => {
    expect(classOf(type)).toBe(expected);
  });
});
