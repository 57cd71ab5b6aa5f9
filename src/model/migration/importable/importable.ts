import { byText } from "../../../base/compare-texts.ts";
import type { Network } from "../../types/network.ts";
import { resourceTypeOf } from "../terraform-address.ts";
import { importableBalancing } from "./balancing.ts";
import { importableCompute } from "./compute.ts";
import { importableFilters } from "./filters.ts";
import type { Importable } from "./importable-resource.ts";
import { importableRouting } from "./routing.ts";
import { importableServices } from "./services.ts";
import { importableVpc } from "./vpc.ts";

/** Types of which a resource can stay managed outside this stack, and yet be added to. The VPC is one, by `existing.management`. */
const REFERENCEABLE_TYPES = [
  "aws_egress_only_internet_gateway",
  "aws_internet_gateway",
  "aws_nat_gateway",
  "aws_network_acl",
  "aws_route_table",
  "aws_security_group",
  "aws_subnet",
];

/** Everything of the network that may stand in `existing.import`, sorted by address. The VPC has a key of its own. */
export function importables(network: Network): readonly Importable[] {
  return [
    ...importableVpc(network),
    ...importableRouting(network),
    ...importableFilters(network),
    ...importableCompute(network),
    ...importableBalancing(network),
    ...importableServices(network),
  ].sort(byText(({ address }) => address));
}

/** The Terraform addresses that may stand in `existing.import`, sorted. */
export function importableAddresses(network: Network): readonly string[] {
  return importables(network).map(({ address }) => address);
}

/** The Terraform addresses that may stand in `existing.reference`, sorted. */
export function referenceableAddresses(network: Network): readonly string[] {
  return importableAddresses(network).filter((address) =>
    REFERENCEABLE_TYPES.includes(resourceTypeOf(address)),
  );
}
