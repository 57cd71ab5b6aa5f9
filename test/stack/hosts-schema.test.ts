import { expect, test } from "vitest";
import { schemaProblems } from "../support/provider-schema.ts";
import { addressesIn, stackJson } from "../support/synth-json.ts";
import { wholeNetworkWithHosts } from "../support/whole-hosts.ts";

const json = stackJson(wholeNetworkWithHosts());

test("the AWS provider accepts every argument of hosts and load balancers", () => {
  expect(schemaProblems(json)).toEqual([]);
});

test("every resource that the room can make of hosts and load balancers is among them", () => {
  const types = new Set(addressesIn(json).map((address) => address.slice(0, address.indexOf("."))));
  expect([...types]).toEqual(
    expect.arrayContaining([
      "aws_autoscaling_group",
      "aws_iam_instance_profile",
      "aws_iam_role",
      "aws_iam_role_policy_attachment",
      "aws_instance",
      "aws_key_pair",
      "aws_launch_template",
      "aws_lb",
      "aws_lb_listener",
      "aws_lb_target_group",
      "aws_lb_target_group_attachment",
    ]),
  );
});
