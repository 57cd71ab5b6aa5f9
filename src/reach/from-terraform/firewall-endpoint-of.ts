import { endpointIn } from "../topology/firewall-policy.ts";
import type { Reading, Reference } from "./reading.ts";
import { referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";

const STATUS = ".firewall_status";

/** All that `firewall_status` of a Network Firewall tells: which of its endpoints that is, is known after apply. */
export function wholeOf({ address }: TerraformResource): string {
  return `${address}${STATUS}`;
}

/**
 * The endpoint that a route's argument names where it is chosen out of `firewall_status` of a firewall which is not made
 * yet: the only one, or that in the one subnet of the firewall's to which the argument refers.
 */
export function firewallEndpointOf(
  reading: Reading,
  resource: TerraformResource,
  path: readonly string[],
  target: Reference,
): Reference {
  const whole = onlyOne(target);
  if (whole === null || !whole.endsWith(STATUS)) return target;
  const address = whole.slice(0, -STATUS.length);
  const firewall = reading.index.byAddress.get(address);
  const subnets = firewall === undefined ? null : subnetsOf(reading, firewall);
  if (subnets === null) return target;
  const named = idsOf(reading.one(resource, referents.subnet, ...path)).filter((id) => subnets.includes(id));
  const [subnet, ...others] = subnets.length === 1 ? subnets : named;
  return subnet === undefined || others.length > 0
    ? target
    : { kind: "one", id: endpointIn(address, subnet) };
}

/** The subnets of a firewall; null where they may be others. */
export function subnetsOf(reading: Reading, firewall: TerraformResource): readonly string[] | null {
  const { ids, isExact } = reading.many(firewall, referents.subnet, "subnet_mapping", "subnet_id");
  return isExact && reading.fields(firewall).blocks("subnet_mapping").isComplete ? ids : null;
}

function onlyOne(reference: Reference): string | null {
  const [only, ...others] = idsOf(reference);
  return others.length === 0 ? (only ?? null) : null;
}

function idsOf(reference: Reference): readonly string[] {
  if (reference.kind === "none") return [];
  return reference.kind === "one" ? [reference.id] : reference.ids;
}
