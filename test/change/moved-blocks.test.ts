// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references in Terraform's JSON
import { describe, expect, it } from "vitest";
import { movedBlocks } from "../../src/change/moved-blocks.ts";
import type { Action, Body, ResourceChange } from "../../src/change/types.ts";

const changeOf = (address: string, action: Action, before: Body, after: Body): ResourceChange => ({
  address,
  type: address.split(".", 1)[0] ?? "",
  action,
  from: null,
  differences: [],
  because: [],
  refusals: [],
  loss: null,
  before,
  after,
});

/** The IPv6 words of each block that moves. */
const ipv6 = (...changes: readonly ResourceChange[]) =>
  movedBlocks(changes).map((block) => [block.address, block.ipv6.before, block.ipv6.after]);

const vpc = (action: Action, body: Body) =>
  changeOf(
    "aws_vpc.main",
    action,
    { cidr_block: "10.0.0.0/16", ...body },
    { cidr_block: "10.1.0.0/16", ...body },
  );
const REFERENCE = "${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 0)}";

describe("movedBlocks", () => {
  it.each([
    [{ assign_generated_ipv6_cidr_block: true }, "assign_generated_ipv6_cidr_block: true"],
    [{ ipv6_ipam_pool_id: "ipam-pool-1", ipv6_netmask_length: 56 }, 'ipv6_ipam_pool_id: "ipam-pool-1"'],
    [{ ipv6_netmask_length: 56 }, "ipv6_netmask_length: 56"],
  ])("says that a replaced VPC gets another block from the same place: %j", (body, words) => {
    expect(ipv6(vpc("replace", body))).toEqual([
      ["aws_vpc.main", words, `${words} (aws_vpc.main is replaced)`],
    ]);
    // A VPC that stays keeps its block.
    expect(ipv6(vpc("update", body))).toEqual([["aws_vpc.main", words, words]]);
  });

  it("does so for a further block from a pool of one's own addresses", () => {
    const address = "aws_vpc_ipv6_cidr_block_association.own";
    const body = { ipv6_pool: "ipv6pool-ec2-1" };
    const words = 'ipv6_pool: "ipv6pool-ec2-1"';
    expect(ipv6(changeOf(address, "replace", body, body))).toEqual([
      [address, words, `${words} (${address} is replaced)`],
    ]);
    expect(ipv6(changeOf(address, "update", body, body))).toEqual([]);
  });

  it("keeps a block that is written, and moves what is cut from a block that goes", () => {
    const written = { ipv6_cidr_block: "2001:db8::/56", ipv6_pool: "ipv6pool-ec2-1" };
    expect(ipv6(vpc("replace", written))).toEqual([["aws_vpc.main", "2001:db8::/56", "2001:db8::/56"]]);
    const subnet = changeOf(
      "aws_subnet.app_a",
      "replace",
      { ipv6_cidr_block: REFERENCE },
      { ipv6_cidr_block: REFERENCE },
    );
    const words = "cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 0)";
    expect(ipv6(vpc("replace", {}), subnet)).toContainEqual([
      "aws_subnet.app_a",
      words,
      `${words} (aws_vpc.main is replaced)`,
    ]);
    // Replaced for a reason of its own, it keeps the block: the VPC's stays.
    expect(ipv6(subnet)).toEqual([]);
  });
});
