import type { ContainerImage } from "../types/ecs.ts";

/** The registry of an image that names none. */
const DOCKER_HUB = "docker.io";

/** A registry of private ECR: over IPv4 `<account>.dkr.ecr.<region>.amazonaws.com`, over both `….dkr-ecr.<region>.on.aws`. */
const PRIVATE_ECR =
  /^(\d{12})\.(?:dkr\.ecr|dkr-ecr)(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/;

/** What stands before the first slash, where it looks like a host. */
const REGISTRY = /^(localhost|[^/]*[.:][^/]*)\//;

/** A private ECR registry's account and region. */
export interface EcrRegistry {
  readonly account: string;
  readonly region: string;
}

/** Reads an image as Docker does: what stands before the first slash is a registry when it looks like a host. */
export function readImage(text: string): ContainerImage {
  const host = REGISTRY.exec(text)?.[1];
  const name = text.replace(REGISTRY, "");
  return {
    text,
    registry: host === undefined ? DOCKER_HUB : host.replace(/:\d+$/, "").toLowerCase(),
    repository: name.replace(/@.*$/, "").replace(/:[^/]*$/, ""),
  };
}

/** The account and region of a private ECR registry; null when the registry is none. */
export function ecrRegistry(registry: string): EcrRegistry | null {
  const [, account, region] = PRIVATE_ECR.exec(registry) ?? [];
  return account === undefined || region === undefined ? null : { account, region };
}

/** True for ECR's older registry names, which have no IPv6 addresses. */
export function isIpv4OnlyEcr(registry: string): boolean {
  return ecrRegistry(registry) !== null && !registry.endsWith(".on.aws");
}

/** The name under which a private ECR registry answers over IPv4 and IPv6. */
export function dualStackEcrName({ account, region }: EcrRegistry): string {
  return `${account}.dkr-ecr.${region}.on.aws`;
}
