import { describe, expect, it } from "vitest";
import { blockWords } from "../../src/change/block-words.ts";

describe("blockWords", () => {
  it.each([
    [
      "${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 16)}",
      "number 16 (hex 10) of the 256 blocks in aws_vpc.main.ipv6_cidr_block",
    ],
    [
      "cidrsubnet(aws_vpc_ipv6_cidr_block_association.own.ipv6_cidr_block, 16, 300) (aws_vpc.main is replaced)",
      "number 300 (hex 12c) of the 65536 blocks in aws_vpc_ipv6_cidr_block_association.own.ipv6_cidr_block (aws_vpc.main is replaced)",
    ],
    ["10.0.0.0/16", "10.0.0.0/16"],
    ["${aws_vpc.main.ipv6_cidr_block}", "${aws_vpc.main.ipv6_cidr_block}"],
    ["cidrsubnet(upper(x), 8, 1)", "cidrsubnet(upper(x), 8, 1)"],
  ])("%s", (text, words) => {
    expect(blockWords(text)).toBe(words);
  });
});
