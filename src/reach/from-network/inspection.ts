import { invariant } from "../../base/invariant.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { InternetGatewayRoute } from "../../model/types/inspection.ts";
import type { FirewallPolicy, NetworkFirewall } from "../../model/types/network-firewall.ts";
import { type PolicyRead, verdictOf } from "../topology/firewall-policy.ts";
import type { Gateway, TopologyRoute } from "../topology/topology.ts";
import { subnetBlock } from "./blocks.ts";
import { familiesOf } from "./endpoints.ts";
import { firewallEndpointId } from "./firewall-endpoint-id.ts";
import { at, type NetworkContext, type Parts, VPC } from "./network-context.ts";
import { targetId } from "./routing.ts";

const WHY = {
  named: "what stands behind a Gateway Load Balancer is not in the blueprint",
  own: "what appliances do is not in the blueprint",
} as const;

/** The Gateway Load Balancer endpoints. */
export function gatewayLoadBalancerEndpointsOf({ network }: NetworkContext): Parts {
  return {
    gateways: network.gatewayLoadBalancerEndpoints.flatMap(({ path, service, ipAddressType, endpoints }) =>
      endpoints.map(
        ({ id, subnet }): Gateway => ({
          id: terraformAddress("aws_vpc_endpoint", id),
          ...{ place: at(path), kind: "inspection-endpoint", vpc: VPC },
          subnet: terraformAddress("aws_subnet", subnet),
          of: "gateway-load-balancer",
          families: familiesOf(ipAddressType),
          ...{ passes: "unknown", why: WHY[service.kind] },
        }),
      ),
    ),
  };
}

/** The endpoints of the Network Firewalls. */
export function networkFirewallsOf({ network }: NetworkContext): Parts {
  return {
    gateways: network.networkFirewalls.flatMap(({ name, path, ipAddressType, policy, endpoints }) => {
      const verdict = verdictOf(readPolicy(name, policy));
      return endpoints.map(
        ({ subnet }): Gateway => ({
          id: firewallEndpointId(name, subnet),
          ...{ place: at(path), kind: "inspection-endpoint", vpc: VPC },
          subnet: terraformAddress("aws_subnet", subnet),
          of: "network-firewall",
          families: FAMILIES[ipAddressType],
          ...verdict,
        }),
      );
    }),
  };
}

const FAMILIES: Readonly<Record<NetworkFirewall["ipAddressType"], readonly AddressFamily[]>> = {
  DUALSTACK: ["ipv4", "ipv6"],
  IPV4: ["ipv4"],
  IPV6: ["ipv6"],
};

function readPolicy(firewall: string, policy: FirewallPolicy): PolicyRead {
  return {
    policy: terraformAddress("aws_networkfirewall_firewall_policy", firewall),
    statelessDefaultActions: [policy.statelessDefaultAction],
    statelessFragmentDefaultActions: [policy.statelessFragmentDefaultAction],
    mayHaveStatelessRules: false,
    statefulDefaultActions: policy.statefulDefaultActions,
    mayHaveStatefulRules: policy.ruleGroups.length > 0,
    isStrict: true,
  };
}

/** The internet gateway's own table. */
export function internetGatewayRoutesOf(context: NetworkContext): Parts {
  const routes = context.network.internetGatewayRoutes;
  if (routes.length === 0) return {};
  return {
    routeTables: [
      {
        id: "aws_route_table.internet_gateway",
        ...{ place: at(context.network.vpc.path), vpc: VPC },
        routes: routes.map((route) => edgeRoute(context, route)),
      },
    ],
  };
}

function edgeRoute(context: NetworkContext, route: InternetGatewayRoute): TopologyRoute {
  const { id, path, subnet, family, target } = route;
  const placed = context.subnets.get(subnet);
  const block = placed === undefined ? null : subnetBlock(context.network, placed.subnet, family);
  invariant(block !== null, `subnet ${subnet} has no block of ${family}`);
  return {
    ...{ id: terraformAddress("aws_route", id), place: at(path), destination: { kind: "block", block } },
    target: targetId(context, target),
  };
}
