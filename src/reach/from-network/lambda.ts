import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { LambdaFunction } from "../../model/types/lambda.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import type { Node } from "../topology/nodes.ts";
import { interfacesIn, isPrivate } from "./interfaces.ts";
import { at, type NetworkContext, type Parts } from "./network-context.ts";
import { groupsOrDefault } from "./security-groups.ts";

/** The functions; nobody calls them through the VPC. */
export function functionsOf(context: NetworkContext): Parts {
  return { nodes: context.network.lambda.functions.map((one) => functionNode(context, one)) };
}

function functionNode(context: NetworkContext, one: LambdaFunction): Node {
  const { name, path, subnets, securityGroups, ipv6AllowedForDualStack } = one;
  return {
    id: terraformAddress("aws_lambda_function", name),
    kind: "lambda-function",
    name,
    place: at(path),
    interfaces: interfacesIn(context, subnets, {
      ipv4: true,
      ipv6: ({ addressing }) => ipv6AllowedForDualStack && hasFamily(addressing, "ipv6"),
      publicIpv4: isPrivate,
      // Lambda's documents lead IPv6 out by an egress-only internet gateway, and say nothing of the internet gateway.
      publicIpv6: "unknown",
      securityGroups: groupsOrDefault(context.network, securityGroups),
    }),
    listens: [],
    opens: ipv6AllowedForDualStack ? ["ipv4", "ipv6"] : ["ipv4"],
    system: "aws",
    forwards: "no",
    names: [],
    intents: [],
  };
}
