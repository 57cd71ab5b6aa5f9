// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references in Terraform's JSON
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it, test } from "vitest";
import { parse, stringify } from "yaml";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { madeFirst } from "../../src/change/made-first.ts";
import { readStackOutput } from "../../src/change/read-stack-output.ts";
import { normalise } from "../../src/model/normalise.ts";
import { generatedStacks } from "../support/generated-stacks.ts";
import { readStack } from "../support/stack-copy.ts";
import { stackText } from "../support/synth-json.ts";

const read = (text: string) => readStackOutput("shop", text) ?? expect.fail("no stack");

describe("madeFirst", () => {
  it("follows references, functions and depends_on, through data sources too", () => {
    const first = { create_before_destroy: true };
    const stack = read(
      JSON.stringify({
        data: { aws_x: { d: { id: "${aws_eip.far.id}" } } },
        resource: {
          aws_rule: {
            a: {
              cidr: "${cidrhost(aws_subnet.in.cidr_block, 1)}",
              lifecycle: first,
              depends_on: ["aws_eip.b"],
            },
            c: { text: "$${aws_eip.escaped.id}", cidr: "${data.aws_x.d.id}", lifecycle: first },
            other: { cidr: "${aws_eip.not.id}", lifecycle: { create_before_destroy: false } },
          },
          aws_subnet: { in: { vpc_id: "${aws_vpc.main.id}" } },
          aws_vpc: { main: {} },
          aws_eip: { b: {}, far: {}, escaped: {}, not: {} },
        },
      }),
    );
    expect([...madeFirst(stack)].sort()).toEqual([
      "aws_eip.b",
      "aws_eip.far",
      "aws_rule.a",
      "aws_rule.c",
      "aws_subnet.in",
      "aws_vpc.main",
      "data.aws_x.d",
    ]);
  });
});

/**
 * Types that `create_before_destroy` of others may reach, and why two of one can be there at once. A type that is not
 * here would make its replacement fail half-way: AWS takes no second subnet with one block, and no second NAT gateway
 * with one Elastic IP.
 */
const MAY_BE_TWO: Readonly<Record<string, string>> = {
  aws_cloudwatch_log_group: "replaced for another name only",
  aws_ec2_managed_prefix_list: "names are not unique",
  aws_iam_instance_profile: "replaced for another name only",
  aws_iam_role: "replaced for another name only",
  aws_iam_role_policy_attachment: "replaced with its role only",
  aws_ram_resource_share_accepter: "replaced for another share only",
  aws_security_group: "its name ends in what Terraform appends",
  aws_vpc: "a VPC has no name; the quota is of five",
  aws_vpc_ipam: "has no name",
  aws_vpc_ipam_pool: "has no name",
  aws_vpc_ipam_pool_cidr: "replaced with its pool, or for another block",
  aws_vpc_ipv4_cidr_block_association: "replaced with its VPC, or for another block",
  aws_vpc_ipv6_cidr_block_association:
    "replaced for another block, or with its VPC: then a block of one's own waits for a second apply",
  terraform_data: "is in the state alone",
};

function everything(isNew: boolean): string {
  const written: unknown = parse(
    readFileSync(new URL("../blueprint/ok/everything.yaml", import.meta.url), "utf8"),
  );
  const { migration, ...rest } = Object(written);
  const { existing, ...vpc } = Object(rest.network.vpc);
  const blueprint = isNew ? { ...rest, network: { ...rest.network, vpc } } : { ...rest, migration };
  const { network } = normalise(readBlueprint("x.yaml", stringify(blueprint)).blueprint ?? expect.fail());
  return stackText({ ...(network ?? expect.fail("no network")), name: "everything" });
}

test.each([
  ...generatedStacks.map((folder) => [basename(folder), () => JSON.stringify(readStack(folder))] as const),
  ["everything.yaml, new", () => everything(true)] as const,
  ["everything.yaml, with what exists", () => everything(false)] as const,
])("in %s create_before_destroy reaches only what AWS can have twice", (_, text) => {
  const stack = read(text());
  const own = new Set(
    [...stack.resources].flatMap(([address, body]) =>
      Object(body["lifecycle"]).create_before_destroy === true ? [address] : [],
    ),
  );
  const reached = [...madeFirst(stack)].filter(
    (address) => stack.resources.has(address) && !own.has(address),
  );
  const types = [...new Set(reached.map((address) => address.slice(0, address.indexOf("."))))];
  expect(types.filter((type) => !Object.hasOwn(MAY_BE_TWO, type))).toEqual([]);
});
