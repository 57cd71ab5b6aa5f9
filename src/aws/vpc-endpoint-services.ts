/**
 * Services that have gateway endpoints, by the end of their names.
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html, checked on 2026-11-21.
 */
export const GATEWAY_ENDPOINT_SERVICES: readonly string[] = ["dynamodb", "s3", "s3express"];

/**
 * Services whose interface endpoints take no IPv6 as far as AWS says, by the end of their names.
 * Sources: https://docs.aws.amazon.com/vpc/latest/userguide/aws-ipv6-support.html (no private endpoint over IPv6) and,
 * for Amazon ECR, https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html; checked on 2026-11-21.
 */
export const SERVICES_WITHOUT_IPV6_ENDPOINT: readonly string[] = [
  "ec2",
  "ecr.api",
  "ecr.dkr",
  "elasticloadbalancing",
  "rds",
];

/**
 * The whole name of an endpoint service: `ssm` in eu-west-1 is `com.amazonaws.eu-west-1.ssm`. Whole names stay, and so does
 * the text that stands for a name from elsewhere, which begins with a brace.
 */
export function endpointServiceName(service: string, region: string): string {
  return isWholeName(service) || service.startsWith("{") ? service : `com.amazonaws.${region}.${service}`;
}

/** The end of an AWS service's name, `ssm` of `com.amazonaws.eu-west-1.ssm`; null for services of others. */
export function shortServiceName(serviceName: string, region: string): string | null {
  const prefix = `com.amazonaws.${region}.`;
  return serviceName.startsWith(prefix) ? serviceName.slice(prefix.length) : null;
}

function isWholeName(service: string): boolean {
  return /^(?:(?:[a-z]+\.)?com\.amazonaws|aws)\./.test(service);
}

/**
 * Services that have interface endpoints and that a destination names, by the end of their names.
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-integrate-privatelink.html, checked on 2026-11-29.
 */
const INTERFACE_ENDPOINT_SERVICES = [
  "bedrock-runtime",
  "dynamodb",
  "ec2",
  "ec2messages",
  "ecr.api",
  "ecr.dkr",
  "ecs",
  "eks",
  "kms",
  "lambda",
  "logs",
  "monitoring",
  "s3",
  "secretsmanager",
  "sns",
  "sqs",
  "ssm",
  "ssmmessages",
  "sts",
] as const;

/** A service that a VPC endpoint can lead to, by the end of its name. */
export type EndpointService = (typeof INTERFACE_ENDPOINT_SERVICES)[number];

/** How a service's name begins in DNS: `api.ecr` for the endpoint service `ecr.api`. */
export function usualNameOf(service: string): string {
  return usualNames.get(service) ?? service;
}

/**
 * Services whose name in DNS is not the endpoint service's:
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html, checked on 2026-11-29.
 */
const usualNames: ReadonlyMap<string, string> = new Map([
  ["ecr.api", "api.ecr"],
  ["ecr.dkr", "*.dkr.ecr"],
  ["ecs-agent", "ecs-a"],
  ["ecs-telemetry", "ecs-t"],
  ["execute-api", "*.execute-api"],
]);
