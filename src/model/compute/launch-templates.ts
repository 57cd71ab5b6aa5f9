import { byName } from "../../base/compare-texts.ts";
import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  AutoScalingGroup as WrittenGroup,
  LaunchTemplate as WrittenHost,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, present, report, sortedEntries } from "../context.ts";
import type { Declared } from "../declared.ts";
import { isIpv6Target } from "../load-balancing/registrations.ts";
import { awsNameOf, awsStackName, displayName } from "../names.ts";
import { tiersNamed } from "../references.ts";
import type { LaunchTemplate } from "../types/compute.ts";
import { normaliseHost, type Placement } from "./hosts.ts";
import { inlineHost } from "./inline-hosts.ts";

interface Described {
  readonly name: string;
  readonly path: Path;
  readonly host: WrittenHost;
  /** The auto scaling groups that use it. */
  readonly users: readonly (readonly [string, WrittenGroup])[];
}

/** The author's launch templates and those of groups that describe their hosts themselves, sorted by name. */
export function normaliseLaunchTemplates(
  context: Context,
  blueprint: Blueprint,
  declared: Declared,
): readonly LaunchTemplate[] {
  const described = [...ownTemplates(blueprint), ...inlineTemplates(context, blueprint)];
  const templates = described.map(({ name, path, host: written, users }): LaunchTemplate | null => {
    const placement = placementOf(blueprint, declared, users);
    const host = normaliseHost(context, blueprint, declared, written, path, placement);
    const tiers = placement.tiers.map((tier) => tier.name);
    return (
      host && {
        name,
        path,
        displayName: displayName(awsStackName(blueprint), awsNameOf(name, written)),
        host,
        tiers,
        asksForAddresses: host.ipv6AddressCount !== null || host.enablePrimaryIpv6,
        asksForImdsIpv6: host.metadata.ipv6,
      }
    );
  });
  return [...present(templates)].sort(byName);
}

function ownTemplates({ compute }: Blueprint): readonly Described[] {
  const groups = sortedEntries(compute.autoScalingGroups);
  return sortedEntries(compute.launchTemplates).map(([name, host]) => {
    const users = groups.filter(([, group]) => group.launchTemplate === name);
    return { name, path: ["compute", "launchTemplates", name], host, users };
  });
}

function inlineTemplates(context: Context, { compute }: Blueprint): readonly Described[] {
  return sortedEntries(compute.autoScalingGroups).flatMap(([name, group]): readonly Described[] => {
    const host = inlineHost(group);
    const path = ["compute", "autoScalingGroups", name];
    if (host === null || !checkNameIsFree(context, compute.launchTemplates, name, path)) return [];
    return [{ name, path, host, users: [[name, group]] }];
  });
}

function checkNameIsFree(
  context: Context,
  templates: Readonly<Record<string, WrittenHost>>,
  name: string,
  path: Path,
): boolean {
  if (!Object.hasOwn(templates, name)) return true;
  report(
    context,
    "model/duplicate-template",
    path,
    `auto scaling group ${JSON.stringify(name)} describes its hosts, and a launch template has its name`,
    `rename one of the two, or write launchTemplate: ${name} instead of the host settings`,
  );
  return false;
}

/** Unknown tiers of the groups are passed over here: they are reported where the groups are normalised. */
function placementOf(blueprint: Blueprint, { tiers }: Declared, users: Described["users"]): Placement {
  return {
    tiers: tiersNamed(
      tiers,
      users.flatMap(([, group]) => group.subnets),
    ),
    isIpv6Target: users.some(([name]) => isIpv6Target(blueprint, "autoScalingGroups", name)),
  };
}
