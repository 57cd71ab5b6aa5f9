import { byText } from "../../base/compare-texts.ts";
import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  TargetAddress,
  Targets as WrittenTargets,
} from "../../blueprint/blueprint.generated.ts";
import { readAddress } from "../addressing/addresses.ts";
import { type Context, checkReference, present, sortedEntries } from "../context.ts";
import { knownName, knownNames, namesOf } from "../references.ts";
import type { TargetAttachment, Targets } from "../types/load-balancing.ts";

/** Who receives a target group's traffic; unknown names and malformed addresses are reported and left out. */
export function normaliseTargets(
  context: Context,
  { compute, ecs }: Blueprint,
  targetGroup: string,
  written: WrittenTargets | null,
  path: Path,
): Targets {
  const { autoScalingGroups = [], instances = [], instanceAddresses = [], addresses = {} } = written ?? {};
  // The service itself says where its tasks register, so nothing of it stays here.
  const service = written?.ecsService?.service;
  knownName(context, "ECS service", service, namesOf(ecs.services), [...path, "ecsService", "service"]);
  const groups = namesOf(compute.autoScalingGroups);
  const hosts = { targetGroup, known: namesOf(compute.instances) };
  return {
    autoScalingGroups: knownNames(context, "auto scaling group", autoScalingGroups, groups, [
      ...path,
      "autoScalingGroups",
    ]),
    attachments: [
      ...attachInstances(context, hosts, "instance", instances, [...path, "instances"]),
      ...attachInstances(context, hosts, "instance-address", instanceAddresses, [
        ...path,
        "instanceAddresses",
      ]),
      ...attachAddresses(context, targetGroup, addresses, [...path, "addresses"]),
    ],
  };
}

/** Sorted by name, and each where the author wrote it. */
function attachInstances(
  context: Context,
  { targetGroup, known }: { readonly targetGroup: string; readonly known: readonly string[] },
  kind: "instance" | "instance-address",
  names: readonly string[],
  listPath: Path,
): readonly TargetAttachment[] {
  const attachments = names.map((name, index): TargetAttachment | null => {
    const path = [...listPath, index];
    if (!checkReference(context, "instance", name, known, path)) return null;
    return {
      id: `${targetGroup}_${name}`,
      path,
      target: { kind, name },
      port: null,
      availabilityZone: null,
      isManaged: true,
    };
  });
  return [...present(attachments)].sort(byText(({ id }) => id));
}

function attachAddresses(
  context: Context,
  targetGroup: string,
  addresses: Readonly<Record<string, TargetAddress>>,
  mapPath: Path,
): readonly TargetAttachment[] {
  return present(
    sortedEntries(addresses).map(([name, { address, port = null, availabilityZone = null }]) => {
      const path = [...mapPath, name];
      if (readAddress(context, address, [...path, "address"], "any") === null) return null;
      const target = { kind: "address", address } as const;
      return { id: `${targetGroup}_${name}`, path, target, port, availabilityZone, isManaged: true };
    }),
  );
}
