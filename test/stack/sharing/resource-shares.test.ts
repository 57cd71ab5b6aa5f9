// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { expect, test } from "vitest";
import { at } from "../../support/json.ts";
import { networkFrom } from "../../support/network.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

const HEAD = `
apiVersion: hextet/v1
name: hub
region: eu-west-1
network:
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, slot: 0 } }
`;

function jsonOf(text: string): unknown {
  const json = stackJson(networkFrom(`${HEAD}${text}`));
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

const SHARE = "arn:aws:ram:eu-west-1:210987654321:resource-share/0123abcd-0123-4567-89ab-0123456789ab";

test("a share names what it hands out and whom it lets in, each by a resource of its own", () => {
  const json = jsonOf(`
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  transitGatewayAttachments: { core: { transitGateway: { create: {} }, subnets: [app] } }
  prefixLists: { offices: { addressFamily: IPv6, entries: { lisbon: { cidr: "2001:db8:1::/48" } } } }
  securityGroups: { web: { description: web } }
  resourceShares:
    all:
      principals: ["210987654321"]
      transitGateways: [core]
      subnets: [app]
      securityGroups: [web]
      prefixLists: [offices]
      ipamPools: [own]
      resolverRules: [corp]
      dnsFirewallRuleGroups: [main]
      resolverQueryLogs: [main]
      tags: { team: net }
ipam: { tier: advanced, operatingRegions: [eu-west-1], pools: { own: { scope: private, addressFamily: ipv4 } } }
route53:
  resolverRules: { corp: { domainName: corp.example.org, ruleType: { system: {} } } }
  dnsFirewall: { ruleGroups: { main: { priority: 101, rules: { bad: { priority: 1, domains: { domainListId: rslvr-fdl-0123abc }, action: { block: {} } } } } } }
  resolverQueryLogs: { main: { destination: { s3: { bucketArn: "arn:aws:s3:::example" } } } }
`);
  expect(resourceIn(json, "aws_ram_resource_share.all")).toEqual({
    name: "hub-all",
    allow_external_principals: false,
    tags: { Name: "hub-all", team: "net" },
  });
  const resource_share_arn = "${aws_ram_resource_share.all.arn}";
  expect(at(json, "resource", "aws_ram_principal_association")).toEqual({
    all_210987654321: { principal: "210987654321", resource_share_arn },
  });
  const shared = at(json, "resource", "aws_ram_resource_association") ?? {};
  expect(
    Object.entries(shared).map(([id, one]) => {
      expect(at(one, "resource_share_arn")).toBe(resource_share_arn);
      return [id, at(one, "resource_arn")];
    }),
  ).toEqual([
    ["all_dns_firewall_rule_group_main", "${aws_route53_resolver_firewall_rule_group.main.arn}"],
    ["all_ipam_pool_own", "${aws_vpc_ipam_pool.own.arn}"],
    ["all_prefix_list_offices", "${aws_ec2_managed_prefix_list.offices.arn}"],
    ["all_query_log_main", "${aws_route53_resolver_query_log_config.main.arn}"],
    ["all_resolver_rule_corp", "${aws_route53_resolver_rule.corp.arn}"],
    ["all_security_group_web", "${aws_security_group.web.arn}"],
    ["all_subnet_app_a", "${aws_subnet.app_a.arn}"],
    ["all_subnet_app_b", "${aws_subnet.app_b.arn}"],
    ["all_transit_gateway_core", "${aws_ec2_transit_gateway.core.arn}"],
  ]);
});

test("what a share of another account is for waits until it is accepted", () => {
  const json = jsonOf(`
  vpc: { ipv4: { ipam: { poolId: ipam-pool-0a, netmaskLength: 20 } } }
  transitGatewayAttachments:
    core: { transitGateway: { id: tgw-0a }, subnets: [app] }
    own: { transitGateway: { create: {} }, subnets: [app] }
  resourceShareAccepters: { hub: { resourceShareArn: "${SHARE}" } }
`);
  expect(resourceIn(json, "aws_ram_resource_share_accepter.hub")).toEqual({ share_arn: SHARE });
  const depends_on = ["aws_ram_resource_share_accepter.hub"];
  expect(resourceIn(json, "aws_vpc.main")).toMatchObject({ ipv4_ipam_pool_id: "ipam-pool-0a", depends_on });
  expect(resourceIn(json, "aws_ec2_transit_gateway_vpc_attachment.core")).toMatchObject({ depends_on });
  expect(resourceIn(json, "aws_ec2_transit_gateway_vpc_attachment.own")).not.toHaveProperty("depends_on");
});

test("a block that a VPC of others takes from a shared pool waits too", () => {
  const json = jsonOf(`
  vpc:
    ipv4Cidr: 10.20.0.0/16
    ipv6: { ipam: { poolId: ipam-pool-0a, netmaskLength: 56 } }
    existing: { id: vpc-0a, management: reference }
  resourceShareAccepters: { hub: { resourceShareArn: "${SHARE}" } }
`);
  expect(resourceIn(json, "aws_vpc_ipv6_cidr_block_association.main")).toMatchObject({
    depends_on: ["aws_ram_resource_share_accepter.hub"],
  });
});

test("an attachment that is accepted is in its tables when it is", () => {
  const json = jsonOf(`
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  transitGatewayAttachments:
    core: { transitGateway: { create: { defaultRouteTableAssociation: disable } }, subnets: [app] }
  transitGatewayRouteTables: { spokes: { transitGateway: core } }
  foreignTransitGatewayAttachments:
    shop: { id: tgw-attach-0a, transitGateway: core, accept: true, association: { routeTable: spokes } }
`);
  expect(resourceIn(json, "aws_ec2_transit_gateway_vpc_attachment_accepter.shop")).toEqual({
    transit_gateway_attachment_id: "tgw-attach-0a",
    transit_gateway_default_route_table_association: false,
    transit_gateway_default_route_table_propagation: true,
  });
  expect(resourceIn(json, "aws_ec2_transit_gateway_route_table_association.shop")).toMatchObject({
    transit_gateway_attachment_id: "${aws_ec2_transit_gateway_vpc_attachment_accepter.shop.id}",
  });
});
