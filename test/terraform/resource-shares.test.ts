import { afterAll, expect, test } from "vitest";
import { isObject } from "../support/json.ts";
import { mockedRun } from "../support/mocked-run.ts";
import { networkFrom } from "../support/network.ts";
import { offlinePlan, validateAll } from "../support/offline-plan.ts";
import { emptyProject, STACK_FILE, writeJson } from "../support/stack-copy.ts";
import { stackJson } from "../support/synth-json.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

/** With what no emulator has: IPAM pools, Resolver rules and their like, and the acceptance of an attachment. */
const OWNER = `apiVersion: hextet/v1
name: owner
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, slot: 0 } }
  transitGatewayAttachments:
    core: { transitGateway: { create: { defaultRouteTableAssociation: disable } }, subnets: [app] }
  transitGatewayRouteTables: { spokes: { transitGateway: core } }
  foreignTransitGatewayAttachments:
    shop: { id: tgw-attach-0a, transitGateway: core, accept: true, association: { routeTable: spokes } }
  securityGroups: { web: { description: web } }
  prefixLists: { offices: { addressFamily: IPv6, entries: { lisbon: { cidr: "2001:db8:1::/48" } } } }
  resourceShares:
    all:
      principals: ["210987654321", "arn:aws:organizations::123456789012:ou/o-exampleorgid/ou-ab12-cd34ef56"]
      transitGateways: [core]
      subnets: [app]
      securityGroups: [web]
      prefixLists: [offices]
      ipamPools: [own]
      resolverRules: [corp]
      dnsFirewallRuleGroups: [main]
      resolverQueryLogs: [main]
ipam: { tier: advanced, operatingRegions: [eu-west-1], pools: { own: { scope: private, addressFamily: ipv4 } } }
route53:
  resolverRules: { corp: { domainName: corp.example.org, ruleType: { system: {} } } }
  dnsFirewall:
    ruleGroups:
      main: { priority: 101, rules: { bad: { priority: 1, domains: { domainListId: rslvr-fdl-0a }, action: { block: {} } } } }
  resolverQueryLogs: { main: { destination: { s3: { bucketArn: "arn:aws:s3:::example" } } } }
`;

const SPOKE = `apiVersion: hextet/v1
name: spoke
region: eu-west-1
network:
  vpc: { ipv4: { ipam: { poolId: ipam-pool-0a, netmaskLength: 20 } } }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, slot: 0 } }
  transitGatewayAttachments:
    core: { transitGateway: { id: tgw-0a }, subnets: [app], association: { none: {} } }
  resourceShareAccepters:
    hub: { resourceShareArn: "arn:aws:ram:eu-west-1:210987654321:resource-share/0123abcd-0123-4567-89ab-0123456789ab" }
`;

describeWithTools("resource shares", findTerraform(), (terraform) => {
  const copies = [OWNER, SPOKE].map((text) => {
    const json = stackJson(networkFrom(text));
    if (!isObject(json)) throw new Error("the stack is no JSON object");
    const copy = emptyProject("shared");
    writeJson(copy.folder, STACK_FILE, json);
    return copy;
  });
  const [owner = "", spoke = ""] = copies.map(({ folder }) => folder);
  afterAll(() => {
    for (const copy of copies) copy.remove();
  });

  test("are what Terraform takes", async () => {
    const found = await validateAll(terraform, [owner, spoke]);
    expect([...found.values()]).toEqual([[], []]);
  });

  test("are planned, each with what it is for", async () => {
    const made = (actions: readonly string[]) =>
      actions.filter((one) => /aws_ram_|_accepter/.test(one)).sort();
    expect(made((await offlinePlan(terraform, owner)).actions)).toEqual([
      "create aws_ec2_transit_gateway_vpc_attachment_accepter.shop",
      "create aws_ram_principal_association.all_210987654321",
      "create aws_ram_principal_association.all_ou-ab12-cd34ef56",
      "create aws_ram_resource_association.all_dns_firewall_rule_group_main",
      "create aws_ram_resource_association.all_ipam_pool_own",
      "create aws_ram_resource_association.all_prefix_list_offices",
      "create aws_ram_resource_association.all_query_log_main",
      "create aws_ram_resource_association.all_resolver_rule_corp",
      "create aws_ram_resource_association.all_security_group_web",
      "create aws_ram_resource_association.all_subnet_app_a",
      "create aws_ram_resource_association.all_subnet_app_b",
      "create aws_ram_resource_association.all_transit_gateway_core",
      "create aws_ram_resource_share.all",
    ]);
    expect(made((await offlinePlan(terraform, spoke)).actions)).toEqual([
      "create aws_ram_resource_share_accepter.hub",
    ]);
  });

  test("apply with a mocked provider, and have nothing left to do", async () => {
    for (const folder of [owner, spoke]) {
      const { applied, replanned } = await mockedRun(terraform, folder);
      expect(applied).toBeGreaterThan(5);
      expect(replanned).toEqual([]);
    }
  });
});
