import { describe, expect, it } from "vitest";
import { parseExpression } from "../../../src/lab/stack/expression.ts";

const vpc = (attribute: string) => ({ kind: "reference", address: "aws_vpc.main", attribute });

describe("parseExpression", () => {
  it.each([
    ["10.0.0.0/16", { kind: "literal", text: "10.0.0.0/16" }],
    ["$${HOME} %%{ if }", { kind: "literal", text: "${HOME} %{ if }" }],
    ["${aws_vpc.main.id}", vpc("id")],
    [
      "${data.aws_vpc.the-one.cidr_block}",
      { kind: "reference", address: "data.aws_vpc.the-one", attribute: "cidr_block" },
    ],
    [
      "${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 17)}",
      { kind: "cidrsubnet", prefix: vpc("ipv6_cidr_block"), newBits: 8, index: 17n },
    ],
    [
      "${cidrhost(aws_vpc.main.ipv6_cidr_block, 18446744073709551617)}",
      { kind: "cidrhost", prefix: vpc("ipv6_cidr_block"), host: 18_446_744_073_709_551_617n },
    ],
    ["${element(aws_vpc.main.all, 2)}", { kind: "element", list: vpc("all"), index: 2 }],
  ])("understands %s", (text, expected) => {
    expect(parseExpression(text)).toEqual(expected);
  });

  it.each([
    "a ${aws_vpc.main.id}",
    "${aws_vpc.main.id} ",
    "${aws_vpc.main[0].id}",
    "${aws_vpc.main.ids[0]}",
    "${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, var.slot)}",
    "${cidrsubnet(cidrsubnet(aws_vpc.main.ipv6_cidr_block, 4, 1), 4, 1)}",
    "${cidrhost(aws_vpc.main.ipv6_cidr_block, -1)}",
    "${module.network.vpc_id}${aws_vpc.main.id}",
    "%{ if true }x%{ endif }",
    "$$${aws_vpc.main.id}",
    "${",
  ])("does not guess at %s", (text) => {
    expect(parseExpression(text)).toBeNull();
  });
});
