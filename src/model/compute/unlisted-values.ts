import {
  ecsOperatingSystemFamilies,
  eksAmiTypes,
  firewallListTypes,
  firewallProtocols,
  lambdaRuntimes,
  NEXT_PROVIDER_LINE,
  type ProviderList,
} from "../../aws/provider-lists.ts";
import { nearest } from "../../base/nearest.ts";
import type { Path } from "../../base/path.ts";
import { allowsFrom, parseConstraint } from "../hooks/version-constraint.ts";
import { statefulRulesOf } from "../routing/firewall-analysis.ts";
import type { Network } from "../types/network.ts";
import type { NetworkFirewall } from "../types/network-firewall.ts";

/** A value that AWS provider 5.100.0 has not in its list. */
export interface UnlistedValue {
  readonly path: Path;
  readonly value: string;
  readonly list: ProviderList;
  /** One in the list that may be meant; null: none, or the blueprint's schema knows the value. */
  readonly near: string | null;
}

type Asked = Omit<UnlistedValue, "near"> & { readonly mayBeMisspelled: boolean };

/** Every runtime, AMI type, operating system family and word of a firewall's rule that provider 5.100.0 refuses. */
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
  const open = [...runtimes, ...images, ...systems].map((one) => ({ ...one, mayBeMisspelled: true }));
  const all: readonly Asked[] = [...open, ...network.networkFirewalls.flatMap(wordsOfRules)];
  return all
    .filter(({ value, list }) => !list.values.includes(value))
    .map(({ mayBeMisspelled, ...one }) => ({
      ...one,
      near: mayBeMisspelled ? nearest(one.value, one.list.values) : null,
    }));
}

function wordsOfRules({ policy }: NetworkFirewall): readonly Asked[] {
  const protocols = statefulRulesOf(policy).map(({ path, protocol }) => ({
    path: [...path, "protocol"],
    value: protocol,
    list: firewallProtocols,
  }));
  const lists = policy.ruleGroups.flatMap(({ path, source }) =>
    source.kind === "domain-list"
      ? [
          {
            path: [...path, "rulesSource", "rulesSourceList", "generatedRulesType"],
            value: source.generatedRulesType,
            list: firewallListTypes,
          },
        ]
      : [],
  );
  return [...protocols, ...lists].map((one) => ({ ...one, mayBeMisspelled: false }));
}

/** True when the blueprint lets Terraform take a provider whose lists may be longer. */
export function mayHaveLongerLists({ terraform }: Network): boolean {
  const range = parseConstraint(terraform.awsProviderVersion);
  return range !== null && allowsFrom(range, NEXT_PROVIDER_LINE);
}
