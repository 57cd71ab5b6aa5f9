import type { LiftedReference } from "../../../blueprint/lift-references.ts";
import { resourceTypeOf } from "../../migration/terraform-address.ts";

/** What an id in `network.vpc.existing.reference` is, by the type of the resource. */
const OF_TYPE: Readonly<Record<string, string>> = {
  aws_subnet: "subnet id",
  aws_route_table: "route table id",
  aws_internet_gateway: "internet gateway id",
  aws_egress_only_internet_gateway: "egress-only internet gateway id",
  aws_nat_gateway: "NAT gateway id",
  aws_network_acl: "network ACL id",
  aws_security_group: "security group id",
};

/** All of them. @internal exported for the page of places */
export const resourceIds: readonly string[] = Object.values(OF_TYPE);

/** What may stand at the place of a reference: what the schema says, or what the address there is of. */
export function wantedAt({ path, takes }: LiftedReference): string {
  const address = path.at(-1);
  const isResource = path.at(-2) === "reference" && typeof address === "string";
  return (isResource ? OF_TYPE[resourceTypeOf(address)] : undefined) ?? takes;
}
