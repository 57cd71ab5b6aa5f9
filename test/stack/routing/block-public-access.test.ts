// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { expect, test } from "vitest";
import type { BlockPublicAccess } from "../../../src/model/types/public-access.ts";
import type { SubnetId, TierName } from "../../../src/model/types/shared.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { sampleNetwork, sampleTier } from "../../support/sample-network.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";

function stackWith(overrides: Partial<BlockPublicAccess>) {
  const blockPublicAccess: BlockPublicAccess = {
    path: ["network", "blockPublicAccess"],
    mode: "block-ingress",
    isSetHere: true,
    exclusions: [
      {
        name: "web",
        path: ["network", "blockPublicAccess", "exclusions", "web"],
        displayName: "sample-web",
        mode: "allow-bidirectional",
        tiers: ["app" as TierName],
        scopes: [{ id: "web_app_a", subnet: "app_a" as SubnetId }],
        tags: { team: "net" },
      },
    ],
    ...overrides,
  };
  const json = stackJson(sampleNetwork({ tiers: [sampleTier("app")], blockPublicAccess }));
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

const typesIn = (json: unknown) =>
  addressesIn(json).filter((address) => address.includes("block_public_access"));

test("a mode that is set here comes after its exclusions", () => {
  const json = stackWith({});
  expect(resourceIn(json, "aws_vpc_block_public_access_options.main")).toEqual({
    internet_gateway_block_mode: "block-ingress",
    depends_on: ["aws_vpc_block_public_access_exclusion.web_app_a"],
  });
  expect(resourceIn(json, "aws_vpc_block_public_access_exclusion.web_app_a")).toEqual({
    subnet_id: "${aws_subnet.app_a.id}",
    internet_gateway_exclusion_mode: "allow-bidirectional",
    tags: { Name: "sample-web", team: "net" },
  });
});

test("a mode that is set elsewhere is not touched", () => {
  expect(typesIn(stackWith({ isSetHere: false }))).toEqual([
    "aws_vpc_block_public_access_exclusion.web_app_a",
  ]);
  expect(typesIn(stackWith({ isSetHere: false, exclusions: [] }))).toEqual([]);
});

test("the whole VPC is one exclusion", () => {
  const [exclusion] = [
    {
      name: "all",
      path: [],
      displayName: "sample-all",
      mode: "allow-egress" as const,
      tiers: null,
      scopes: [{ id: "all", subnet: null }],
      tags: {},
    },
  ];
  const json = stackWith({ exclusions: [exclusion] });
  expect(resourceIn(json, "aws_vpc_block_public_access_exclusion.all")).toEqual({
    vpc_id: "${aws_vpc.main.id}",
    internet_gateway_exclusion_mode: "allow-egress",
    tags: { Name: "sample-all" },
  });
});
