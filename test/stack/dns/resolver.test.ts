// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { networkFrom } from "../../support/network.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";

function jsonOf(route53: string) {
  const json = stackJson(
    networkFrom(`
apiVersion: hextet/v1
name: sample
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a, b]
  subnets:
    both: { addressing: dual-stack, slot: 0 }
    six: { addressing: ipv6-only, slot: 1 }
    four: { addressing: ipv4-only, slot: 2 }
  securityGroups: { dns: {} }
route53:
${route53}`),
  );
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

describe("Resolver endpoints", () => {
  const json = jsonOf(`
  resolverEndpoints:
    in:
      direction: INBOUND
      subnets: [both]
      addresses: { a: { ip: 10.20.0.53, ipv6: "::53" }, b: { ipv6: "2001:db8::53" } }
      securityGroups: [dns]
      protocols: [DoH, Do53]
      tags: { kind: dns }
    six: { direction: OUTBOUND, subnets: [both, six], securityGroups: [dns] }
    four: { direction: OUTBOUND, subnets: [four], securityGroups: [dns] }
    mixed: { direction: OUTBOUND, subnets: [four, six], securityGroups: [dns] }
`);

  test("have an address in each subnet, of the author's choice where there is one", () => {
    expect(resourceIn(json, "aws_route53_resolver_endpoint.in")).toEqual({
      name: "sample-in",
      direction: "INBOUND",
      resolver_endpoint_type: "DUALSTACK",
      protocols: ["Do53", "DoH"],
      security_group_ids: ["${aws_security_group.dns.id}"],
      ip_address: [
        {
          subnet_id: "${aws_subnet.both_a.id}",
          ip: "10.20.0.53",
          ipv6: "${cidrhost(aws_subnet.both_a.ipv6_cidr_block, 83)}",
        },
        { subnet_id: "${aws_subnet.both_b.id}", ipv6: "2001:db8::53" },
      ],
      tags: { Name: "sample-in", kind: "dns" },
    });
  });

  test.each([
    ["six", "IPV6"],
    ["four", "IPV4"],
    ["mixed", "IPV4"],
  ])("%s has the families that all its tiers have: %s", (name, type) => {
    expect(resourceIn(json, `aws_route53_resolver_endpoint.${name}`)).toMatchObject({
      resolver_endpoint_type: type,
    });
  });
});

describe("Resolver rules", () => {
  const json = jsonOf(`
  resolverEndpoints:
    out: { direction: OUTBOUND, subnets: [both], securityGroups: [dns] }
  resolverRules:
    corp:
      domainName: corp.example.com
      ruleType: { forward: { resolverEndpoint: out, targets: { b: { address: "2001:DB8::2", port: 5353 }, a: { address: "2001:db8::1" } } } }
    old: { domainName: old.example.com, ruleType: { forward: { resolverEndpoint: out, targets: { a: { address: 192.0.2.1 } } } } }
    own: { domainName: own.corp.example.com, ruleType: { system: {} }, associateVpc: false }
  resolverRuleAssociations:
    corp: { resolverRuleId: rslvr-rr-0123 }
`);

  test("forward to servers by address, in canonical form and sorted by name", () => {
    expect(resourceIn(json, "aws_route53_resolver_rule.corp")).toEqual({
      name: "sample-corp",
      domain_name: "corp.example.com",
      rule_type: "FORWARD",
      resolver_endpoint_id: "${aws_route53_resolver_endpoint.out.id}",
      target_ip: [
        { ipv6: "2001:db8::1", port: 53, protocol: "Do53" },
        { ipv6: "2001:db8::2", port: 5353, protocol: "Do53" },
      ],
      tags: { Name: "sample-corp" },
    });
    expect(resourceIn(json, "aws_route53_resolver_rule.old")).toMatchObject({
      target_ip: [{ ip: "192.0.2.1", port: 53, protocol: "Do53" }],
    });
  });

  test("leave a part of a domain to the VPC's resolver", () => {
    expect(resourceIn(json, "aws_route53_resolver_rule.own")).toEqual({
      name: "sample-own",
      domain_name: "own.corp.example.com",
      rule_type: "SYSTEM",
      tags: { Name: "sample-own" },
    });
  });

  test("hold in the VPC unless told, beside those of others with the same name", () => {
    expect(
      addressesIn(json).filter((address) => address.includes("association.") && address.includes("resolver")),
    ).toEqual([
      "aws_route53_resolver_rule_association.corp",
      "aws_route53_resolver_rule_association.rule_corp",
      "aws_route53_resolver_rule_association.rule_old",
    ]);
    expect(resourceIn(json, "aws_route53_resolver_rule_association.rule_corp")).toEqual({
      resolver_rule_id: "${aws_route53_resolver_rule.corp.id}",
      vpc_id: "${aws_vpc.main.id}",
    });
    expect(resourceIn(json, "aws_route53_resolver_rule_association.corp")).toEqual({
      resolver_rule_id: "rslvr-rr-0123",
      vpc_id: "${aws_vpc.main.id}",
    });
  });
});

describe("the DNS Firewall", () => {
  const json = jsonOf(`
  dnsFirewall:
    domainLists: { bad: { awsName: worse, domains: ["*.b.example", a.example] } }
    ruleGroups:
      main:
        priority: 101
        rules:
          block: { priority: 1, domains: { domainList: bad }, action: { block: {} }, qType: AAAA }
          other: { priority: 2, domains: { domainListId: rslvr-fdl-1 }, action: { override: { domain: no.example } } }
          watch: { priority: 3, domains: { domainList: bad }, action: { alert: {} } }
          let: { priority: 4, domains: { domainList: bad }, action: { allow: {} } }
    ruleGroupAssociations:
      main: { firewallRuleGroupId: rslvr-frg-1, priority: 200, mutationProtection: ENABLED }
`);

  test("fails closed unless told, as AWS does", () => {
    expect(resourceIn(json, "aws_route53_resolver_firewall_config.main")).toEqual({
      resource_id: "${aws_vpc.main.id}",
      firewall_fail_open: "DISABLED",
    });
  });

  test("has lists of domains, sorted", () => {
    expect(resourceIn(json, "aws_route53_resolver_firewall_domain_list.bad")).toEqual({
      name: "sample-worse",
      domains: ["*.b.example", "a.example"],
      tags: { Name: "sample-worse" },
    });
  });

  test("does with a query what the rule says", () => {
    const common = { firewall_rule_group_id: "${aws_route53_resolver_firewall_rule_group.main.id}" };
    const own = "${aws_route53_resolver_firewall_domain_list.bad.id}";
    const rule = (name: string) => resourceIn(json, `aws_route53_resolver_firewall_rule.main_${name}`);
    expect(rule("block")).toEqual({
      ...common,
      name: "block",
      priority: 1,
      firewall_domain_list_id: own,
      action: "BLOCK",
      block_response: "NODATA",
      q_type: "AAAA",
    });
    expect(rule("other")).toEqual({
      ...common,
      name: "other",
      priority: 2,
      firewall_domain_list_id: "rslvr-fdl-1",
      action: "BLOCK",
      block_response: "OVERRIDE",
      block_override_dns_type: "CNAME",
      block_override_domain: "no.example",
      block_override_ttl: 60,
    });
    expect(rule("watch")).toMatchObject({ action: "ALERT" });
    expect(rule("let")).toMatchObject({ action: "ALLOW" });
  });

  test("gives the VPC a group once its rules are there", () => {
    const type = "aws_route53_resolver_firewall_rule_group_association";
    expect(resourceIn(json, `${type}.group_main`)).toEqual({
      name: "sample-main",
      firewall_rule_group_id: "${aws_route53_resolver_firewall_rule_group.main.id}",
      vpc_id: "${aws_vpc.main.id}",
      priority: 101,
      mutation_protection: "DISABLED",
      tags: { Name: "sample-main" },
      depends_on: ["block", "let", "other", "watch"].map(
        (name) => `aws_route53_resolver_firewall_rule.main_${name}`,
      ),
    });
    expect(resourceIn(json, `${type}.main`)).toMatchObject({
      firewall_rule_group_id: "rslvr-frg-1",
      mutation_protection: "ENABLED",
    });
  });
});

describe("query logs", () => {
  const json = jsonOf(`
  resolverQueryLogs:
    group: { destination: { cloudWatchLogs: {} } }
    bucket: { destination: { s3: { bucketArn: "arn:aws:s3:::logs", prefix: dns } } }
    plain: { destination: { s3: { bucketArn: "arn:aws:s3:::logs" } } }
    stream: { destination: { firehose: { deliveryStreamArn: "arn:aws:firehose:eu-west-1:123456789012:deliverystream/dns" } } }
`);
  const config = (name: string) => resourceIn(json, `aws_route53_resolver_query_log_config.${name}`);

  test("have a log group of their own, of the vended kind", () => {
    expect(resourceIn(json, "aws_cloudwatch_log_group.query_log_group")).toEqual({
      name: "/aws/vendedlogs/route53-resolver/sample-group",
      retention_in_days: 30,
      tags: { Name: "sample-group" },
    });
    expect(config("group")).toEqual({
      name: "sample-group",
      destination_arn: "${aws_cloudwatch_log_group.query_log_group.arn}",
      tags: { Name: "sample-group" },
    });
    expect(resourceIn(json, "aws_route53_resolver_query_log_config_association.group")).toEqual({
      resolver_query_log_config_id: "${aws_route53_resolver_query_log_config.group.id}",
      resource_id: "${aws_vpc.main.id}",
    });
  });

  test.each([
    ["bucket", "arn:aws:s3:::logs/dns"],
    ["plain", "arn:aws:s3:::logs"],
    ["stream", "arn:aws:firehose:eu-west-1:123456789012:deliverystream/dns"],
  ])("%s writes to what exists", (name, arn) => {
    expect(config(name)).toMatchObject({ destination_arn: arn });
  });
});

test("nothing is made where nothing is asked for", () => {
  const json = jsonOf("  hostedZones: {}");
  expect(addressesIn(json).filter((address) => address.includes("resolver"))).toEqual([]);
});
