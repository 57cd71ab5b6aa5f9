import { instanceTypeFacts } from "../../aws/instance-types.ts";
import { formatPath, type Path } from "../../base/path.ts";
import { nothingMade } from "../../model/addressing/was-made.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { ExistingResource } from "../../model/types/migration.ts";
import type { Network } from "../../model/types/network.ts";
import { networkAclIpv4WithoutIpv6Twin } from "../../rules/filtering/network-acl-ipv4-without-ipv6-twin.ts";
import { securityGroupIpv4WithoutIpv6Twin } from "../../rules/filtering/security-group-ipv4-without-ipv6-twin.ts";
import type { Report, Rule } from "../../rules/rule.ts";

/** What a network's owner must know before the first stage, as the blueprint tells it. */
export interface MigrationStanding {
  readonly instanceTypes: readonly ResizedInstance[];
  /** Hosts that can do less over IPv6 than those on Nitro. */
  readonly xenHosts: readonly { readonly path: string; readonly instanceType: string }[];
  readonly rulesWithoutTwin: readonly RuleWithoutTwin[];
  /** What stays managed outside this stack. */
  readonly references: readonly Pick<ExistingResource, "address" | "id">[];
}

/** An instance whose type changes on the way. */
export interface ResizedInstance {
  readonly instance: string;
  readonly before: string;
  /** Whether the type before has IPv6. */
  readonly ipv6: "yes" | "no" | "unknown";
  readonly target: string;
}

/** A rule for IPv4 that no rule for IPv6 stands beside. */
export interface RuleWithoutTwin {
  readonly path: string;
  readonly message: string;
  /** Why its author accepts that; null when nobody does. */
  readonly accepted: string | null;
}

/** Reads off a network what stands between it and IPv6. */
export function standingOf(network: Network): MigrationStanding {
  return {
    instanceTypes: (network.migration?.instanceTypesBefore ?? []).map(({ instance, instanceType }) => ({
      instance,
      before: instanceType,
      ipv6: instanceTypeFacts(instanceType).ipv6,
      target: targetOf(network, instance),
    })),
    xenHosts: hostsOf(network)
      .filter(({ host }) => host.instanceType.hypervisor === "xen")
      .map(({ host }) => ({ path: formatPath(host.path), instanceType: host.instanceType.name })),
    rulesWithoutTwin: [securityGroupIpv4WithoutIpv6Twin, networkAclIpv4WithoutIpv6Twin].flatMap((rule) =>
      withoutTwin(network, rule),
    ),
    references: (network.existing?.references ?? []).map(({ address, id }) => ({ address, id })),
  };
}

function targetOf(network: Network, instance: string): string {
  const found = network.compute.instances.find(({ name }) => name === instance);
  return found?.host.instanceType.name ?? "";
}

function withoutTwin(network: Network, rule: Rule): readonly RuleWithoutTwin[] {
  const found: RuleWithoutTwin[] = [];
  const report: Report = (at, message) => {
    const path: Path = "kind" in at ? (at.kind === "path" ? at.path : []) : at;
    found.push({ path: formatPath(path), message, accepted: acceptanceOf(network, rule, formatPath(path)) });
  };
  // The rules of twins know no dates.
  rule.check(network, report, nothingMade, "0000-00-00");
  return found;
}

function acceptanceOf(network: Network, { id }: Rule, path: string): string | null {
  const covering = network.acceptances.find(
    ({ rule, at }) => rule === id && (path === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`)),
  );
  return covering?.reason ?? null;
}
