// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform writes
import { expect, test } from "vitest";
import type { TargetGroup } from "../../../src/model/types/load-balancing.ts";
import { sampleTargetGroup } from "../../support/sample-hosts.ts";
import { sampleNetwork } from "../../support/sample-network.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

function groupWith(overrides: Partial<TargetGroup>): Record<string, unknown> {
  const json = stackJson(sampleNetwork({ targetGroups: [sampleTargetGroup(overrides)] }));
  return resourceIn(json, "aws_lb_target_group.web");
}

test("a target group says its address type and makes way for its successor", () => {
  expect(groupWith({ tags: { role: "web" } })).toEqual({
    name_prefix: "web-",
    lifecycle: { create_before_destroy: true },
    vpc_id: "${aws_vpc.main.id}",
    target_type: "instance",
    ip_address_type: "ipv6",
    protocol: "HTTP",
    port: 8080,
    deregistration_delay: "30",
    health_check: {
      enabled: true,
      protocol: "HTTP",
      port: "traffic-port",
      path: "/healthz",
      matcher: "200-299",
      interval: 10,
      timeout: 5,
      healthy_threshold: 3,
      unhealthy_threshold: 2,
    },
    tags: { Name: "sample-web", role: "web" },
  });
});

test("an IPv4 target group says so too, rather than leave it to AWS", () => {
  expect(groupWith({ ipAddressType: "ipv4", targetType: "ip", protocolVersion: "HTTP2" })).toMatchObject({
    ip_address_type: "ipv4",
    target_type: "ip",
    protocol_version: "HTTP2",
  });
});

test("a TCP health check has neither path nor matcher", () => {
  const { healthCheck } = sampleTargetGroup();
  const tcp = { ...healthCheck, protocol: "TCP", path: null, matcher: null };
  expect(groupWith({ protocol: "TCP", healthCheck: tcp })["health_check"]).toEqual({
    enabled: true,
    protocol: "TCP",
    port: "traffic-port",
    interval: 10,
    timeout: 5,
    healthy_threshold: 3,
    unhealthy_threshold: 2,
  });
});
