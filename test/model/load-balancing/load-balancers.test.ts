import { describe, expect, it } from "vitest";
import { RECOMMENDED_SECURITY_POLICY } from "../../../src/aws/load-balancing.ts";
import type { LoadBalancer } from "../../../src/model/types/load-balancing.ts";
import { findingsWith, networkWith, only } from "../hosts-blueprint.ts";

function balancerOf(settings: string): LoadBalancer {
  return only(networkWith(`loadBalancers: { web: { ${settings}, ${LISTENERS} } }`).loadBalancers);
}

const LISTENERS = "listeners: { http: { port: 80, protocol: HTTP, action: { redirectToHttps: {} } } }";

describe("a load balancer", () => {
  it("has every default", () => {
    expect(balancerOf("type: application, subnets: [public]")).toEqual({
      name: "web",
      path: ["loadBalancers", "web"],
      displayName: "shop-web",
      type: "application",
      ipAddressType: "dualstack",
      internal: false,
      tiers: ["public"],
      subnets: ["public_a", "public_b"],
      mappings: [],
      securityGroups: [],
      deletionProtection: false,
      idleTimeout: 60,
      http: {
        clientKeepAlive: 3600,
        preserveHostHeader: false,
        xffHeaderProcessingMode: "append",
        enableXffClientPort: false,
        dropInvalidHeaderFields: true,
        desyncMitigationMode: "defensive",
        enableHttp2: true,
        enableTlsVersionAndCipherSuiteHeaders: false,
        enableWafFailOpen: false,
      },
      webAclArn: null,
      accessLogs: null,
      connectionLogs: null,
      crossZone: null,
      listeners: [
        {
          id: "web_http",
          name: "http",
          path: ["loadBalancers", "web", "listeners", "http"],
          port: 80,
          protocol: "HTTP",
          certificateArn: null,
          additionalCertificates: [],
          sslPolicy: null,
          mutualAuthentication: null,
          authentication: null,
          action: { kind: "redirect-to-https", port: 443, statusCode: "HTTP_301" },
          rules: [],
        },
      ],
      tags: {},
    });
  });

  it("of type network has no idle timeout, and crosses zones when told", () => {
    expect(balancerOf("type: network, subnets: [public]")).toMatchObject({
      idleTimeout: null,
      crossZone: false,
    });
    expect(balancerOf("type: network, subnets: [public], crossZone: true")).toMatchObject({
      crossZone: true,
    });
    expect(balancerOf("type: application, subnets: [public], crossZone: true")).toMatchObject({
      crossZone: null,
    });
  });

  it.each([
    ["subnets: [public, edge]", false],
    ["subnets: [app]", true],
    ["subnets: [public, app]", true],
    ["subnets: [public], scheme: internal", true],
    ["subnets: [app], scheme: internet-facing", false],
  ])("faces the internet when all its tiers do: { %s } is internal: %s", (settings, internal) => {
    expect(balancerOf(`type: network, ${settings}`).internal).toBe(internal);
  });

  it("reads every action of a listener", () => {
    const { loadBalancers } = networkWith(`
loadBalancers:
  web:
    type: application
    subnets: [public]
    securityGroups: [web, admin]
    listeners:
      maintenance: { port: 81, protocol: HTTP, action: { fixedResponse: { statusCode: 503 } } }
      https:
        port: 443
        protocol: HTTPS
        certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1"
        sslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
        action: { forwardTo: web }
targetGroups: { web: { protocol: HTTP, port: 8080 } }
`);
    const { listeners, securityGroups } = only(loadBalancers);
    expect(securityGroups).toEqual(["admin", "web"]);
    expect(listeners.map(({ id, action }) => [id, action])).toEqual([
      ["web_https", { kind: "forward", targetGroup: "web" }],
      [
        "web_maintenance",
        { kind: "fixed-response", statusCode: 503, contentType: "text/plain", messageBody: null },
      ],
    ]);
    expect(listeners[0]).toMatchObject({
      certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    });
  });

  it.each([
    ["application", "HTTPS", RECOMMENDED_SECURITY_POLICY],
    ["network", "TLS", RECOMMENDED_SECURITY_POLICY],
    ["application", "HTTP", null],
    ["network", "TCP", null],
  ])("of type %s with %s has the security policy %s unless told", (type, protocol, expected) => {
    const listener = `{ port: 443, protocol: ${protocol}, action: { forwardTo: web } }`;
    const { loadBalancers } = networkWith(`
loadBalancers: { web: { type: ${type}, subnets: [public], listeners: { main: ${listener} } } }
targetGroups: { web: { protocol: ${protocol}, port: 8080 } }
`);
    expect(only(only(loadBalancers).listeners).sslPolicy).toBe(expected);
  });

  it("reports every unknown name where it is written", () => {
    expect(
      findingsWith(`
loadBalancers:
  web:
    type: application
    subnets: [public, publik]
    securityGroups: [admon]
    listeners: { http: { port: 80, protocol: HTTP, action: { forwardTo: webs } } }
targetGroups: { web: { protocol: HTTP, port: 8080 } }
`),
    ).toEqual([
      `model/unknown-name at loadBalancers.web.subnets[1]: unknown subnet tier "publik" in loadBalancers.web.subnets[1] (did you mean "public"?)`,
      `model/unknown-name at loadBalancers.web.securityGroups[0]: unknown security group "admon" in loadBalancers.web.securityGroups[0] (did you mean "admin"?)`,
      `model/unknown-name at loadBalancers.web.listeners.http.action.forwardTo: unknown target group "webs" in loadBalancers.web.listeners.http.action.forwardTo (did you mean "web"?)`,
    ]);
  });
});
