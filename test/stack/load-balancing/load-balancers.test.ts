// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform writes
import { expect, test } from "vitest";
import type { Listener, ListenerAction } from "../../../src/model/types/listeners.ts";
import type { LoadBalancer } from "../../../src/model/types/load-balancing.ts";
import { groupName } from "../../support/names.ts";
import { sampleLoadBalancer, sampleTargetGroup } from "../../support/sample-hosts.ts";
import { sampleNetwork } from "../../support/sample-network.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

function jsonWith(overrides: Partial<LoadBalancer>): Record<string, unknown> {
  const loadBalancers = [sampleLoadBalancer({ subnets: ["app_a", "app_b"], ...overrides })];
  return stackJson(sampleNetwork({ targetGroups: [sampleTargetGroup()], loadBalancers }));
}

function listenerWith(action: ListenerAction, overrides: Partial<Listener> = {}): Record<string, unknown> {
  const listener: Listener = {
    id: "web_main",
    name: "main",
    path: ["loadBalancers", "web", "listeners", "main"],
    port: 80,
    protocol: "HTTP",
    certificateArn: null,
    additionalCertificates: [],
    sslPolicy: null,
    mutualAuthentication: null,
    authentication: null,
    action,
    rules: [],
    ...overrides,
  };
  return resourceIn(jsonWith({ listeners: [listener] }), "aws_lb_listener.web_main");
}

test("an application load balancer", () => {
  const json = jsonWith({
    securityGroups: [groupName("web")],
    deletionProtection: true,
    tags: { role: "web" },
  });
  expect(resourceIn(json, "aws_lb.web")).toEqual({
    name: "sample-web",
    load_balancer_type: "application",
    ip_address_type: "dualstack",
    internal: false,
    subnets: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
    security_groups: ["${aws_security_group.web.id}"],
    enable_deletion_protection: true,
    idle_timeout: 60,
    client_keep_alive: 3600,
    preserve_host_header: false,
    xff_header_processing_mode: "append",
    enable_xff_client_port: false,
    drop_invalid_header_fields: true,
    desync_mitigation_mode: "defensive",
    enable_http2: true,
    enable_tls_version_and_cipher_suite_headers: false,
    enable_waf_fail_open: false,
    tags: { Name: "sample-web", role: "web" },
  });
});

test("a network load balancer has the addresses that it is told, and stands in all its subnets all the same", () => {
  const none = { path: [], allocationId: null, ipv6Address: null, privateIpv4Address: null };
  const chosen = (text: string, address: bigint, relative: boolean) => ({
    path: [],
    text,
    address,
    relative,
  });
  const json = jsonWith({
    type: "network",
    subnets: ["app_a", "app_b"],
    mappings: [
      { ...none, subnet: "app_a", ipv6Address: chosen("::1:0:0:53", 0x1_0000_0000_0053n, true) },
      {
        ...none,
        subnet: "app_b",
        allocationId: "eipalloc-1",
        ipv6Address: chosen("2001:db8::53", 0x20010db8_00000000_00000000_00000053n, false),
      },
    ],
  });
  const balancer = resourceIn(json, "aws_lb.web");
  expect(balancer["subnets"]).toBeUndefined();
  expect(balancer["subnet_mapping"]).toEqual([
    {
      subnet_id: "${aws_subnet.app_a.id}",
      ipv6_address: "${cidrhost(aws_subnet.app_a.ipv6_cidr_block, 281474976710739)}",
    },
    { subnet_id: "${aws_subnet.app_b.id}", allocation_id: "eipalloc-1", ipv6_address: "2001:db8::53" },
  ]);
});

test("a network load balancer has no header to drop, no idle timeout, and no security group unless it wants one", () => {
  const json = jsonWith({ type: "network", internal: true, idleTimeout: null, http: null, crossZone: false });
  expect(resourceIn(json, "aws_lb.web")).toEqual({
    name: "sample-web",
    load_balancer_type: "network",
    ip_address_type: "dualstack",
    internal: true,
    subnets: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
    enable_deletion_protection: false,
    enable_cross_zone_load_balancing: false,
    tags: { Name: "sample-web" },
  });
});

test("a listener forwards to a target group", () => {
  const overrides = {
    port: 443,
    protocol: "HTTPS",
    certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1",
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
  };
  expect(listenerWith({ kind: "forward", targetGroup: "web" }, overrides)).toEqual({
    load_balancer_arn: "${aws_lb.web.arn}",
    port: 443,
    protocol: "HTTPS",
    certificate_arn: "arn:aws:acm:eu-west-1:123456789012:certificate/1",
    ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    default_action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }],
  });
});

test("a listener redirects to HTTPS, keeping host, path and query as AWS does unless told", () => {
  expect(listenerWith({ kind: "redirect-to-https", port: 443, statusCode: "HTTP_301" })).toEqual({
    load_balancer_arn: "${aws_lb.web.arn}",
    port: 80,
    protocol: "HTTP",
    default_action: [
      { type: "redirect", redirect: { protocol: "HTTPS", port: "443", status_code: "HTTP_301" } },
    ],
  });
});

test.each([
  [null, { content_type: "text/plain", status_code: "404" }],
  ["nothing here", { content_type: "text/plain", status_code: "404", message_body: "nothing here" }],
])("a listener answers by itself, body %j", (messageBody, expected) => {
  const action = { kind: "fixed-response", statusCode: 404, contentType: "text/plain", messageBody } as const;
  expect(listenerWith(action)["default_action"]).toEqual([
    { type: "fixed-response", fixed_response: expected },
  ]);
});
