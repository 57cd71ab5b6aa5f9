import { describe, expect, it } from "vitest";
import { understood } from "../../support/topology-differences.ts";

type Values = Readonly<Record<string, unknown>>;

const SUBNETS = ["a", "b"].map((name, index) => ({
  type: "aws_subnet",
  name,
  values: { id: `subnet-${name}`, vpc_id: "vpc-1", cidr_block: `10.0.${index}.0/24` },
}));
const VPC = { type: "aws_vpc", name: "main", values: { id: "vpc-1", cidr_block: "10.0.0.0/16" } };

const options = (mode: string, name = "main") => ({
  type: "aws_vpc_block_public_access_options",
  name,
  values: { internet_gateway_block_mode: mode },
});
const exclusion = (name: string, values: Values) => ({
  type: "aws_vpc_block_public_access_exclusion",
  name,
  values: { internet_gateway_exclusion_mode: "allow-bidirectional", ...values },
});

/** What passes for the VPC and its two subnets, and where it is written. */
function accessOf(
  ...more: readonly { readonly type: string; readonly name: string; readonly values: Values }[]
) {
  const resources = [VPC, ...SUBNETS, ...more].map((one) => ({
    address: `${one.type}.${one.name}`,
    mode: "managed",
    ...one,
  }));
  const topology = understood({ format_version: "1.0", values: { root_module: { resources } } });
  expect(topology.leftOut).toEqual([]);
  const place = topology.blockPublicAccess;
  return {
    access: [...topology.vpcs, ...topology.subnets].map(({ publicAccess }) => publicAccess),
    place: place?.kind === "terraform" ? place.address : place,
  };
}

describe("Block Public Access in a state", () => {
  it.each([
    ["nothing of it", [], ["open", "open", "open"]],
    ["off", [options("off")], ["open", "open", "open"]],
    ["ingress", [options("block-ingress")], ["outward", "outward", "outward"]],
    ["both ways", [options("block-bidirectional")], ["shut", "shut", "shut"]],
    ["a word nobody knows", [options("block-everything")], ["unknown", "unknown", "unknown"]],
    [
      "a subnet excluded",
      [options("block-ingress"), exclusion("a", { subnet_id: "subnet-a" })],
      ["outward", "excluded", "outward"],
    ],
    [
      "the VPC excluded, outwards",
      [
        options("block-bidirectional"),
        exclusion("all", { vpc_id: "vpc-1", internet_gateway_exclusion_mode: "allow-egress" }),
      ],
      ["outward", "outward", "outward"],
    ],
    ["exclusions alone", [exclusion("a", { subnet_id: "subnet-a" })], ["unknown", "excluded", "unknown"]],
    [
      "two modes, of two regions",
      [options("block-ingress"), options("off", "other")],
      ["unknown", "unknown", "unknown"],
    ],
  ] as const)("%s", (_, more, access) => {
    expect(accessOf(...more).access).toEqual(access);
  });

  it("is written at the mode", () => {
    expect(accessOf(exclusion("a", { subnet_id: "subnet-a" }), options("off")).place).toBe(
      "aws_vpc_block_public_access_options.main",
    );
    expect(accessOf().place).toBeNull();
  });
});
