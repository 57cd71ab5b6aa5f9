import type { Guest } from "../types/guest.ts";

/** A variable that AWS's CLI and SDKs read. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  /** What it is for, in one line. */
  readonly why: string;
}

/**
 * The variables that a guest's programs shall see:
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html and
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html
 */
export function environmentOf({ awsDualStackEndpoints, imdsIpv6 }: Guest): readonly Variable[] {
  const variables: Variable[] = [];
  if (awsDualStackEndpoints) {
    const why = "AWS CLI and SDKs: call AWS at its dual-stack names";
    // guestFacts.sdkDualStackIsOptIn
    variables.push({ name: "AWS_USE_DUALSTACK_ENDPOINT", value: "true", why });
  }
  if (imdsIpv6) {
    const why = "AWS CLI and SDKs: ask the metadata service over IPv6";
    variables.push({ name: "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", value: "IPv6", why });
  }
  return variables;
}

/** What the SSM Agent's configuration file holds: `UseDualStackEndpoint` is read from version 3.3.3270.0 on. */
export const SSM_AGENT_CONFIGURATION = JSON.stringify({ Agent: { UseDualStackEndpoint: true } });

/** What the Docker daemon's configuration file holds for a mirror of Docker Hub. */
export function dockerConfiguration(mirror: string): string {
  return JSON.stringify({ "registry-mirrors": [mirror] });
}
