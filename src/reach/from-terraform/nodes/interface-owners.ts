import { groupBy } from "../group-by.ts";
import type { Reading, Reference } from "../reading.ts";
import { referents } from "../referents.ts";

/** Network interfaces and what they are attached to, and what has an Elastic IP. */
export interface Attachments {
  /** The instance that has a network interface, by the interface. */
  readonly instanceOf: ReadonlyMap<string, string>;
  /** The network interfaces of an instance, sorted. */
  readonly interfacesOf: (instance: string) => readonly string[];
  /** Instances and network interfaces with an Elastic IP. */
  readonly elastic: ReadonlySet<string>;
  /** Security groups that are added to network interfaces. */
  readonly added: ReadonlyMap<string, readonly string[]>;
}

/** Reads what is attached to what. */
export function readAttachments(reading: Reading): Attachments {
  const ends = [...writtenAtInterfaces(reading), ...writtenBetween(reading), ...writtenAtInstances(reading)];
  const instanceOf = new Map(
    ends.flatMap(({ networkInterface, instance }) =>
      networkInterface.kind === "one" && instance.kind === "one" ? [[networkInterface.id, instance.id]] : [],
    ),
  );
  const interfaces = groupBy([...instanceOf].sort(), ([, instance]) => instance);
  return {
    instanceOf,
    interfacesOf: (instance) =>
      (interfaces.get(instance) ?? []).map(([networkInterface]) => networkInterface),
    elastic: elasticIps(reading),
    added: addedGroups(reading),
  };
}

interface Ends {
  readonly networkInterface: Reference;
  readonly instance: Reference;
}

function writtenAtInterfaces(reading: Reading): readonly Ends[] {
  return reading.index.ofType("aws_network_interface").map((resource) => ({
    networkInterface: { kind: "one", id: resource.address },
    instance: reading.one(resource, referents.instance, "attachment", "instance"),
  }));
}

function writtenBetween(reading: Reading): readonly Ends[] {
  return reading.index.ofType("aws_network_interface_attachment").map((resource) => ({
    networkInterface: reading.one(resource, referents.networkInterface, "network_interface_id"),
    instance: reading.one(resource, referents.instance, "instance_id"),
  }));
}

/** Of several that are known after apply only, none is known: the instance is then left out. */
function writtenAtInstances(reading: Reading): readonly Ends[] {
  return reading.index.ofType("aws_instance").flatMap((resource): readonly Ends[] => {
    const instance: Reference = { kind: "one", id: resource.address };
    const path = ["network_interface", "network_interface_id"] as const;
    const list = reading.many(resource, referents.networkInterface, ...path);
    if (!list.isExact)
      reading.leaveOut(resource, "its network interfaces are known after apply", [resource.address]);
    return list.isExact ? list.ids.map((id) => ({ networkInterface: { kind: "one", id }, instance })) : [];
  });
}

function elasticIps(reading: Reading): ReadonlySet<string> {
  const holders = reading.index.ofType("aws_eip", "aws_eip_association").flatMap((resource) => {
    const names =
      resource.type === "aws_eip"
        ? ["instance", "network_interface"]
        : ["instance_id", "network_interface_id"];
    const [instance = "", networkInterface = ""] = names;
    return [
      { resource, holder: reading.one(resource, referents.instance, instance) },
      { resource, holder: reading.one(resource, referents.networkInterface, networkInterface) },
    ];
  });
  for (const { resource, holder } of holders) {
    if (holder.kind !== "one-of") continue;
    const touches = holder.isClosed ? holder.ids : [];
    reading.leaveOut(resource, "an Elastic IP: of what is known after apply", touches);
  }
  return new Set(holders.flatMap(({ holder }) => (holder.kind === "one" ? [holder.id] : [])));
}

function addedGroups(reading: Reading): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const resource of reading.index.ofType("aws_network_interface_sg_attachment")) {
    const holder = reading.one(resource, referents.networkInterface, "network_interface_id");
    const group = reading.one(resource, referents.securityGroup, "security_group_id");
    // The first interface of an instance is not a resource of its own.
    const id = holder.kind === "one" ? holder.id.replace(/\.primary_network_interface_id$/, "") : null;
    if (id !== null && group.kind === "one") found.set(id, [...(found.get(id) ?? []), group.id]);
    else
      reading.leaveOut(
        resource,
        "a security group that is added to what is known after apply",
        id === null ? [] : [id],
      );
  }
  return found;
}
