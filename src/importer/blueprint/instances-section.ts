import { successorOf } from "../../aws/instance-type-successors.ts";
import { instanceTypeFacts } from "../../aws/instance-types.ts";
import type { Instance, MetadataOptions } from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { write } from "../fields/field.ts";
import { instanceArguments, metadataArguments } from "../fields/instance.ts";
import type { FoundInstance } from "../types/compute.ts";
import type { Draft } from "./draft.ts";
import { keptInOtherHands } from "./kept-words.ts";
import { nameIn } from "./known.ts";
import { inNameOrder } from "./names.ts";
import { compact, type Section, type Sections } from "./section.ts";
import type { GroupNames } from "./security-groups-section.ts";
import { memberOf, type TierPlan } from "./tier-plan.ts";

/** `compute.instances`, and what else follows from it. */
export interface InstancesSection {
  readonly section: Sections<Instance>;
  /** Types that instances have today where the blueprint proposes another. */
  readonly typesBefore: Readonly<Record<string, string>>;
  /** Names by instance id. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Writes the instances, each with an IPv6 address to come and with a type that can carry it. Those of auto scaling groups
 * that are taken up, by their names in AWS, come with the groups.
 */
export function writeInstances(
  draft: Draft,
  tiers: readonly TierPlan[],
  groups: GroupNames,
  fleet: ReadonlyMap<string, string>,
): InstancesSection {
  const name = nameIn(draft, "aws_instance", "compute", "instances");
  const { instances } = draft.inventory;
  for (const one of instances.filter((instance) => isOfFleet(fleet, instance))) leaveAddresses(draft, one);
  const taken = inNameOrder(instances).filter(
    (instance) => !isOfFleet(fleet, instance) && isTaken(draft, tiers, groups, instance),
  );
  const named = taken.map((instance) => ({ instance, name: name(instance.id, instance.name, instance.id) }));
  for (const { instance, name: own } of named)
    draft.importAs(terraformAddress("aws_instance", own), instance.id);
  return {
    section: Object.fromEntries(
      named.map(({ instance, name: own }) => [own, writeInstance(draft, tiers, groups, own, instance)]),
    ),
    typesBefore: Object.fromEntries(
      named
        .filter(({ instance }) => targetType(instance) !== instance.instanceType)
        .map(({ instance, name: own }) => [own, instance.instanceType]),
    ),
    names: new Map(named.map(({ instance, name: own }) => [instance.id, own])),
  };
}

function isOfFleet(fleet: ReadonlyMap<string, string>, { autoScalingGroup }: FoundInstance): boolean {
  return autoScalingGroup !== null && fleet.has(autoScalingGroup);
}

function leaveAddresses({ inventory, leaveOut }: Draft, { id, autoScalingGroup }: FoundInstance): void {
  for (const address of inventory.addresses.filter(({ instanceId }) => instanceId === id)) {
    const detail = `of instance ${id}, which auto scaling group ${autoScalingGroup} has made; it stays`;
    leaveOut({ kind: "Elastic IP", id: address.id, detail });
  }
}

function isTaken(
  draft: Draft,
  tiers: readonly TierPlan[],
  groups: GroupNames,
  { id, managedBy, autoScalingGroup, subnetId, securityGroupIds }: FoundInstance,
): boolean {
  const refuse = (detail: string): false => {
    draft.leaveOut({ kind: "instance", id, detail });
    return false;
  };
  const maker = autoScalingGroup === null ? managedBy : `the auto scaling group ${autoScalingGroup}`;
  if (maker !== null) return refuse(`made by ${maker}; give its template IPv6 there`);
  if (memberOf(tiers, subnetId) === null) return refuse(`stands in subnet ${subnetId}, which is left out`);
  const unknown = securityGroupIds.filter((group) => !groups.has(group));
  return unknown.length === 0 || refuse(`has security groups that were not found: ${unknown.join(", ")}`);
}

function writeInstance(
  draft: Draft,
  tiers: readonly TierPlan[],
  groups: GroupNames,
  name: string,
  instance: FoundInstance,
): Section<Instance> {
  const home = memberOf(tiers, instance.subnetId);
  const elasticIp = takeElasticIp(draft, home?.tier ?? null, name, instance);
  remarkInstance(draft, name, instance);
  return compact<Instance>({
    instanceType: targetType(instance),
    ami: { id: instance.ami },
    subnet: home?.tier.name,
    zone: home?.member.letter,
    securityGroups: instance.securityGroupIds.flatMap((id) => groups.get(id) ?? []).sort(),
    ipv6AddressCount: Math.max(1, instance.ipv6Addresses.length),
    elasticIp: elasticIp || undefined,
    ...write(instanceArguments, instance),
    metadata: compact<MetadataOptions>({
      ipv6: instance.metadata.isEnabled ? undefined : false,
      ...write(metadataArguments, instance.metadata),
    }),
  });
}

/** The type to come: today's, unless it has no IPv6 and there is one near it that has. */
function targetType({ instanceType }: FoundInstance): string {
  const hasNone = instanceTypeFacts(instanceType).ipv6 === "no";
  return (hasNone ? successorOf(instanceType) : null) ?? instanceType;
}

function takeElasticIp(draft: Draft, tier: TierPlan | null, name: string, { id }: FoundInstance): boolean {
  const [address, ...further] = draft.inventory.addresses.filter(({ instanceId }) => instanceId === id);
  for (const one of further) {
    draft.leaveOut({ kind: "Elastic IP", id: one.id, detail: `a further one of instance ${id}; it stays` });
  }
  if (address === undefined) return false;
  if (tier?.kind !== "public") {
    const detail = `of instance ${id}, whose subnet has no route to an internet gateway; it stays`;
    draft.leaveOut({ kind: "Elastic IP", id: address.id, detail });
    return false;
  }
  draft.importAs(terraformAddress("aws_eip", `${name}_instance`), address.id);
  draft.importAs(terraformAddress("aws_eip_association", name), address.associationId);
  return true;
}

function remarkInstance(draft: Draft, name: string, instance: FoundInstance): void {
  const path = ["compute", "instances", name];
  const type = targetType(instance);
  const askForType = (text: string) =>
    draft.leaveToOwner({ path: [...path, "instanceType"], kind: "a type without IPv6", text });
  if (type !== instance.instanceType) askForType(successorWords(instance, type));
  if (instanceTypeFacts(type).ipv6 === "no") askForType(`${type} has no IPv6; choose a type that has.`);
  for (const id of instance.furtherInterfaces) {
    const detail = `a further interface of instance ${instance.id}; it stays as it is`;
    draft.leaveOut({ kind: "network interface", id, detail });
  }
  const kept = keptInOtherHands(instance);
  if (kept !== null) draft.remark(path, kept);
  if (!instance.metadata.isEnabled) draft.remark(path, "The metadata service is off, as it is today.");
}

function successorWords({ instanceType }: FoundInstance, type: string): string {
  return (
    `${instanceType} has no IPv6; ${type} is the nearest on Nitro. Its image needs 64 bits and drivers for ENA and NVMe, ` +
    "instance store is lost, and a type of another size may suit better."
  );
}
