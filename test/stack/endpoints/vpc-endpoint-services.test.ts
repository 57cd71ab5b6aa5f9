// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { expect, test } from "vitest";
import type { VpcEndpointService } from "../../../src/model/types/vpc-endpoint-services.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { sampleLoadBalancer } from "../../support/sample-hosts.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";
import { wholeNetwork } from "../../support/whole-network.ts";

function serviceOf(overrides: Partial<VpcEndpointService> = {}) {
  const service: VpcEndpointService = {
    name: "api",
    path: ["network", "vpcEndpointServices", "api"],
    displayName: "sample-api",
    loadBalancers: ["tcp", "web"],
    supportedIpAddressTypes: ["ipv4", "ipv6"],
    acceptanceRequired: true,
    allowedPrincipals: [],
    privateDnsName: null,
    supportedRegions: [],
    tags: {},
    ...overrides,
  };
  const json = stackJson(
    wholeNetwork({
      vpcEndpointServices: [service],
      loadBalancers: [
        sampleLoadBalancer({ name: "tcp", displayName: "sample-tcp", listeners: [] }),
        sampleLoadBalancer(),
      ],
    }),
  );
  expect(schemaProblems(json)).toEqual([]);
  return resourceIn(json, "aws_vpc_endpoint_service.api");
}

test("an endpoint service says who may come also where nobody may, so that one who may no longer is taken out", () => {
  expect(serviceOf()).toEqual({
    network_load_balancer_arns: ["${aws_lb.tcp.arn}", "${aws_lb.web.arn}"],
    supported_ip_address_types: ["ipv4", "ipv6"],
    acceptance_required: true,
    allowed_principals: [],
    tags: { Name: "sample-api" },
  });
});

test("an endpoint service has the regions and the private name that are written", () => {
  expect(
    serviceOf({
      acceptanceRequired: false,
      allowedPrincipals: ["*"],
      privateDnsName: "api.example.com",
      supportedRegions: ["eu-central-1", "eu-west-1"],
      tags: { kind: "service" },
    }),
  ).toMatchObject({
    acceptance_required: false,
    allowed_principals: ["*"],
    private_dns_name: "api.example.com",
    supported_regions: ["eu-central-1", "eu-west-1"],
    tags: { Name: "sample-api", kind: "service" },
  });
});
