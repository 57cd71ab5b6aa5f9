import type { Location, Severity } from "../base/diagnostic.ts";
import type { Network } from "../model/types/network.ts";
import type { Rule } from "./rule.ts";

/** Terraform's types of what stands under the keys of `network`, and of what has a key of its own. */
const TYPES: Readonly<Record<string, string>> = {
  natGateways: "aws_nat_gateway",
  networkAcls: "aws_network_acl",
  vpcEndpoints: "aws_vpc_endpoint",
  loadBalancers: "aws_lb",
};

/**
 * How grave a finding of the rule is: what AWS runs although it does no good is an error where it is new, and a warning where
 * it was there before, for what runs can be taken over as it is.
 */
export function severityOf({ severity, isRunByAws = false }: Rule, network: Network, at: Location): Severity {
  return severity === "error" && isRunByAws && wasThere(network, at) ? "warning" : severity;
}

function wasThere({ existing }: Network, at: Location): boolean {
  if (existing === null || at.kind !== "path") return false;
  const [key, name] = at.path[0] === "network" ? at.path.slice(1) : at.path;
  const type = TYPES[String(key)];
  const address = `${type}.${name}`;
  // A NAT gateway in each zone has the zone behind its name.
  return [...existing.imports, ...existing.references].some(
    (one) => one.address === address || (key === "natGateways" && one.address.startsWith(`${address}_`)),
  );
}
