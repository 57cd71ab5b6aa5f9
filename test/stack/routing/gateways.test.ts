// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { at } from "../../support/json.ts";
import { sampleNetwork, sampleTier } from "../../support/sample-network.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";
import { sampleNatGateway } from "../../support/whole-network.ts";

const PUBLIC = sampleTier("public", { internet: "public" });

describe("gateways", () => {
  test("are made only where the network has them", () => {
    const addresses = (internetGateway: boolean, egressOnlyInternetGateway: boolean) =>
      addressesIn(stackJson(sampleNetwork({ internetGateway, egressOnlyInternetGateway }))).filter(
        (address) => address.includes("gateway"),
      );
    expect(addresses(false, false)).toEqual([]);
    expect(addresses(true, false)).toEqual(["aws_internet_gateway.main"]);
    expect(addresses(false, true)).toEqual(["aws_egress_only_internet_gateway.main"]);
  });

  test("a public NAT gateway per zone has an address each and waits for the internet gateway", () => {
    const natGateways = [sampleNatGateway({ tags: { team: "net" } })];
    const json = stackJson(sampleNetwork({ tiers: [PUBLIC], internetGateway: true, natGateways }));
    expect(resourceIn(json, "aws_nat_gateway.nat_b")).toEqual({
      allocation_id: "${aws_eip.nat_b.id}",
      subnet_id: "${aws_subnet.public_b.id}",
      depends_on: ["aws_internet_gateway.main"],
      tags: { Name: "sample-nat-b", team: "net" },
    });
    expect(resourceIn(json, "aws_eip.nat_b")).toEqual({
      domain: "vpc",
      tags: { Name: "sample-nat-b", team: "net" },
    });
    expect(Object.keys(Object(at(json, "resource", "aws_eip")))).toEqual(["nat_a", "nat_b"]);
  });

  test("a NAT gateway with an Elastic IP of one's own has that, and none is made for it", () => {
    const sample = sampleNatGateway();
    const gateways = sample.gateways.map((one) =>
      one.id === "nat_a" ? { ...one, allocationId: "eipalloc-1" } : one,
    );
    const json = stackJson(
      sampleNetwork({ tiers: [PUBLIC], internetGateway: true, natGateways: [{ ...sample, gateways }] }),
    );
    expect(resourceIn(json, "aws_nat_gateway.nat_a")).toMatchObject({
      allocation_id: "eipalloc-1",
      depends_on: ["aws_internet_gateway.main"],
    });
    expect(Object.keys(Object(at(json, "resource", "aws_eip")))).toEqual(["nat_b"]);
  });

  test("a private NAT gateway has no address and waits for nothing", () => {
    const natGateways = [sampleNatGateway({ connectivityType: "private" })];
    const json = stackJson(sampleNetwork({ tiers: [PUBLIC], natGateways }));
    expect(resourceIn(json, "aws_nat_gateway.nat_a")).toEqual({
      connectivity_type: "private",
      subnet_id: "${aws_subnet.public_a.id}",
      tags: { Name: "sample-nat-a" },
    });
    expect(at(json, "resource", "aws_eip")).toBeUndefined();
  });

  test("a public NAT gateway without an internet gateway is a bug of the model", () => {
    const network = sampleNetwork({ tiers: [PUBLIC], natGateways: [sampleNatGateway()] });
    expect(() => stackJson(network)).toThrow('stack "sample" cannot be built');
  });
});
