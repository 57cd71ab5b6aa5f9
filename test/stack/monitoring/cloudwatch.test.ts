// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { networkWith } from "../../model/hosts-blueprint.ts";
import { at, listAt, parseJson, textAt } from "../../support/json.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

function jsonOf(cloudwatch: string) {
  const json = stackJson(
    networkWith(`
  flowLogs: { all: { destination: { cloudWatchLogs: {} }, fields: [bytes, type] } }
compute: { instances: { host: { instanceType: t4g.small, subnet: app, ami: { id: ami-1 } } } }
loadBalancers:
  alb:
    type: application
    ipAddressType: dualstack
    subnets: [public]
    listeners: { http: { port: 80, protocol: HTTP, action: { redirectToHttps: {} } } }
  nlb:
    type: network
    subnets: [public]
    listeners: { tcp: { port: 25, protocol: TCP, action: { forwardTo: hosts } } }
targetGroups: { hosts: { protocol: TCP, port: 25 } }
cloudwatch:
  metricFilters: { six: { flowLog: all, match: { type: IPv6 }, valueField: bytes } }
  ${cloudwatch}
`),
  );
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

function alarmOn(metric: string, more = ""): Record<string, unknown> {
  const alarm = `{ metric: ${metric}, comparisonOperator: GreaterThanThreshold, threshold: 0 ${more} }`;
  const id = metric.includes("natGateway") ? "a_main" : "a";
  return resourceIn(jsonOf(`alarms: { a: ${alarm} }`), `aws_cloudwatch_metric_alarm.${id}`);
}

test("a metric filter stands on the flow log's own log group", () => {
  expect(resourceIn(jsonOf("alarms: {}"), "aws_cloudwatch_log_metric_filter.six")).toEqual({
    name: "shop-six",
    log_group_name: "${aws_cloudwatch_log_group.flow_log_all.name}",
    pattern: '[bytes, type="IPv6"]',
    metric_transformation: {
      name: "six",
      namespace: "FlowLogs/shop",
      value: "$bytes",
      unit: "Bytes",
      default_value: "0",
    },
  });
});

describe("an alarm", () => {
  test("says what it watches and when it rings, and no more than that", () => {
    expect(alarmOn("{ metricFilter: six }")).toEqual({
      alarm_name: "shop-a",
      namespace: "FlowLogs/shop",
      metric_name: "six",
      comparison_operator: "GreaterThanThreshold",
      threshold: 0,
      statistic: "Sum",
      period: 300,
      evaluation_periods: 1,
      treat_missing_data: "notBreaching",
      tags: { Name: "shop-a" },
    });
  });

  test("tells whom the author names, in the author's words", () => {
    const topic = "arn:aws:sns:eu-west-1:123456789012:network";
    const more = `, description: "\${look} here", alarmActions: ["${topic}"], okActions: ["${topic}"]`;
    expect(alarmOn("{ metricFilter: six }", more)).toMatchObject({
      alarm_description: "$${look} here",
      alarm_actions: [topic],
      ok_actions: [topic],
    });
  });

  test.each([
    ["{ instance: { name: host, metricName: X } }", { InstanceId: "${aws_instance.host.id}" }],
    ["{ loadBalancer: { name: alb, metricName: X } }", { LoadBalancer: "${aws_lb.alb.arn_suffix}" }],
    ["{ loadBalancer: { name: nlb, metricName: X } }", { LoadBalancer: "${aws_lb.nlb.arn_suffix}" }],
    ["{ natGateway: { name: main, metricName: X } }", { NatGatewayId: "${aws_nat_gateway.main.id}" }],
    ["{ custom: { namespace: n, metricName: X, dimensions: { shop: main } } }", { shop: "main" }],
  ])("on %s", (metric, dimensions) => {
    expect(alarmOn(metric)["dimensions"]).toEqual(dimensions);
  });
});

test("a dashboard's body holds its widgets, with the author's texts as texts", () => {
  const graph = `graph: { title: 'say "six"', view: singleValue, period: 60, statistic: Maximum, metrics: {
    bytes: { metricFilter: six }, requests: { loadBalancer: { name: alb, metricName: IPv6RequestCount } } } }`;
  const json = jsonOf(
    `dashboards: { d: { widgets: { one: { text: "# \${no} template" }, two: { ${graph} } } } }`,
  );
  const dashboard = resourceIn(json, "aws_cloudwatch_dashboard.d");
  expect(dashboard["dashboard_name"]).toBe("shop-d");
  const body = parseJson(textAt(dashboard, "dashboard_body"), "the dashboard");
  expect(listAt(body, "widgets")).toHaveLength(2);
  expect(at(body, "widgets", 0)).toEqual({
    type: "text",
    x: 0,
    y: 0,
    width: 12,
    height: 6,
    properties: { markdown: "# $${no} template" },
  });
  expect(at(body, "widgets", 1, "properties")).toEqual({
    title: 'say "six"',
    metrics: [
      ["FlowLogs/shop", "six", { label: "bytes" }],
      [
        "AWS/ApplicationELB",
        "IPv6RequestCount",
        "LoadBalancer",
        "${aws_lb.alb.arn_suffix}",
        { label: "requests" },
      ],
    ],
    region: "eu-west-1",
    stat: "Maximum",
    period: 60,
    view: "singleValue",
  });
});
