import { expect, test } from "vitest";
import { applyOverrides } from "../../../src/change/beside/apply-overrides.ts";

const STACK = {
  provider: { aws: [{ region: "eu-west-1" }, { alias: "us", region: "us-east-1" }] },
  terraform: {
    backend: { local: {} },
    required_providers: { aws: { source: "hashicorp/aws" } },
  },
  resource: {
    aws_vpc: { main: { cidr_block: "10.0.0.0/16", enable_dns_hostnames: true, tags: { a: "b", c: "d" } } },
    aws_db_instance: {
      orders: { lifecycle: { prevent_destroy: true, ignore_changes: ["password"] }, port: 5432 },
    },
    aws_launch_template: {
      web: { metadata_options: { http_protocol_ipv6: "enabled", http_tokens: "required" } },
    },
  },
  output: { vpc: { value: "${aws_vpc.main.id}" } },
};

/** What files override, each as `address argument: before -> after`. */
function overridesOf(files: Readonly<Record<string, string>>): readonly string[] {
  const beside = Object.entries(files).map(([name, text]) => ({ name, text }));
  return applyOverrides(STACK, beside).overrides.map(
    ({ file, address, argument, before, after }) =>
      `${file}: ${address} ${argument}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`,
  );
}

test.each<[string, string, readonly string[]]>([
  [
    "an argument, set or taken away",
    'resource "aws_vpc" "main" {\n  enable_dns_hostnames = false\n  cidr_block = null\n  instance_tenancy = "dedicated"\n}\n',
    [
      'aws_vpc.main cidr_block: "10.0.0.0/16" -> undefined',
      "aws_vpc.main enable_dns_hostnames: true -> false",
      'aws_vpc.main instance_tenancy: undefined -> "dedicated"',
    ],
  ],
  [
    "a map as a whole",
    'resource "aws_vpc" "main" {\n  tags = { a = "x" }\n}\n',
    ['aws_vpc.main tags: {"a":"b","c":"d"} -> {"a":"x"}'],
  ],
  [
    "a lifecycle argument by argument",
    'resource "aws_db_instance" "orders" {\n  lifecycle {\n    prevent_destroy = false\n  }\n}\n',
    ["aws_db_instance.orders lifecycle.prevent_destroy: true -> false"],
  ],
  [
    "a block as a whole",
    'resource "aws_launch_template" "web" {\n  metadata_options {\n    http_tokens = "required"\n  }\n}\n',
    ['aws_launch_template.web metadata_options.http_protocol_ipv6: "enabled" -> undefined'],
  ],
  [
    "the provider of its alias, the state and outputs",
    'provider "aws" {\n  alias = "us"\n  region = "us-west-2"\n}\nterraform {\n  backend "s3" {\n    key = "x"\n  }\n}\noutput "vpc" {\n  value = "x"\n}\n',
    [
      'provider.aws region: "us-east-1" -> "us-west-2"',
      "terraform backend.local: {} -> undefined",
      'terraform backend.s3: undefined -> {"key":"x"}',
      'output.vpc value: "${aws_vpc.main.id}" -> "x"',
    ],
  ],
  ["nothing that another file makes", 'resource "aws_s3_bucket" "logs" {\n  bucket = "x"\n}\n', []],
  ["nothing where it says the same", 'resource "aws_vpc" "main" {\n  enable_dns_hostnames = true\n}\n', []],
])("an override changes %s", (_, text, expected) => {
  expect(overridesOf({ "override.tf": text })).toEqual(expected.map((line) => `override.tf: ${line}`));
});

test("files are merged by name, in HCL and JSON, and others are no overrides", () => {
  const json = (name: string) => JSON.stringify({ resource: { aws_vpc: { main: { tags: { name } } } } });
  expect(
    overridesOf({
      "z_override.tf": 'resource "aws_vpc" "main" {\n  tags = {}\n}\n',
      "a_override.tf.json": json("a"),
      "main.tf.json": json("b"),
      "overrides.tf": "x {}\n",
    }),
  ).toEqual([
    'a_override.tf.json: aws_vpc.main tags: {"a":"b","c":"d"} -> {"name":"a"}',
    'z_override.tf: aws_vpc.main tags: {"name":"a"} -> {}',
  ]);
});
