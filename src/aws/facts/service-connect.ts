import { factsOf } from "./fact.ts";

const COMPONENTS =
  "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html";

/** What rules cite about Amazon ECS Service Connect. */
export const serviceConnectFacts = factsOf({
  serviceConnectIsLinuxOnly: {
    claim: "Service Connect does not support Windows containers.",
    source: COMPONENTS,
    checked: "2026-12-01",
    evidence: "undated",
    confidence: "high",
  },
  serviceConnectPlatformVersion: {
    claim: "Tasks on Fargate use Service Connect from Linux platform version 1.4.0 on.",
    source: COMPONENTS,
    checked: "2026-12-01",
    evidence: "undated",
    confidence: "high",
  },
  serviceConnectNamesAreUnique: {
    claim:
      "In a namespace of Service Connect each pair of name and port of a client alias, and each discovery name, is unique.",
    source: `botocore 1.43.11 model of ecs: ServiceConnectService.clientAliases, discoveryName; ${COMPONENTS}`,
    checked: "2026-12-01",
    evidence: "2026-05",
    confidence: "high",
  },
  serviceConnectRequestTimeout: {
    claim:
      "ECS takes perRequestTimeoutSeconds of Service Connect only where appProtocol is not TCP, which it is where it is left out.",
    source:
      "botocore 1.43.11 model of ecs: TimeoutConfiguration.perRequestTimeoutSeconds, PortMapping.appProtocol",
    checked: "2026-12-01",
    evidence: "2026-05",
    confidence: "high",
  },
  serviceConnectEndpointsAtDeployment: {
    claim:
      "A task resolves those endpoints of Service Connect that were there when its service was last deployed; later ones need a new deployment.",
    source: COMPONENTS,
    checked: "2026-12-01",
    evidence: "undated",
    confidence: "high",
  },
  serviceConnectProxyCallsTasks: {
    claim:
      "The proxy beside a client connects to the proxy in a task of the other service, on the container's port or ingressPortOverride, through security groups, network ACLs and routes as any connection.",
    source: `${COMPONENTS}; botocore 1.43.11 model of ecs: ServiceConnectService.ingressPortOverride`,
    checked: "2026-12-01",
    evidence: "2026-05",
    confidence: "high",
  },
  serviceConnectHostsHaveIpv6: {
    claim:
      "Service Connect writes an IPv4 and an IPv6 address for each endpoint into /etc/hosts, in tasks without IPv6 too, where the second leads nowhere: clients that do not try the other one, such as NGINX, fail.",
    source:
      "https://github.com/aws/containers-roadmap/issues/2742; https://github.com/aws/amazon-ecs-service-connect-agent/issues/120",
    checked: "2026-12-01",
    evidence: "2026-01-13",
    confidence: "medium",
  },
});
