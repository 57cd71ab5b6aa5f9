import { describe, expect, it } from "vitest";
import { metricsOf } from "../../../src/model/monitoring/metric-lookup.ts";
import { networkFrom } from "../../support/network.ts";
import { findingsWith, only, textWith } from "../hosts-blueprint.ts";

const FLOW_LOG =
  "  flowLogs: { all: { destination: { cloudWatchLogs: {} }, fields: [bytes, action, type] } }\n";
const REST = `
compute: { instances: { host: { instanceType: t4g.small, subnet: app } } }
loadBalancers:
  alb: { type: application, ipAddressType: dualstack, subnets: [public], listeners: { x: { port: 80, protocol: HTTP, action: { redirectToHttps: {} } } } }
  nlb: { type: network, ipAddressType: dualstack, subnets: [public], listeners: { x: { port: 80, protocol: HTTP, action: { redirectToHttps: {} } } } }
`;
const OVER = "comparisonOperator: GreaterThanThreshold, threshold: 0";
const FILTERS = "metricFilters: { six: { flowLog: all, match: { type: IPv6 }, valueField: bytes } }";

/** NAT gateway main is one in each zone. */
function networkWith(body: string) {
  return networkFrom(
    textWith(body).replace("main: { subnet: public }", "main: { subnet: public, perZone: true }"),
  );
}

function cloudwatchWith(body: string) {
  return networkWith(`${FLOW_LOG}${REST}cloudwatch: { ${body} }`).cloudwatch;
}

describe("a metric filter", () => {
  it("adds up a field of the records that match", () => {
    expect(only(cloudwatchWith(FILTERS).metricFilters)).toEqual({
      name: "six",
      path: ["cloudwatch", "metricFilters", "six"],
      displayName: "shop-six",
      flowLog: "all",
      fields: [
        { path: ["cloudwatch", "metricFilters", "six", "match", "type"], name: "type" },
        { path: ["cloudwatch", "metricFilters", "six", "valueField"], name: "bytes" },
      ],
      pattern: '[bytes, action, type="IPv6"]',
      value: "$bytes",
      unit: "Bytes",
      namespace: "FlowLogs/shop",
      metricName: "six",
    });
  });

  it("counts the records where no field is named", () => {
    const body = "metricFilters: { six: { flowLog: all, match: { type: IPv6, action: REJECT } } }";
    expect(only(cloudwatchWith(body).metricFilters)).toMatchObject({
      pattern: '[bytes, action="REJECT", type="IPv6"]',
      value: "1",
      unit: "Count",
    });
  });

  it.each([
    ["packets", "$packets", "Count"],
    ["tcp-flags", "$tcp_flags", "None"],
  ])("knows the unit of %s", (field, value, unit) => {
    const body = `metricFilters: { six: { flowLog: all, match: { type: IPv6 }, valueField: ${field} } }`;
    expect(only(cloudwatchWith(body).metricFilters)).toMatchObject({ value, unit });
  });
});

describe("an alarm", () => {
  it.each([
    ["{ instance: { name: host, metricName: X } }", "AWS/EC2", "X", { kind: "instance", name: "host" }],
    [
      "{ loadBalancer: { name: alb, metricName: X } }",
      "AWS/ApplicationELB",
      "X",
      { kind: "load-balancer", name: "alb" },
    ],
    [
      "{ loadBalancer: { name: nlb, metricName: X } }",
      "AWS/NetworkELB",
      "X",
      { kind: "load-balancer", name: "nlb" },
    ],
    ["{ metricFilter: six }", "FlowLogs/shop", "six", { kind: "dimensions", dimensions: {} }],
    [
      "{ custom: { namespace: example, metricName: X, dimensions: { shop: main } } }",
      "example",
      "X",
      { kind: "dimensions", dimensions: { shop: "main" } },
    ],
  ])("on %s", (metric, namespace, metricName, of) => {
    const { alarms } = cloudwatchWith(`${FILTERS}, alarms: { a: { metric: ${metric}, ${OVER} } }`);
    expect(only(alarms)).toMatchObject({
      id: "a",
      displayName: "shop-a",
      metric: { namespace, metricName, of },
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      treatMissingData: "notBreaching",
      alarmActions: [],
      okActions: [],
    });
  });

  it("on a NAT gateway is one for each zone", () => {
    const { alarms } = cloudwatchWith(
      `alarms: { a: { metric: { natGateway: { name: main, metricName: ErrorPortAllocation } }, ${OVER} } }`,
    );
    expect(alarms.map(({ id, displayName, metric }) => [id, displayName, metric.of])).toEqual([
      ["a_main_a", "shop-a-main_a", { kind: "nat-gateway", id: "main_a" }],
      ["a_main_b", "shop-a-main_b", { kind: "nat-gateway", id: "main_b" }],
    ]);
  });
});

describe("a dashboard", () => {
  it("has two widgets in each row, in the order of their names", () => {
    const { dashboards } = cloudwatchWith(
      "dashboards: { d: { widgets: { 3-c: { text: c }, 1-a: { text: a }, 2-b: { text: b } } } }",
    );
    expect(only(dashboards).widgets).toEqual([
      { name: "1-a", x: 0, y: 0, width: 12, height: 6, content: { kind: "text", markdown: "a" } },
      { name: "2-b", x: 12, y: 0, width: 12, height: 6, content: { kind: "text", markdown: "b" } },
      { name: "3-c", x: 0, y: 6, width: 12, height: 6, content: { kind: "text", markdown: "c" } },
    ]);
  });

  it("labels its lines with the author's names, and NAT gateways with their zones too", () => {
    const metrics = `
      requests: { loadBalancer: { name: alb, metricName: IPv6RequestCount } },
      ports: { natGateway: { name: main, metricName: ErrorPortAllocation } }`;
    const network = networkWith(
      `${REST}cloudwatch: { dashboards: { d: { widgets: { one: { graph: { metrics: { ${metrics} } } } } } } }`,
    );
    const { content } = only(only(network.cloudwatch.dashboards).widgets);
    expect(content).toMatchObject({
      kind: "graph",
      title: null,
      statistic: "Sum",
      period: 300,
      view: "timeSeries",
      lines: [{ label: "ports main_a" }, { label: "ports main_b" }, { label: "requests" }],
    });
    expect(metricsOf(network).map(({ metricName }) => metricName)).toEqual([
      "ErrorPortAllocation",
      "ErrorPortAllocation",
      "IPv6RequestCount",
    ]);
  });
});

describe("unknown names", () => {
  it.each([
    ["{ metricFilter: seven }", "metricFilter: unknown metric filter", "(known: six)"],
    ["{ natGateway: { name: mian, metricName: X } }", "natGateway.name: unknown NAT gateway", 'mean "main"'],
    ["{ loadBalancer: { name: abl, metricName: X } }", "loadBalancer.name: unknown load balancer", ""],
    ["{ instance: { name: hots, metricName: X } }", "instance.name: unknown instance", 'mean "host"'],
  ])("in an alarm on %s", (metric, finding, hint) => {
    const [first, ...others] = findingsWith(
      `${FLOW_LOG}${REST}cloudwatch: { ${FILTERS}, alarms: { a: { metric: ${metric}, ${OVER} } } }`,
    );
    expect(others).toEqual([]);
    expect(first).toContain(`model/unknown-name at cloudwatch.alarms.a.metric.${finding}`);
    expect(first).toContain(hint);
  });

  it("in a metric filter", () => {
    const body = `${FLOW_LOG}${REST}cloudwatch: { metricFilters: { six: { flowLog: al, match: { type: IPv6 } } } }`;
    expect(findingsWith(body)).toEqual([
      expect.stringContaining("model/unknown-name at cloudwatch.metricFilters.six.flowLog: unknown flow log"),
    ]);
  });
});
