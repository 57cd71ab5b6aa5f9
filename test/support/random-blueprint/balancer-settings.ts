import fc from "fast-check";
import { type Drawn, mapOf, rarely, sometimes, type Tree } from "./tree.ts";

const CERTIFICATE = "arn:aws:acm:eu-west-1:123456789012:certificate/1";
const STORE = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:truststore/clients/0123456789abcdef";
const CONDITIONS = [
  { hostHeader: ["shop.example.com", "*.example.org"] },
  { pathPattern: ["/new/*"], httpRequestMethod: ["GET", "HEAD"] },
  { httpHeader: { "X-Canary": ["always"] }, queryString: { version: ["2"] } },
  { sourceIp: { cidrs: ["198.51.100.0/24", "2001:db8::/32"] } },
] as const;
const ACTIONS = [
  { fixedResponse: { statusCode: 404 } },
  { fixedResponse: { statusCode: 503, contentType: "application/json", messageBody: '{"a":"${x}"}' } },
  { redirect: { host: "office.example.com", path: "/#{path}", statusCode: "HTTP_302" } },
  { redirectToHttps: {} },
] as const;
const COGNITO = {
  cognito: {
    userPoolArn: "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abcdefghi",
    userPoolClientId: "5f2b1c",
    userPoolDomain: "shop-login",
  },
} as const;
const OIDC = {
  oidc: {
    issuer: "https://login.example.com",
    authorizationEndpoint: "https://login.example.com/authorize",
    tokenEndpoint: "https://login.example.com/token",
    userInfoEndpoint: "https://login.example.com/userinfo",
    clientId: "shop",
    clientSecret: { parameter: "/shop/oidc-secret" },
    onUnauthenticatedRequest: "deny",
  },
} as const;
const MUTUAL = [
  { passthrough: {} },
  { verify: { trustStore: { arn: STORE } } },
  { verify: { trustStore: { caCertificatesBundle: { bucket: "example-trust", key: "clients.pem" } } } },
] as const;

const secureDraft = fc.record({
  mutual: sometimes(fc.constantFrom(...MUTUAL)),
  authenticate: sometimes(fc.constantFrom(COGNITO, OIDC)),
  hasMore: rarely(30),
  sslPolicy: fc.constantFrom(undefined, "ELBSecurityPolicy-TLS13-1-2-2021-06"),
});
const ruleDraft = fc.record({
  condition: fc.constantFrom(...CONDITIONS),
  action: fc.option(fc.constantFrom(...ACTIONS)),
});

/** What is drawn of a load balancer beside where it stands. */
export const balancerSettingsDraft = sometimes(
  fc.record({
    secure: sometimes(secureDraft),
    rules: fc.array(ruleDraft, { maxLength: 2 }),
    sticks: sometimes(fc.constantFrom(1, 3600, 604_800)),
    logs: sometimes(fc.constantFrom({ bucket: "example-logs" }, { bucket: "example-logs", prefix: "web" })),
    waf: rarely(20),
    toService: rarely(40),
  }),
);
type BalancerSettings = Drawn<typeof balancerSettingsDraft>;

/** `loadBalancers` and `targetGroups` with more said of each. */
export function withBalancerSettings(draft: BalancerSettings, blueprint: Tree): Tree {
  const loadBalancers = blueprint["loadBalancers"];
  if (draft === null || loadBalancers === undefined) return blueprint;
  const changed = Object.entries(Object(loadBalancers)).map(([name, body]) => {
    const isApplication = Object(body).type === "application";
    return [
      name,
      {
        ...Object(body),
        ...(isApplication ? applicationOf(draft, name, Object(body)) : networkOf(draft, name, Object(body))),
      },
    ] as const;
  });
  const groups = Object.entries(Object(blueprint["targetGroups"])).map(
    ([name, group]) => [name, draft.toService ? servedBy(Object(group), blueprint) : group] as const,
  );
  return { ...blueprint, loadBalancers: mapOf(changed), targetGroups: mapOf(groups) };
}

function applicationOf(
  draft: NonNullable<BalancerSettings>,
  name: string,
  body: Record<string, unknown>,
): Tree {
  const weighted = { targetGroups: { [name]: { weight: 9 } }, stickiness: { duration: draft.sticks } };
  const action = draft.sticks === null ? { forwardTo: name } : { forward: weighted };
  const rules = draft.rules.map(
    (rule, index) =>
      [`rule-${index}`, { priority: index + 1, ...rule.condition, action: rule.action ?? action }] as const,
  );
  const main = { ...Object(Object(body["listeners"]).main), action, rules: mapOf(rules) };
  return {
    accessLogs: draft.logs ?? undefined,
    webAclArn: draft.waf ? "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/shop/1" : undefined,
    listeners: mapOf([
      ["main", main],
      ["secure", draft.secure === null ? undefined : secureOf(draft.secure, action)],
    ]),
  };
}

function secureOf(
  { mutual, authenticate, hasMore, sslPolicy }: Drawn<typeof secureDraft>,
  action: Tree,
): Tree {
  return {
    port: 8443,
    protocol: "HTTPS",
    certificateArn: CERTIFICATE,
    additionalCertificateArns: hasMore ? { shop: `${CERTIFICATE}2` } : undefined,
    mutualAuthentication: mutual ?? undefined,
    authenticate: authenticate ?? undefined,
    sslPolicy,
    action,
  };
}

function networkOf(
  { secure }: NonNullable<BalancerSettings>,
  name: string,
  body: Record<string, unknown>,
): Tree {
  const tls = { port: 8443, protocol: "TLS", certificateArn: CERTIFICATE, action: { forwardTo: name } };
  return { listeners: { ...Object(body["listeners"]), ...(secure === null ? {} : { tls }) } };
}

/** The target group with the tasks of a service instead of hosts; of IPv4, which all of them have but those of IPv6-only tiers. */
function servedBy(group: Record<string, unknown>, blueprint: Tree): Tree {
  const service = Object(Object(blueprint["ecs"]).services).web;
  const tiers = Object(Object(blueprint["network"]).subnets);
  const isIpv6Only = tiers[Object(service).subnets?.[0]]?.addressing === "ipv6-only";
  if (service === undefined) return group;
  const targets = { ecsService: { service: "web", containerName: "web", containerPort: 8080 } };
  return { ...group, ipAddressType: isIpv6Only ? "ipv6" : "ipv4", targets };
}
