import { expect, test } from "vitest";
import { networkOf } from "../support/migration/migrating-stack.ts";
import { addressesIn, resourceIn, stackJson } from "../support/synth-json.ts";

/** Ids of instances without a Name tag become names; CDKTF takes the middle of some for a token. */
const ID = "i-bc2259db3be96506a3";

test("a name in which CDKTF sees an enormous number is a name like any other", () => {
  const stack = stackJson(
    networkOf(`
apiVersion: hextet/v1
name: app
region: eu-west-1
network:
  vpc:
    ipv4Cidr: 10.0.0.0/16
    ipv6: { amazonProvided: {} }
    existing:
      id: vpc-01
      import: { aws_subnet.isolated_a: subnet-01, aws_instance.${ID}: ${ID} }
  availabilityZones: [a]
  subnets: { isolated: { addressing: dual-stack, internet: none } }
  securityGroups:
    a-1e999: { description: x, egress: { all-9e999: { protocol: all, to: { anywhere: {} } } } }
compute:
  instances:
    ${ID}: { instanceType: t3.micro, ami: { id: ami-01 }, subnet: isolated, securityGroups: [a-1e999] }
migration: { stage: ipv6-only-subnets }
`),
  );
  expect(JSON.stringify(stack)).not.toContain("\uE000");
  expect(addressesIn(stack)).toContain("aws_vpc_security_group_egress_rule.a-1e999_all-9e999_ipv4");
  expect(stack["import"]).toContainEqual({ to: `aws_instance.${ID}`, id: ID });
  expect(resourceIn(stack, `aws_instance.${ID}`)).toMatchObject({
    vpc_security_group_ids: ["${aws_security_group.a-1e999.id}"],
  });
});
