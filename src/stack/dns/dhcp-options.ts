import { VpcDhcpOptions } from "@cdktf/provider-aws/lib/vpc-dhcp-options/index.js";
import { VpcDhcpOptionsAssociation } from "@cdktf/provider-aws/lib/vpc-dhcp-options-association/index.js";
import type { Construct } from "constructs";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import type { VpcMade } from "../resources.ts";

/** Makes the DHCP options and gives them to the VPC, where the author asked for any. */
export function addDhcpOptions(scope: Construct, network: Network, { vpc }: VpcMade): void {
  const { dhcpOptions } = network;
  if (dhcpOptions === null) return;
  const { domainName, domainNameServers, ntpServers, ipv6AddressPreferredLeaseTime, tags } = dhcpOptions;
  const options = new VpcDhcpOptions(scope, "aws_vpc_dhcp_options.main", {
    ...omitNull({
      domainName,
      domainNameServers: domainNameServers.length === 0 ? null : [...domainNameServers],
      ntpServers: ntpServers.length === 0 ? null : [...ntpServers],
      ipv6AddressPreferredLeaseTime:
        ipv6AddressPreferredLeaseTime === null ? null : String(ipv6AddressPreferredLeaseTime),
    }),
    tags: withNameTag(network.awsName, tags),
    // AWS changes no set of options, and the provider takes the old one from the VPC before it makes the new one: in
    // between hosts would learn nothing by DHCP.
    lifecycle: { createBeforeDestroy: true },
  });
  new VpcDhcpOptionsAssociation(scope, "aws_vpc_dhcp_options_association.main", {
    vpcId: vpc.id,
    dhcpOptionsId: options.id,
  });
}
