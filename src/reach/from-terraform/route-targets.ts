import type { Fields, Value } from "./fields.ts";
import { type Referent, referents } from "./referents.ts";

/** One argument of a route that may name its target. */
export interface TargetArgument {
  readonly argument: string;
  /** Null: nothing that is understood; what it names is another gateway. */
  readonly referent: Referent | null;
}

/** The arguments of `aws_route`, and of `route` in `aws_route_table`, that name a target. */
const targetArguments: readonly TargetArgument[] = [
  { argument: "gateway_id", referent: referents.gateway },
  { argument: "nat_gateway_id", referent: referents.natGateway },
  { argument: "egress_only_gateway_id", referent: referents.egressOnlyInternetGateway },
  { argument: "network_interface_id", referent: referents.networkInterface },
  { argument: "instance_id", referent: referents.instance },
  { argument: "transit_gateway_id", referent: referents.transitGateway },
  { argument: "vpc_endpoint_id", referent: referents.vpcEndpoint },
  { argument: "vpc_peering_connection_id", referent: referents.peering },
  { argument: "carrier_gateway_id", referent: null },
  { argument: "local_gateway_id", referent: null },
  { argument: "core_network_arn", referent: null },
  { argument: "odb_network_arn", referent: null },
];

/** The argument that names the target of a route, and its value; null: none does. */
export function targetOf(fields: Fields): { target: TargetArgument; value: Value<string> } | null {
  const given = targetArguments
    .map((target) => ({ target, value: fields.text(target.argument) }))
    .filter(({ value }) => value.kind !== "none");
  return given.find(({ value }) => value.kind === "known") ?? given[0] ?? null;
}
