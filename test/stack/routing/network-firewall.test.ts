// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { networkFrom, tryNetworkFrom } from "../../support/network.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

const blueprint = (firewalls: string, more = "") => `
apiVersion: hextet/v1
name: sample
region: eu-west-1
network:
  vpc:
    ipv4Cidr: 10.20.0.0/16
    ipv6: { amazonProvided: {} }
    additionalIpv4Cidrs: { pods: { cidr: 100.64.0.0/16 } }
  availabilityZones: [a, b]
  subnets:
    firewall: { addressing: dual-stack, internet: public, slot: 0 }
    public: { addressing: dual-stack, internet: public, inspection: { networkFirewall: main }, slot: 2 }
  networkFirewalls:
${firewalls}
${more}`;
const MAIN = "    main: { subnets: firewall }";
const stackOf = (firewalls: string, more = "") => stackJson(networkFrom(blueprint(firewalls, more)));
const mistakesIn = (text: string) =>
  tryNetworkFrom(text).diagnostics.map(({ rule, message }) => `${rule}: ${message}`);

const endpointIn = (subnet: string) =>
  `\${one([for state in aws_networkfirewall_firewall.main.firewall_status[0].sync_states : state.attachment[0].endpoint_id if state.attachment[0].subnet_id == aws_subnet.${subnet}.id])}`;

describe("a Network Firewall of which only the tier is written", () => {
  const json = stackOf(MAIN);

  test("passes the schema of the provider", () => {
    expect(schemaProblems(json)).toEqual([]);
  });

  test("has an endpoint of both families in each zone of the tier", () => {
    expect(resourceIn(json, "aws_networkfirewall_firewall.main")).toEqual({
      name: "sample-main",
      vpc_id: "${aws_vpc.main.id}",
      firewall_policy_arn: "${aws_networkfirewall_firewall_policy.main.arn}",
      subnet_mapping: [
        { subnet_id: "${aws_subnet.firewall_a.id}", ip_address_type: "DUALSTACK" },
        { subnet_id: "${aws_subnet.firewall_b.id}", ip_address_type: "DUALSTACK" },
      ],
      delete_protection: false,
      subnet_change_protection: false,
      firewall_policy_change_protection: false,
      tags: { Name: "sample-main" },
    });
  });

  test("passes everything, in strict order, and knows all blocks of the VPC as its home", () => {
    expect(resourceIn(json, "aws_networkfirewall_firewall_policy.main")).toEqual({
      name: "sample-main",
      firewall_policy: {
        stateless_default_actions: ["aws:forward_to_sfe"],
        stateless_fragment_default_actions: ["aws:forward_to_sfe"],
        stateful_engine_options: { rule_order: "STRICT_ORDER" },
        policy_variables: {
          rule_variables: [
            {
              key: "HOME_NET",
              ip_set: {
                definition: [
                  "${aws_vpc.main.cidr_block}",
                  "${aws_vpc_ipv4_cidr_block_association.pods.cidr_block}",
                  "${aws_vpc.main.ipv6_cidr_block}",
                ],
              },
            },
          ],
        },
      },
      tags: { Name: "sample-main" },
    });
  });

  test.each(["a", "b"])("lies on both ways of both families in zone %s, by its own endpoint", (zone) => {
    const vpc_endpoint_id = endpointIn(`firewall_${zone}`);
    for (const route of [`public_${zone}_default-ipv4`, `public_${zone}_default-ipv6`])
      expect(resourceIn(json, `aws_route.${route}`)).toMatchObject({ vpc_endpoint_id });
    for (const family of ["ipv4", "ipv6"])
      expect(resourceIn(json, `aws_route.internet_gateway_public_${zone}_${family}`)).toMatchObject({
        route_table_id: "${aws_route_table.internet_gateway.id}",
        vpc_endpoint_id,
      });
  });

  test("writes no log, and has no rule group", () => {
    expect(JSON.stringify(json)).not.toContain("logging_configuration");
    expect(JSON.stringify(json)).not.toContain("rule_group");
  });
});

test("the type follows from the tier", () => {
  const text = blueprint(MAIN).replaceAll("addressing: dual-stack", "addressing: ipv6-only");
  expect(resourceIn(stackJson(networkFrom(text)), "aws_networkfirewall_firewall.main")).toMatchObject({
    subnet_mapping: [{ ip_address_type: "IPV6" }, { ip_address_type: "IPV6" }],
  });
});

describe("rule groups", () => {
  const json = stackOf(`    main:
      subnets: firewall
      awsName: wall
      firewallPolicy:
        statefulDefaultActions: [aws:drop_established, aws:alert_established]
        homeNet: ["2001:DB8::/32"]
        ruleGroups:
          late: { priority: 30, rulesSource: { ruleGroupArn: "arn:aws:network-firewall:eu-west-1:aws-managed:stateful-rulegroup/X" } }
          names:
            priority: 20
            awsName: hosts
            rulesSource: { rulesSourceList: { generatedRulesType: DENYLIST, targets: [.example.com] } }
          own: { priority: 25, capacity: 7, rulesSource: { rulesString: 'drop tcp any any -> any any (msg:"\${x} %{y}"; sid:1;)' } }
          web:
            priority: 40
            rulesSource:
              statefulRules:
                b: { sid: 1, action: DROP, protocol: UDP, source: "2001:DB8:1::/48", sourcePort: 53, direction: ANY }
                a: { sid: 2, action: PASS, protocol: TCP, destination: $HOME_NET, destinationPort: { from: 8000, to: 8080 } }
      tags: { kind: wall }`);

  test("pass the schema of the provider", () => {
    expect(schemaProblems(json)).toEqual([]);
  });

  test("are named by their priority; one that is made elsewhere by its ARN", () => {
    const policy = resourceIn(json, "aws_networkfirewall_firewall_policy.main");
    expect(policy).toMatchObject({
      name: "sample-wall",
      firewall_policy: {
        stateful_default_actions: ["aws:alert_established", "aws:drop_established"],
        policy_variables: { rule_variables: [{ ip_set: { definition: ["2001:db8::/32"] } }] },
        stateful_rule_group_reference: [
          { priority: 20, resource_arn: "${aws_networkfirewall_rule_group.main_names.arn}" },
          { priority: 25, resource_arn: "${aws_networkfirewall_rule_group.main_own.arn}" },
          {
            priority: 30,
            resource_arn: "arn:aws:network-firewall:eu-west-1:aws-managed:stateful-rulegroup/X",
          },
          { priority: 40, resource_arn: "${aws_networkfirewall_rule_group.main_web.arn}" },
        ],
      },
    });
  });

  test("of names hold for TLS and HTTP", () => {
    expect(resourceIn(json, "aws_networkfirewall_rule_group.main_names")).toEqual({
      name: "sample-wall-hosts",
      type: "STATEFUL",
      capacity: 100,
      rule_group: {
        stateful_rule_options: { rule_order: "STRICT_ORDER" },
        rules_source: {
          rules_source_list: {
            generated_rules_type: "DENYLIST",
            targets: [".example.com"],
            target_types: ["HTTP_HOST", "TLS_SNI"],
          },
        },
      },
      tags: { Name: "sample-wall-hosts", kind: "wall" },
    });
  });

  test("in Suricata's words reach AWS as they are: nothing in them is Terraform's", () => {
    expect(resourceIn(json, "aws_networkfirewall_rule_group.main_own")).toMatchObject({
      capacity: 7,
      rule_group: {
        rules_source: { rules_string: 'drop tcp any any -> any any (msg:"$${x} %%{y}"; sid:1;)' },
      },
    });
  });

  test("have their rules in the order of their numbers", () => {
    expect(resourceIn(json, "aws_networkfirewall_rule_group.main_web")).toMatchObject({
      rule_group: {
        rules_source: {
          stateful_rule: [
            {
              action: "DROP",
              header: {
                protocol: "UDP",
                source: "2001:db8:1::/48",
                source_port: "53",
                destination: "ANY",
                destination_port: "ANY",
                direction: "ANY",
              },
              rule_option: [{ keyword: "sid", settings: ["1"] }],
            },
            {
              action: "PASS",
              header: {
                protocol: "TCP",
                source: "ANY",
                source_port: "ANY",
                destination: "$HOME_NET",
                destination_port: "8000:8080",
                direction: "FORWARD",
              },
              rule_option: [{ keyword: "sid", settings: ["2"] }],
            },
          ],
        },
      },
    });
  });
});

test("logs are written to a new log group, a bucket or a delivery stream", () => {
  const json = stackOf(`    main:
      subnets: firewall
      logging:
        alert: { cloudWatchLogs: { retentionInDays: 7 } }
        flow: { s3: { bucketName: logs-of-walls, prefix: main } }
    other: { subnets: firewall, logging: { flow: { kinesisDataFirehose: { deliveryStream: walls } } } }`);
  expect(schemaProblems(json)).toEqual([]);
  expect(resourceIn(json, "aws_networkfirewall_logging_configuration.main")).toEqual({
    firewall_arn: "${aws_networkfirewall_firewall.main.arn}",
    logging_configuration: {
      log_destination_config: [
        {
          log_type: "ALERT",
          log_destination_type: "CloudWatchLogs",
          log_destination: { logGroup: "${aws_cloudwatch_log_group.firewall_main_alert.name}" },
        },
        {
          log_type: "FLOW",
          log_destination_type: "S3",
          log_destination: { bucketName: "logs-of-walls", prefix: "main" },
        },
      ],
    },
  });
  expect(resourceIn(json, "aws_cloudwatch_log_group.firewall_main_alert")).toEqual({
    name: "/aws/network-firewall/sample-main/alert",
    retention_in_days: 7,
    tags: { Name: "sample-main-alert" },
  });
  expect(resourceIn(json, "aws_networkfirewall_logging_configuration.other")).toMatchObject({
    logging_configuration: {
      log_destination_config: [
        {
          log_type: "FLOW",
          log_destination_type: "KinesisDataFirehose",
          log_destination: { deliveryStream: "walls" },
        },
      ],
    },
  });
});

test("outputs tell the firewall, its policy, and its endpoints by zone", () => {
  const json = stackOf(
    MAIN,
    `
outputs:
  arn: { value: { networkFirewallArn: main } }
  endpoints: { value: { networkFirewallEndpointIdsByZone: main } }
  policy: { value: { networkFirewallPolicyArn: main } }`,
  );
  expect(Object(json)).toMatchObject({
    output: {
      arn: { value: "${aws_networkfirewall_firewall.main.arn}" },
      endpoints: { value: { a: endpointIn("firewall_a"), b: endpointIn("firewall_b") } },
      policy: { value: "${aws_networkfirewall_firewall_policy.main.arn}" },
    },
  });
});

describe("what is wrong with a Network Firewall", () => {
  test("a name that nothing has", () => {
    expect(mistakesIn(blueprint("    mian: { subnets: firewall }"))).toEqual([
      'model/unknown-name: unknown Network Firewall "main" in network.subnets.public.inspection.networkFirewall',
    ]);
    expect(mistakesIn(blueprint(MAIN.replace("firewall", "wall")))).toContain(
      'model/unknown-name: unknown subnet tier "wall" in network.networkFirewalls.main.subnets',
    );
  });

  test("a zone without an endpoint", () => {
    const text = blueprint(MAIN).replace("slot: 0 }", "slot: 0, availabilityZones: [a] }");
    expect(mistakesIn(text)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^model\/route-zone-missing: .* leads to nothing in zone b$/),
      ]),
    );
  });

  test("addresses that are no block", () => {
    const group = (source: string) => `    main:
      subnets: firewall
      firewallPolicy:
        homeNet: [nowhere]
        ruleGroups:
          web: { priority: 1, rulesSource: { statefulRules: { one: { sid: 1, action: PASS, protocol: IP, source: "${source}" } } } }`;
    expect(mistakesIn(blueprint(group("2001:db8::/200")))).toEqual([
      'model/invalid-cidr: "nowhere" is no IPv4 or IPv6 block',
      'model/invalid-cidr: "2001:db8::/200" is no IPv4 or IPv6 block',
    ]);
  });
});
