import { expect, test } from "vitest";
import type { DhcpOptions } from "../../../src/model/types/dhcp-and-flow-logs.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { sampleNetwork } from "../../support/sample-network.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";

const OPTIONS: DhcpOptions = {
  path: ["network", "dhcpOptions"],
  domainName: "corp.example",
  domainNameServers: ["AmazonProvidedDNS", "2001:db8::53"],
  ntpServers: ["fd00:ec2::123"],
  ipv6AddressPreferredLeaseTime: 3600,
  tags: {},
};

test("DHCP options are made as asked and given to the VPC", () => {
  const json = stackJson(sampleNetwork({ dhcpOptions: OPTIONS }));
  expect(schemaProblems(json)).toEqual([]);
  expect(resourceIn(json, "aws_vpc_dhcp_options.main")).toEqual({
    domain_name: "corp.example",
    domain_name_servers: ["AmazonProvidedDNS", "2001:db8::53"],
    ntp_servers: ["fd00:ec2::123"],
    ipv6_address_preferred_lease_time: "3600",
    tags: { Name: "sample" },
    lifecycle: { create_before_destroy: true },
  });
  expect(Object.keys(resourceIn(json, "aws_vpc_dhcp_options_association.main"))).toEqual([
    "dhcp_options_id",
    "vpc_id",
  ]);
});

test("what the author leaves open is not mentioned", () => {
  const dhcpOptions = {
    ...OPTIONS,
    domainName: null,
    domainNameServers: [],
    ntpServers: [],
    ipv6AddressPreferredLeaseTime: 140,
  };
  expect(resourceIn(stackJson(sampleNetwork({ dhcpOptions })), "aws_vpc_dhcp_options.main")).toEqual({
    ipv6_address_preferred_lease_time: "140",
    tags: { Name: "sample" },
    lifecycle: { create_before_destroy: true },
  });
});

test("without DHCP options the region's own stay", () => {
  const addresses = addressesIn(stackJson(sampleNetwork()));
  expect(addresses.filter((address) => address.includes("dhcp"))).toEqual([]);
});
