import { at, listAt } from "../json.ts";
import type { Asked, Fact } from "./network-facts.ts";

/** Instances that run, and databases. */
export function instanceFacts(asked: Asked): readonly Fact[] {
  const instances = listAt(asked.answer("instances"), "Reservations")
    .flatMap((reservation) => listAt(reservation, "Instances"))
    .filter((one) => at(one, "State", "Name") !== "terminated");
  return [
    ...instances.flatMap((one) => factsOfInstance(asked, one)),
    ...listAt(asked.answer("db_instances"), "DBInstances").flatMap((one) => factsOfDatabase(asked, one)),
  ];
}

function factsOfInstance(asked: Asked, instance: unknown): readonly Fact[] {
  const name = asked.name(at(instance, "InstanceId"));
  const card = at(instance, "NetworkInterfaces", 0);
  const groups = listAt(card, "Groups").map((one) => asked.name(at(one, "GroupId")));
  const addresses = listAt(card, "Ipv6Addresses").length;
  return [
    ["ipv4", `${name} is ${at(instance, "State", "Name")} in ${asked.name(at(instance, "SubnetId"))}`],
    ["ipv4", `${name} is guarded by ${groups.sort().join(" ")}`],
    ["given", `${name} has ${at(instance, "PrivateIpAddress")} ${at(instance, "PublicIpAddress") ?? ""}`],
    ["ipv6", `${name} is a ${at(instance, "InstanceType")}`],
    ...(addresses > 0 ? [["ipv6", `${name} has IPv6 addresses: ${addresses}`] as const] : []),
    ...(at(instance, "MetadataOptions", "HttpProtocolIpv6") === "enabled"
      ? [["ipv6", `${name} has metadata over IPv6`] as const]
      : []),
  ];
}

function factsOfDatabase(asked: Asked, database: unknown): readonly Fact[] {
  const name = asked.name(at(database, "DBInstanceIdentifier"));
  const groups = listAt(database, "VpcSecurityGroups").map((one) =>
    asked.name(at(one, "VpcSecurityGroupId")),
  );
  const subnets = listAt(database, "DBSubnetGroup", "Subnets").map((one) =>
    asked.name(at(one, "SubnetIdentifier")),
  );
  return [
    ["ipv4", `${name} is ${at(database, "DBInstanceStatus")} in ${subnets.sort().join(" ")}`],
    ["ipv4", `${name} is guarded by ${groups.sort().join(" ")}`],
    ["given", `${name} is at ${at(database, "Endpoint", "Address")}`],
    ...(at(database, "NetworkType") === "DUAL" ? [["ipv6", `${name} is dual-stack`] as const] : []),
  ];
}
