import { describe, expect, test } from "vitest";
import { listenerAction, type ToldAction } from "../../src/importer/listener-action.ts";
import { ruleConditions, type ToldCondition } from "../../src/importer/listener-conditions.ts";
import type { FoundListenerRule } from "../../src/importer/types/balancing.ts";
import { atStage } from "../../src/model/migration/at-stage.ts";
import type { StageId } from "../../src/model/types/migration.ts";
import { webTargetGroup } from "../support/found-target-group.ts";
import { inventoryWith, subnet, table, written } from "../support/inventory.ts";
import { networkFrom } from "../support/network.ts";

const action: ToldAction = {
  type: "none",
  targetGroups: [],
  stickiness: null,
  redirect: null,
  response: null,
};
const forward = (...arns: readonly string[]): ToldAction => ({
  ...action,
  type: "forward",
  targetGroups: arns.map((arn) => ({ arn, weight: 1 })),
});

describe("the action of a listener or a rule", () => {
  test("forwards to one target group, or to several by weight", () => {
    expect(listenerAction([forward("a")])).toEqual({ kind: "forward", targetGroupArn: "a" });
    const targetGroups = [
      { arn: "a", weight: 1 },
      { arn: "b", weight: 1 },
    ];
    expect(listenerAction([forward("a", "b")])).toEqual({
      kind: "weighted-forward",
      targetGroups,
      stickiness: null,
    });
    expect(listenerAction([{ ...forward("a"), stickiness: 60 }])).toEqual({
      kind: "weighted-forward",
      targetGroups: [{ arn: "a", weight: 1 }],
      stickiness: 60,
    });
  });

  test("redirects to HTTPS, or anywhere", () => {
    const redirect = {
      protocol: "HTTPS",
      port: 443,
      host: null,
      path: null,
      query: null,
      statusCode: "HTTP_301",
    };
    const redirected = { ...action, type: "redirect" };
    expect(listenerAction([{ ...redirected, redirect }])).toEqual({
      kind: "redirect-to-https",
      port: 443,
      statusCode: "HTTP_301",
    });
    const elsewhere = { ...redirect, host: "example.com" };
    expect(listenerAction([{ ...redirected, redirect: elsewhere }])).toEqual({
      kind: "redirect",
      ...elsewhere,
    });
    expect(listenerAction([{ ...redirected, redirect: { ...redirect, query: "" } }]).kind).toBe("redirect");
  });

  test.each([
    [[], "not one action"],
    [[forward("a"), forward("a")], "not one action"],
    [[{ ...action, type: "authenticate-oidc" }, forward("a")], "users log in first, by authenticate-oidc"],
    [[forward()], "it forwards to no target group"],
    [[{ ...action, type: "jwt-validation" }], "action jwt-validation"],
  ])("is told in words where a blueprint has none: %#", (actions, words) => {
    expect(listenerAction(actions)).toEqual({ kind: "other", words });
  });
});

describe("the conditions of a rule", () => {
  const condition = (kind: string, ...values: readonly string[]): ToldCondition => ({
    kind,
    name: null,
    values,
    query: [],
  });
  const header = (name: string, ...values: readonly string[]) => ({
    ...condition("http-header", ...values),
    name,
  });
  const query = (...pairs: readonly (readonly [key: string | null, value: string])[]) => ({
    ...condition("query-string"),
    query: pairs.map(([key, value]) => ({ key, value })),
  });

  test("are said, each kind by its key", () => {
    const told = [
      condition("host-header", "b.example.com", "a.example.com"),
      condition("path-pattern", "/api/*"),
      condition("http-request-method", "GET"),
      condition("source-ip", "10.0.0.0/8"),
      header("X-Canary", "always"),
      query(["view", "map"], ["view", "list"]),
    ];
    expect(ruleConditions(told)).toEqual({
      kind: "sayable",
      said: {
        hostHeader: ["a.example.com", "b.example.com"],
        pathPattern: ["/api/*"],
        httpRequestMethod: ["GET"],
        sourceIp: ["10.0.0.0/8"],
        httpHeader: { "X-Canary": ["always"] },
        queryString: { view: ["list", "map"] },
      },
    });
  });

  test.each([
    [[], "it has no condition"],
    [
      [condition("host-header by regular expression", "^a")],
      "its condition is host-header by regular expression",
    ],
    [
      [condition("path-pattern", "/a"), condition("path-pattern", "/b")],
      "it has several conditions of path-pattern",
    ],
    [[condition("path-pattern", "api")], "its condition path-pattern: api"],
    [[condition("host-header", "a\u0007")], "its condition host-header: a\u0007"],
    [[header("__proto__", "a")], "its condition http-header of the name __proto__"],
    [[header("Host", "a")], "its condition http-header of the name Host"],
    [[header("X", "a"), header("X", "b")], "it has several conditions http-header of X"],
    [[query([null, "map"])], "its condition query-string of the name none"],
    [[query(["a", "1"], ["b", "1"])], "a condition of it takes one of several parameters of the query"],
  ])("are told in words where a blueprint has none: %#", (told, words) => {
    expect(ruleConditions(told)).toEqual({ kind: "other", words });
  });
});

describe("the rules of a listener", () => {
  const ARN = "arn:aws:elasticloadbalancing:eu-west-1:123456789012";
  const WEB = `${ARN}:targetgroup/web/0c`;
  const said = {
    hostHeader: [],
    pathPattern: ["/api/*"],
    httpHeader: {},
    queryString: {},
    httpRequestMethod: [],
    sourceIp: ["10.9.0.0/16"],
  };
  const rule = (number: number, more: Partial<FoundListenerRule> = {}): FoundListenerRule => ({
    arn: `${ARN}:listener-rule/app/front/0a/0b/0${number}`,
    priority: number,
    conditions: { kind: "sayable", said },
    action: { kind: "forward", targetGroupArn: WEB },
    ...more,
  });
  const rules = [
    rule(2, {
      action: { kind: "weighted-forward", targetGroups: [{ arn: WEB, weight: 5 }], stickiness: 60 },
    }),
    rule(1),
    rule(3, { conditions: { kind: "sayable", said: { ...said, pathPattern: [] } } }),
    rule(4, { action: { kind: "other", words: "users log in first, by authenticate-oidc" } }),
    rule(5, { conditions: { kind: "other", words: "its condition is new" } }),
    rule(6, { action: { kind: "forward", targetGroupArn: "arn:other" } }),
    rule(7, { priority: null }),
  ];
  const base = inventoryWith();
  const inventory = inventoryWith({
    subnets: [...base.subnets, subnet("subnet-03", "Public", "b", 2)],
    routeTables: [
      table("rtb-01", ["subnet-01", "subnet-03"], [["0.0.0.0/0", "igw-01"]]),
      table("rtb-02", ["subnet-02"], [["0.0.0.0/0", "nat-01"]]),
    ],
    targetGroups: [webTargetGroup(WEB)],
    loadBalancers: [
      {
        ...{ id: `${ARN}:loadbalancer/app/front/0a`, name: "Front", type: "application", isInternal: false },
        ...{ ipAddressType: "ipv4", subnetIds: ["subnet-01", "subnet-03"], securityGroupIds: ["sg-01"] },
        ...{ deletionProtection: false, idleTimeout: 60, crossZone: null },
        listeners: [
          {
            ...{ arn: `${ARN}:listener/app/front/0a/0b`, port: 80, protocol: "HTTP", certificateArn: null },
            ...{ sslPolicy: null, furtherParts: [], rules, action: { kind: "forward", targetGroupArn: WEB } },
          },
        ],
      },
    ],
  });
  const it = written(inventory);

  test("are taken up in their order, named after what they ask for", () => {
    expect(it.network.loadBalancers[0]?.listeners[0]?.rules).toMatchObject([
      { name: "api", priority: 1, conditions: { paths: ["/api/*"] }, action: { kind: "forward" } },
      { name: "api-2", priority: 2, action: { kind: "weighted-forward", stickiness: 60 } },
      { name: "rule-3", priority: 3, conditions: { paths: [], cidrs: [{ text: "10.9.0.0/16" }] } },
    ]);
    const taken = [...it.imports].filter(([address]) => address.startsWith("aws_lb_listener_rule."));
    expect(taken).toEqual([
      ["aws_lb_listener_rule.front_http_api", rule(1).arn],
      ["aws_lb_listener_rule.front_http_api-2", rule(2).arn],
      ["aws_lb_listener_rule.front_http_rule-3", rule(3).arn],
    ]);
  });

  test("are listed with the reason where a blueprint cannot say them", () => {
    expect(it.unplaced.map(({ kind, id, detail }) => [kind, id.at(-1), detail])).toEqual([
      ["listener rule", "4", "users log in first, by authenticate-oidc"],
      ["listener rule", "5", "its condition is new"],
      ["listener rule", "6", "what it forwards or redirects to cannot be said"],
      ["listener rule", "7", "its priority is not known"],
    ]);
  });

  test("before the stage of load balancers are for IPv4 blocks alone, and new ones are not there", () => {
    const text = it.text
      .replace("- 10.9.0.0/16", '- 10.9.0.0/16\n                - "2001:db8::/32"')
      .replace(/ +aws_lb_listener_rule.front_http_api-2: .*\n/, "");
    const network = networkFrom(text);
    const rulesAt = (stage: StageId) =>
      atStage(network, stage).loadBalancers[0]?.listeners[0]?.rules.map(({ name, conditions }) => [
        name,
        ...conditions.cidrs.map((one) => one.text),
      ]);
    expect(rulesAt("databases")).toEqual([
      ["api", "10.9.0.0/16", "2001:db8::/32"],
      ["api-2", "10.9.0.0/16"],
      ["rule-3", "10.9.0.0/16"],
    ]);
    expect(rulesAt("import")).toEqual([
      ["api", "10.9.0.0/16"],
      ["rule-3", "10.9.0.0/16"],
    ]);
  });
});
