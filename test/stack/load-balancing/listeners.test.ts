// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform writes
import { expect, test } from "vitest";
import { APPLICATION_BALANCER } from "../../support/application-balancer.ts";
import { networkFrom } from "../../support/network.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

const json = stackJson(networkFrom(APPLICATION_BALANCER));
const GROUPS = { blue: "${aws_lb_target_group.blue.arn}", green: "${aws_lb_target_group.green.arn}" };

test("an application load balancer says everything that it is told", () => {
  expect(resourceIn(json, "aws_lb.web")).toMatchObject({
    client_keep_alive: 600,
    preserve_host_header: true,
    xff_header_processing_mode: "preserve",
    enable_xff_client_port: true,
    drop_invalid_header_fields: false,
    desync_mitigation_mode: "strictest",
    enable_http2: false,
    enable_tls_version_and_cipher_suite_headers: true,
    enable_waf_fail_open: true,
    access_logs: { bucket: "example-logs", prefix: "web", enabled: true },
    connection_logs: { bucket: "example-logs", enabled: true },
  });
  expect(resourceIn(json, "aws_wafv2_web_acl_association.web")).toEqual({
    resource_arn: "${aws_lb.web.arn}",
    web_acl_arn:
      "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/shop/12345678-1234-1234-1234-123456789012",
  });
});

test("a listener has further certificates, and shares requests out between target groups", () => {
  expect(resourceIn(json, "aws_lb_listener_certificate.web_https_shop")).toEqual({
    listener_arn: "${aws_lb_listener.web_https.arn}",
    certificate_arn: "arn:aws:acm:eu-west-1:123456789012:certificate/2",
  });
  expect(resourceIn(json, "aws_lb_listener.web_https")["default_action"]).toEqual([
    {
      type: "forward",
      forward: {
        target_group: [
          { arn: GROUPS.blue, weight: 90 },
          { arn: GROUPS.green, weight: 10 },
        ],
        stickiness: { enabled: true, duration: 600 },
      },
    },
  ]);
});

test("clients' certificates are verified, by a trust store of its own or another, or passed through", () => {
  const mutual = (id: string) => resourceIn(json, `aws_lb_listener.${id}`)["mutual_authentication"];
  expect(mutual("web_https")).toEqual({
    mode: "verify",
    trust_store_arn: "${aws_lb_trust_store.web_https.arn}",
    ignore_client_certificate_expiry: false,
    advertise_trust_store_ca_names: "on",
  });
  expect(resourceIn(json, "aws_lb_trust_store.web_https")).toEqual({
    tags: { Name: "shop-web-https" },
    ca_certificates_bundle_s3_bucket: "example-trust",
    ca_certificates_bundle_s3_key: "clients.pem",
  });
  expect(mutual("web_partners")).toEqual({ mode: "passthrough" });
  expect(mutual("web_machines")).toMatchObject({
    trust_store_arn:
      "arn:aws:elasticloadbalancing:eu-west-1:123456789012:truststore/clients/0123456789abcdef",
    advertise_trust_store_ca_names: "off",
  });
});

test("a rule has all its conditions", () => {
  expect(resourceIn(json, "aws_lb_listener_rule.web_https_api")).toEqual({
    listener_arn: "${aws_lb_listener.web_https.arn}",
    priority: 10,
    condition: [
      { host_header: { values: ["api.example.com", "*.api.example.com"] } },
      { http_header: { http_header_name: "X-Canary", values: ["always"] } },
      { query_string: [{ key: "version", value: "2" }] },
      { http_request_method: { values: ["POST"] } },
    ],
    action: [{ type: "forward", target_group_arn: GROUPS.green }],
  });
  expect(resourceIn(json, "aws_lb_listener_rule.web_https_staff")["condition"]).toEqual([
    { path_pattern: { values: ["/staff/*"] } },
    { source_ip: { values: ["198.51.100.0/24", "2001:db8:51::/48"] } },
  ]);
});

test("users log in first; the client's secret is read where it is kept, and stands nowhere", () => {
  const provider = {
    issuer: "https://login.example.com",
    authorization_endpoint: "https://login.example.com/authorize",
    token_endpoint: "https://login.example.com/token",
    user_info_endpoint: "https://login.example.com/userinfo",
    on_unauthenticated_request: "authenticate",
  };
  expect(resourceIn(json, "aws_lb_listener_rule.web_https_staff")["action"]).toEqual([
    {
      order: 1,
      type: "authenticate-oidc",
      authenticate_oidc: {
        ...provider,
        client_id: "shop",
        client_secret:
          '${jsondecode(data.aws_secretsmanager_secret_version.web_https_staff_client_secret.secret_string)["it\'s \\"$${key}\\" \\\\"]}',
        scope: "openid",
        session_cookie_name: "AWSELBAuthSessionCookie",
        session_timeout: 604800,
      },
    },
    { order: 2, type: "forward", target_group_arn: GROUPS.blue },
  ]);
  expect(resourceIn(json, "aws_lb_listener.web_partners")["default_action"]).toEqual([
    {
      order: 1,
      type: "authenticate-oidc",
      authenticate_oidc: {
        ...provider,
        client_id: "partners",
        client_secret: "${data.aws_ssm_parameter.web_partners_client_secret.value}",
        scope: "openid email",
        session_cookie_name: "partner",
        session_timeout: 3600,
      },
    },
    { order: 2, type: "forward", target_group_arn: GROUPS.blue },
  ]);
  expect(json["data"]).toMatchObject({
    aws_ssm_parameter: { web_partners_client_secret: { name: "/shop/oidc-secret" } },
    aws_secretsmanager_secret_version: {
      web_https_staff_client_secret: {
        secret_id: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:oidc-AbCdEf",
      },
    },
  });
});

test("users of Cognito log in, and are sent on", () => {
  expect(resourceIn(json, "aws_lb_listener_rule.web_https_old")["action"]).toEqual([
    {
      order: 1,
      type: "authenticate-cognito",
      authenticate_cognito: {
        user_pool_arn: "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abcdefghi",
        user_pool_client_id: "5f2b1c",
        user_pool_domain: "shop-login",
        on_unauthenticated_request: "deny",
        scope: "openid",
        session_cookie_name: "AWSELBAuthSessionCookie",
        session_timeout: 604800,
      },
    },
    {
      order: 2,
      type: "redirect",
      redirect: {
        protocol: "#{protocol}",
        host: "www.example.com",
        port: "#{port}",
        path: "/from/#{path}",
        query: "#{query}",
        status_code: "HTTP_302",
      },
    },
  ]);
});
