import {
  ecsOperatingSystemFamilies,
  eksAmiTypes,
  lambdaRuntimes,
  NEXT_PROVIDER_LINE,
  type ProviderList,
} from "../../aws/provider-lists.ts";
import type { Path } from "../../base/path.ts";
import { allowsFrom, parseConstraint } from "../hooks/version-constraint.ts";
import type { Network } from "../types/network.ts";

/** A value that AWS provider 5.100.0 has not in its list. */
export interface UnlistedValue {
  readonly path: Path;
  readonly value: string;
  readonly list: ProviderList;
}

/** Every runtime, AMI type and operating system family that provider 5.100.0 refuses. */
export function unlistedValues(network: Network): readonly UnlistedValue[] {
  const { ecs, eks, lambda } = network;
  const runtimes = lambda.functions.flatMap(({ path, code }) =>
    code.kind === "s3"
      ? [{ path: [...path, "code", "s3", "runtime"], value: code.runtime, list: lambdaRuntimes }]
      : [],
  );
  const images = eks.clusters
    .flatMap(({ nodeGroups }) => nodeGroups)
    .flatMap(({ path, amiType }) =>
      amiType === null ? [] : [{ path: [...path, "amiType"], value: amiType, list: eksAmiTypes }],
    );
  const systems = ecs.taskDefinitions.map(({ path, operatingSystemFamily }) => ({
    path: [...path, "runtimePlatform", "operatingSystemFamily"],
    value: operatingSystemFamily,
    list: ecsOperatingSystemFamilies,
  }));
  return [...runtimes, ...images, ...systems].filter(({ value, list }) => !list.values.includes(value));
}

/** True when the blueprint lets Terraform take a provider whose lists may be longer. */
export function mayHaveLongerLists({ terraform }: Network): boolean {
  const range = parseConstraint(terraform.awsProviderVersion);
  return range !== null && allowsFrom(range, NEXT_PROVIDER_LINE);
}
