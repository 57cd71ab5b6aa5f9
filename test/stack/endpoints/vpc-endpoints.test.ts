// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import type { VpcEndpoint } from "../../../src/model/types/vpc-endpoints.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";
import { sampleGatewayEndpoint, sampleInterfaceEndpoint, wholeNetwork } from "../../support/whole-network.ts";

function endpointOf(endpoint: VpcEndpoint) {
  const json = stackJson(wholeNetwork({ vpcEndpoints: [endpoint] }));
  expect(schemaProblems(json)).toEqual([]);
  return resourceIn(json, `aws_vpc_endpoint.${endpoint.name}`);
}

/** Whoever is in a group waits for its rules. */
const RULES_OF_WEB = [
  "aws_vpc_security_group_egress_rule.web_egress_ipv6",
  "aws_vpc_security_group_ingress_rule.web_https_office",
  "aws_vpc_security_group_ingress_rule.web_ping",
  "aws_vpc_security_group_ingress_rule.web_s3",
];

describe("a VPC endpoint", () => {
  test("of kind gateway names route tables, and leaves DNS to AWS unless it is written", () => {
    expect(endpointOf(sampleGatewayEndpoint())).toEqual({
      vpc_id: "${aws_vpc.main.id}",
      vpc_endpoint_type: "Gateway",
      service_name: "com.amazonaws.eu-west-1.s3",
      ip_address_type: "ipv6",
      route_table_ids: ["${aws_route_table.app.id}"],
      tags: { Name: "sample-s3" },
    });
    expect(endpointOf(sampleGatewayEndpoint({ dnsRecordIpType: "ipv6" }))).toMatchObject({
      dns_options: { dns_record_ip_type: "ipv6" },
    });
  });

  test("of kind interface names subnets and security groups", () => {
    expect(endpointOf(sampleInterfaceEndpoint({ tags: { kind: "endpoint" } }))).toEqual({
      vpc_id: "${aws_vpc.main.id}",
      vpc_endpoint_type: "Interface",
      service_name: "com.amazonaws.eu-west-1.ssm",
      ip_address_type: "dualstack",
      dns_options: { dns_record_ip_type: "dualstack" },
      subnet_ids: ["${aws_subnet.public_a.id}", "${aws_subnet.public_b.id}"],
      security_group_ids: ["${aws_security_group.web.id}"],
      private_dns_enabled: true,
      depends_on: RULES_OF_WEB,
      tags: { Name: "sample-ssm", kind: "endpoint" },
    });
  });

  test("keeps the variables of its policy out of Terraform's hands", () => {
    const policy = '{"Condition":{"StringEquals":{"aws:PrincipalTag/team":"${aws:ResourceTag/team}"}}}';
    expect(endpointOf(sampleInterfaceEndpoint({ policy }))).toMatchObject({
      policy: '{"Condition":{"StringEquals":{"aws:PrincipalTag/team":"$${aws:ResourceTag/team}"}}}',
    });
  });
});

test("an EC2 Instance Connect endpoint always says whether it preserves the client's address", () => {
  expect(resourceIn(stackJson(wholeNetwork()), "aws_ec2_instance_connect_endpoint.ssh")).toEqual({
    subnet_id: "${aws_subnet.app_a.id}",
    security_group_ids: ["${aws_security_group.web.id}"],
    preserve_client_ip: false,
    depends_on: RULES_OF_WEB,
    tags: { Name: "sample-ssh" },
  });
});
