// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { at } from "../support/json.ts";
import { blockSchema, schemaProblems } from "../support/provider-schema.ts";
import { sampleNetwork } from "../support/sample-network.ts";
import { stackJson } from "../support/synth-json.ts";
import { wholeNetwork } from "../support/whole-network.ts";

/** Arguments of resources that Hextet makes which AWS provider 6 no longer has. */
const REMOVED_IN_6: readonly (readonly [type: string, kind: "attributes" | "block_types", name: string])[] = [
  ["aws_eip", "attributes", "vpc"],
  ["aws_flow_log", "attributes", "log_group_name"],
  ["aws_instance", "attributes", "cpu_core_count"],
  ["aws_instance", "attributes", "cpu_threads_per_core"],
  ["aws_launch_template", "block_types", "elastic_gpu_specifications"],
  ["aws_launch_template", "block_types", "elastic_inference_accelerator"],
];

describe("schemaProblems", () => {
  test("finds none in a network with everything in it", () => {
    expect(schemaProblems(stackJson(wholeNetwork()))).toEqual([]);
  });

  test.each([
    ["aws_vpc", { cidr_blocks: "x" }, "aws_vpc.x.cidr_blocks: unknown argument"],
    ["aws_vpc", { owner_id: "x" }, "aws_vpc.x.owner_id: only computed"],
    ["aws_vpc", { enable_dns_support: "yes" }, 'aws_vpc.x.enable_dns_support: "yes" is no "bool"'],
    ["aws_vpc", { tags: { a: 1 } }, 'aws_vpc.x.tags: {"a":1} is no ["map","string"]'],
    ["aws_vpc", { tags: ["a"] }, 'aws_vpc.x.tags: ["a"] is no ["map","string"]'],
    ["aws_subnet", {}, "aws_subnet.x.vpc_id: is required"],
    ["aws_unheard_of", {}, "aws_unheard_of.x: type is not in the reduced schema"],
    ["aws_eip", { vpc: true }, "aws_eip.x.vpc: deprecated"],
    [
      "aws_eip",
      { domain: "${aws_vpc.main.id}" },
      "resource.aws_eip.x.domain: aws_vpc.main.id is not in the stack",
    ],
    [
      "aws_eip",
      { domain: "${aws_eip.x.nope}" },
      "resource.aws_eip.x.domain: aws_eip.x.nope: no such attribute",
    ],
    [
      "aws_eip",
      { depends_on: ["aws_vpc.y"] },
      "resource.aws_eip.x.depends_on: aws_vpc.y is not in the stack",
    ],
    [
      "aws_eip",
      { lifecycle: { ignore_changes: ["nope"] } },
      "aws_eip.x.lifecycle.ignore_changes: nope is unknown",
    ],
  ])("finds what is wrong with %s %j", (type, body, problem) => {
    expect(schemaProblems({ resource: { [type]: { x: body } } })).toEqual([problem]);
  });

  test("finds missing arguments of nested blocks", () => {
    const list = { name: "x", address_family: "IPv6", max_entries: 1, entry: [{ description: "x" }] };
    expect(schemaProblems({ resource: { aws_ec2_managed_prefix_list: { x: list } } })).toEqual([
      "aws_ec2_managed_prefix_list.x.entry.cidr: is required",
    ]);
  });

  test("does not take escaped text for a reference", () => {
    expect(schemaProblems({ resource: { aws_eip: { x: { domain: "$${aws_vpc.main.id}" } } } })).toEqual([]);
  });

  test.each(REMOVED_IN_6)("knows that provider 6 has no %s %s %s", (type, kind, name) => {
    const found = at(blockSchema("resource", type), kind, name);
    expect(at(found, "deprecated") ?? at(found, "block", "deprecated")).toBe(true);
  });

  test("finds none in the smallest network", () => {
    expect(schemaProblems(stackJson(sampleNetwork()))).toEqual([]);
  });
});
