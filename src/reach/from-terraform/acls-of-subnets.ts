import { type Associated, associate } from "./associate.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";

/** Which network ACL each subnet has been given, by `subnet_ids` and by associations. */
export function aclsOfSubnets(reading: Reading): Associated {
  const separate = associate(reading, {
    types: ["aws_network_acl_association"],
    holder: { argument: "subnet_id", referent: referents.subnet },
    given: { argument: "network_acl_id", referent: referents.networkAcl },
    what: "the network ACL of a subnet",
  });
  const listed = reading.index.ofType("aws_network_acl").map((resource) => ({
    resource,
    list: reading.many(resource, referents.subnet, "subnet_ids"),
  }));
  const exact = listed.filter(({ list }) => list.isExact);
  const inexact = listed.filter(({ list }) => !list.isExact);
  const own = exact.flatMap(({ resource, list }) =>
    list.ids.map((id): [string, string] => [id, resource.address]),
  );
  const of = new Map([...own, ...separate.of]);
  for (const { resource, list } of inexact) {
    const why = "a network ACL: which subnets have it is known after apply";
    reading.leaveOut(resource, why, list.isClosed ? list.ids : []);
  }
  const unclear = [...separate.unclear, ...inexact.flatMap(({ list }) => list.ids)].filter(
    (id) => !of.has(id),
  );
  const isOpen = separate.isOpen || inexact.some(({ list }) => !list.isClosed);
  return { of, unclear: new Set(unclear), isOpen };
}
